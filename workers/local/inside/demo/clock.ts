/**
 * The clock of the demo. It exists only in the Worker that `npm start` builds, and moves only where the invented cases are
 * loaded; it never goes back, so that nothing that happened lies in the future.
 */
import { eq } from 'drizzle-orm';
import { sweep } from '../../../features/sweep.ts';
import { MINUTE, now, offset, shiftClock } from '../../../platform/clock.ts';
import { type Db, openDb } from '../../../platform/db.ts';
import { meta } from '../../../platform/table.ts';
import { regencyAt } from '../../../regency/snapshot.ts';

const KEY = 'demo_clock';

/** Puts the clock where it was left. */
export async function restoreClock(db: Db): Promise<void> {
  const [row] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, KEY));
  if (row) shiftClock(Number(row.value));
}

/** Are the invented cases loaded? Without them there is no demo, and no clock to move. */
export async function isDemo(db: Db): Promise<boolean> {
  const [row] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, 'demo'));
  return row?.value === 'loaded';
}

/**
 * Moves on to nine o'clock of the n-th working day from today; on the way the morning is passed as it would have been, with
 * its clocks and its digest.
 * @param days at least 1
 */
export async function moveOn(env: Env, days: number): Promise<void> {
  const db = openDb(env.DB);
  const { calendar } = await regencyAt(db, now());
  const date = calendar.localDate(calendar.addWorkingDays(now(), days));
  const morning = Math.max(calendar.startOfDay(date), calendar.nextOfficeTime(calendar.startOfDay(date)));
  // Half past nine or so: the digest of the morning has its time, the offices are open.
  const value = String(offset() + (morning + 90 * MINUTE - now()));
  await db.insert(meta).values({ key: KEY, value }).onConflictDoUpdate({ target: meta.key, set: { value } });
  shiftClock(Number(value));
  // The first sweep fires what was missed, the second makes the lists.
  await sweep(env, now());
  await sweep(env, now());
}
