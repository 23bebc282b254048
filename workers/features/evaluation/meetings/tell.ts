/** The invitation as a notice to those who have an account, once. */
import { and, isNull } from 'drizzle-orm';
import { unavailable } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import type { Doer } from '../../doer.ts';
import { letters, ofAccounts } from './letters.ts';
import { isAhead, requireOpen, whileOpen } from './save.ts';
import { meetingPeople } from './table.ts';

/**
 * Letters and marks in one batch: two who press at once tell everybody once.
 * @returns how many are told now
 * @throws AppError not_found, conflict when the meeting is closed, cancelled or over, unavailable
 */
export async function tellInvited(to: Doer, meetingId: number): Promise<number> {
  const row = await requireOpen(to.db, meetingId);
  if (!isAhead(to, row)) throw new AppError('conflict', { detail: 'meeting_over' });
  const waiting = and(isNull(meetingPeople.toldAt), whileOpen(meetingId));
  try {
    const [, told] = await to.db.batch([
      letters(to, row, 'staff-meeting', waiting),
      to.db
        .update(meetingPeople)
        .set({ toldAt: to.now })
        .where(and(ofAccounts(meetingId), waiting))
        .returning({ id: meetingPeople.id }),
    ]);
    return told.length;
  } catch (error) {
    throw unavailable(error);
  }
}
