/** How an event is told: where it stands, and how ready offices are. */
import type { Tone } from '../../../ui/components.tsx';
import type { EventRow } from './queries.ts';
import type { OfficeState } from './trainings.ts';

/** Where it stands. @param local minute of the wall clock now */
export function standingOf(row: EventRow, local: string): { label: string; tone: Tone } {
  if (row.cancelledAt !== null) return { label: 'Dibatalkan', tone: 'grey' };
  if (row.startsAt >= local) return { label: 'Akan datang', tone: 'blue' };
  if (row.heldAt === null) return { label: 'Belum dicatat', tone: 'amber' };
  return row.result === ''
    ? { label: 'Hasil belum ditulis', tone: 'amber' }
    : { label: 'Dilaksanakan', tone: 'green' };
}

/** How ready an office is to answer: somebody of it is trained, and has signed in within 30 days. */
export const readiness: Record<OfficeState, { label: string; tone: Tone }> = {
  none: { label: 'Tanpa pejabat penghubung', tone: 'red' },
  nobody: { label: 'Perlu dilatih atau diingatkan', tone: 'amber' },
  some: { label: 'Sebagian siap', tone: 'blue' },
  fine: { label: 'Siap', tone: 'green' },
};
