/** What the pack of a meeting is made of. */
import type { Frozen } from '../../../../../shared/evaluation/frozen.ts';
import type { Db } from '../../../../platform/db.ts';
import { AppError } from '../../../../platform/problem.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { type ActionLine, actionsOf } from '../../actions/queries.ts';
import {
  type DecisionRow,
  decisionsOf,
  frozenOf,
  lastMeeting,
  type MeetingRow,
  meetingLine,
} from '../../meetings/queries.ts';

export interface PackOfMeeting {
  row: MeetingRow;
  frozen: Frozen;
  /** The meeting before, with what it decided; null = there was none. */
  last: { row: MeetingRow; decisions: DecisionRow[] } | null;
}

/** @throws AppError not_found */
export async function readRow(db: Db, subject: string): Promise<MeetingRow> {
  const id = Number(subject);
  const line = Number.isSafeInteger(id) ? await meetingLine(db, id) : null;
  if (!line) throw new AppError('not_found');
  return line.row;
}

/** @throws AppError not_found, invalid while its figures are not frozen */
export async function readMeeting(db: Db, subject: string): Promise<PackOfMeeting> {
  const row = await readRow(db, subject);
  const [frozen, before] = await Promise.all([frozenOf(db, row.id), lastMeeting(db, row.startsAt)]);
  if (!frozen)
    throw new AppError('invalid', { fields: [{ pointer: '/subject', message: 'field.not_frozen' }] });
  const last = before ? { row: before, decisions: await decisionsOf(db, before.id) } : null;
  return { row, frozen, last };
}

/** The whole action plan, as it stands when the pack is asked for. */
export const readPlan = (db: Db, regency: Regency, at: number): Promise<ActionLine[]> =>
  actionsOf(db, regency, at);
