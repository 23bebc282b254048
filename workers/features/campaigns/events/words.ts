/** How an event is told: its time, and where it stands. */
import { formatDate } from '../../../../shared/text.ts';
import { ZONE_OFFSET } from '../../../../shared/working-time.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { Tone } from '../../../ui/components.tsx';
import type { EventRow } from './queries.ts';
import type { OfficeState } from './trainings.ts';

/** "Selasa, 1 Desember 2026 pukul 09.00 WITA". @param local minute of the wall clock */
export function whenOf(local: string, { about }: Regency): string {
  return `${dayOf(local, about.timeZone)} pukul ${local.slice(11).replace(':', '.')} ${about.zoneLabel}`;
}

/** "Selasa, 1 Desember 2026". @param local date or minute of the wall clock */
export function dayOf(local: string, zone: Regency['about']['timeZone']): string {
  return formatDate(Date.parse(`${local.slice(0, 10)}T00:00Z`) - ZONE_OFFSET[zone], zone);
}

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
