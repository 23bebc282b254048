/**
 * Brings to mind what has to be checked before its photo stops to count: one notice a day, however many there are, in
 * office hours, to those who run the campaign. The day's row in `meta` is the lock, and what was told is told once.
 */
import { and, asc, eq, gte, lt, lte, sql } from 'drizzle-orm';
import { PHOTO_HOLDS_DAYS } from '../../../../shared/campaign.ts';
import { formatDate, formatNumber } from '../../../../shared/text.ts';
import { outbox } from '../../../messaging/outbox.ts';
import { sendHint } from '../../../messaging/queues.ts';
import { DAY } from '../../../platform/clock.ts';
import { constraintOf, type Db } from '../../../platform/db.ts';
import { meta } from '../../../platform/table.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { allStaff } from '../../../regency/staff.ts';
import { placements } from '../table.ts';

const TEMPLATE = 'staff-check-due';
const LOCK = 'check-reminder:';
/** More than a regency has places; the rest is told tomorrow. */
const MOST = 2000;

/** Part of the sweep; by the partial index, no row read while nothing is due. @param at epoch ms */
export async function remindOfChecks(env: Env, db: Db, regency: Regency, at: number): Promise<void> {
  const { calendar } = regency;
  const today = calendar.localDate(at);
  if (!calendar.isWorkingDay(today) || !calendar.isOfficeTime(at)) return;
  const due = await db
    .select({ id: placements.id, photoAt: placements.photoAt })
    .from(placements)
    .where(and(sql`${placements.checkAt} is not null`, lte(placements.checkAt, at)))
    .orderBy(asc(placements.checkAt))
    .limit(MOST);
  if (due.length === 0 || (await isTold(db, today))) return;
  const people = await runners(db, at);
  if (people.length === 0) return;
  const until = Math.min(...due.map(({ photoAt }) => photoAt ?? at)) + PHOTO_HOLDS_DAYS * DAY;
  const letters = people.map((id) => ({
    id: `${LOCK}${today}:${TEMPLATE}:staff:${id}`,
    caseId: null,
    template: TEMPLATE,
    recipient: `staff:${id}`,
    values: {
      count: formatNumber(due.length),
      due: formatDate(Math.max(until, at), regency.about.timeZone),
      link: `${env.ORIGIN ?? ''}/desk/kampanye/papan?cek=1`,
    },
    nextAt: at,
    createdAt: at,
  }));
  const ids = JSON.stringify(due.map(({ id }) => id));
  try {
    await db.batch([
      db.insert(meta).values({ key: LOCK + today, value: String(due.length) }),
      db.delete(meta).where(and(gte(meta.key, LOCK), lt(meta.key, LOCK + today))),
      db
        .update(placements)
        .set({ checkAt: null })
        .where(sql`${placements.id} in (select value from json_each(${ids}))`),
      ...outbox(db, letters),
    ]);
  } catch (error) {
    // Another sweep was quicker.
    if (constraintOf(error) === 'meta.key') return;
    throw error;
  }
  await sendHint(
    env,
    'delivery',
    letters.map(({ id }) => id),
  );
}

async function isTold(db: Db, today: string): Promise<boolean> {
  const [row] = await db
    .select({ key: meta.key })
    .from(meta)
    .where(eq(meta.key, LOCK + today));
  return row !== undefined;
}

/** Ids of campaigners; without any, administrators. */
async function runners(db: Db, at: number): Promise<number[]> {
  const staff = await allStaff(db, at);
  const of = (role: 'campaigner' | 'admin') => staff.filter(({ roles }) => roles.includes(role));
  const campaigners = of('campaigner');
  return (campaigners.length > 0 ? campaigners : of('admin')).map(({ id }) => id);
}
