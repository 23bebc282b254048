/** What a meeting tells those who have an account: that they are invited, that it was moved, that it is cancelled. */
import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { deliveries } from '../../../messaging/table.ts';
import type { Statement } from '../../../platform/db.ts';
import type { Doer } from '../../doer.ts';
import { whenText } from '../../local-time.ts';
import type { MeetingRow } from './queries.ts';
import { meetingPeople } from './table.ts';

type Told = Pick<MeetingRow, 'id' | 'title' | 'startsAt' | 'place' | 'chair'>;

/**
 * For the batch that makes it true. The link is put in when it is sent (features/notices.ts), and of two that wait for the
 * same person only the later leaves (features/notice-rights.ts).
 * @param who of its people
 */
export function letters(
  to: Doer,
  { id, title, startsAt, place, chair }: Told,
  template: 'staff-meeting' | 'staff-meeting-moved' | 'staff-meeting-cancelled',
  who: SQL | undefined,
): Statement {
  const { db, now, regency } = to;
  const values = JSON.stringify({
    due: whenText(startsAt, regency.about.timeZone),
    list: [title, place && `Tempat: ${place}`, chair && `Pimpinan rapat: ${chair}`]
      .filter(Boolean)
      .join('\n'),
  });
  const leaves = regency.calendar.nextOfficeTime(now);
  const recipient = sql`'staff:' || ${meetingPeople.staffId}`;
  // As text: D1 takes every number for a fraction, and would write "1.0".
  const [before, after] = [`meeting:${id}:`, `:${now}:${template}`];
  return db.insert(deliveries).select(sql`
    select ${before} || ${recipient} || ${after}, null,
      ${template}, ${recipient}, ${values}, 'pending', 0, ${leaves}, null, ${now}, null, null
    from ${meetingPeople} where ${and(ofAccounts(id), who)}`);
}

export const ofAccounts = (id: number) =>
  and(eq(meetingPeople.meetingId, id), isNotNull(meetingPeople.staffId));
