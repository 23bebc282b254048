/** The tick list in the hall: only what a person changed is written, so that two of them do not undo each other. */
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Doer } from '../../doer.ts';
import { requireOpen } from './save.ts';
import { eventPeople } from './table.ts';

/**
 * @param before who was ticked when the list was shown. @param ticked who is now; both by the list's rows
 * @throws AppError not_found, conflict when the event was cancelled
 */
export async function markAttendance(
  to: Doer,
  eventId: number,
  before: readonly number[],
  ticked: readonly number[],
): Promise<void> {
  const { db, now } = to;
  await requireOpen(db, eventId);
  const came = ticked.filter((id) => !before.includes(id));
  const slipped = before.filter((id) => !ticked.includes(id));
  const ofEvent = eq(eventPeople.eventId, eventId);
  await db.batch([
    db
      .update(eventPeople)
      .set({ attendedAt: now })
      .where(and(ofEvent, isNull(eventPeople.attendedAt), among(came))),
    db
      .update(eventPeople)
      .set({ attendedAt: null })
      .where(and(ofEvent, among(slipped))),
  ]);
}

/** These rows of a list, however many. */
export const among = (ids: readonly number[]): SQL =>
  sql`${eventPeople.id} in (select value from json_each(${JSON.stringify(ids)}))`;
