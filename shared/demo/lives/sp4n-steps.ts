/** The twin of an invented case in SP4N-LAPOR!: its number there, and the copying of its answers. */
import type { Path } from './path.ts';

/** Share of ordinary cases that stand in SP4N-LAPOR!, too. */
const COPIED = 0.46;

/** Steps of the administrator beside a life that is laid already. */
export function besides(path: Path, number: string): void {
  const { random } = path;
  const seen = path.steps[0];
  if (!seen || !random.chance(COPIED)) return;
  path.at = seen.at;
  path.later(0.2, 4).add('admin', 'record_sp4n', { number });
  const recorded = path.at;
  const answer = path.steps.findLast(({ verb }) => verb === 'answer');
  if (!answer || !random.chance(0.75)) return;
  path.at = Math.max(answer.at, recorded);
  path.later(0.2, 4).add('admin', 'mark_copied', {});
}
