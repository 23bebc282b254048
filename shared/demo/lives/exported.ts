/** Reports that are worked in SP4N-LAPOR!: Kanal knows of them by the exports that are read in now and then. */

import { DAY_MS } from '../../working-time.ts';
import type { Path } from './path.ts';
import { finals } from './replies.ts';
import type { Exported, Life } from './types.ts';

const done = { status: 'Selesai', state: 'resolved' } as const;
const states = [
  { status: 'Belum ditindaklanjuti', state: 'verified' },
  { status: 'Proses', state: 'in_progress' },
] as const;

/** @returns null when no export has told of it yet */
export function exported(path: Path, number: string, until: number): Life['exported'] {
  const { random, world } = path;
  const closedAt = path.at + Math.round(random.between(4, 60) * DAY_MS);
  const answer = random.pick(finals.dijelaskan);
  const reading = (after: number) => {
    const day = world.calendar.nextOfficeTime(after + Math.round(random.between(4, 30) * DAY_MS));
    return day + random.whole(1, DAY_MS / 24);
  };
  const at = reading(path.at);
  const asOf = (when: number): Exported =>
    closedAt <= when
      ? { number, ...done, closedAt, answer }
      : { number, ...random.pick(states), closedAt: null, answer: null };
  if (at > until) return null;
  const first = asOf(at);
  path.at = at;
  for (let round = 0; closedAt > path.at && round < 3; round++) {
    path.at = reading(path.at);
    path.add('system', 'import_update', { ...asOf(path.at) });
  }
  return { at, first };
}
