/** Says how far an item has come, and opens or closes it. */
import { isClosed } from '../../../../shared/action.ts';
import { AppError } from '../../../platform/problem.ts';
import type { Doer } from '../../doer.ts';
import { actionRow, writeChange } from './change.ts';
import { startClock, stopClock } from './clock.ts';
import type { ReportInput } from './input.ts';

/**
 * What is done or dropped stops its clock; what is opened again starts it anew with the due it had.
 * @param runs does the person run the evaluation? Only they drop an item, or open a closed one again
 * @param version that the person saw
 * @throws AppError not_found, invalid, conflict
 */
export async function reportAction(
  to: Doer,
  id: number,
  { state, progress, note }: ReportInput,
  version: number,
  runs: boolean,
): Promise<void> {
  const row = await actionRow(to.db, id);
  if (!runs && state !== row.state && (state === 'dropped' || isClosed(row.state)))
    throw new AppError('invalid', { fields: [{ pointer: '/state', message: 'field.state_not_yours' }] });
  const told = state === 'done' ? 100 : (progress ?? row.progress);
  const measured = row.measure !== null;
  const [was, is] = [isClosed(row.state), isClosed(state)];
  const clock = is ? [stopClock(to, id)] : was ? [startClock(to, id, version + 1, row.dueOn)] : [];
  const set = { state, progress: measured ? row.progress : told, doneAt: is ? (row.doneAt ?? to.now) : null };
  await writeChange(to, row, version, set, note, clock);
}
