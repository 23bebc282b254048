/** The invitation as a notice to those who have an account: once, until time or place change (save.ts). */
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { deliveries } from '../../../messaging/table.ts';
import { unavailable } from '../../../platform/db.ts';
import type { Doer } from '../../doer.ts';
import { whenText } from '../../local-time.ts';
import { requireOpen, whileOpen } from './save.ts';
import { meetingPeople } from './table.ts';

const TEMPLATE = 'staff-meeting';

/**
 * Letters and marks in one batch: two who press at once tell everybody once.
 * @param origin of the link
 * @returns how many are told now
 * @throws AppError not_found, conflict when the meeting is closed or cancelled, unavailable
 */
export async function tellInvited(to: Doer, meetingId: number, origin: string): Promise<number> {
  const row = await requireOpen(to.db, meetingId);
  const values = JSON.stringify({
    due: whenText(row.startsAt, to.regency.about.timeZone),
    list: [row.title, row.place && `Tempat: ${row.place}`, row.chair && `Pimpinan rapat: ${row.chair}`]
      .filter(Boolean)
      .join('\n'),
    link: `${origin}/desk/evaluasi/rapat/${meetingId}`,
  });
  const waiting = and(
    eq(meetingPeople.meetingId, meetingId),
    isNull(meetingPeople.toldAt),
    isNotNull(meetingPeople.staffId),
  );
  const leaves = to.regency.calendar.nextOfficeTime(to.now);
  const recipient = sql`'staff:' || ${meetingPeople.staffId}`;
  try {
    const [, told] = await to.db.batch([
      to.db.insert(deliveries).select(sql`
        select 'meeting:' || ${meetingId} || ':' || ${to.now} || ':' || ${TEMPLATE} || ':' || ${recipient}, null,
          ${TEMPLATE}, ${recipient}, ${values}, 'pending', 0, ${leaves}, null, ${to.now}, null, null
        from ${meetingPeople} where ${waiting} and ${whileOpen(meetingId)}`),
      to.db
        .update(meetingPeople)
        .set({ toldAt: to.now })
        .where(and(waiting, whileOpen(meetingId)))
        .returning({ id: meetingPeople.id }),
    ]);
    return told.length;
  } catch (error) {
    throw unavailable(error);
  }
}
