/**
 * The random salt of each local day, which tells visitors of that day apart, and its destruction: after 48 hours nobody
 * can say any more whether somebody was there.
 */
import { eq, lte } from 'drizzle-orm';
import type { Calendar } from '../../../../shared/working-time.ts';
import { DAY } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/db.ts';
import { newToken } from '../../../platform/ids.ts';
import { countedParcels, scanSalts, scanVisitors } from '../table.ts';

/** From the start of its day. */
const SALT_LIFE = 2 * DAY;
/** A queue keeps a message for four days at most; after that none can be delivered again. */
const PARCEL_LIFE = 7 * DAY;

const salts = new Map<string, string>();

/** The salt of a day, made when it is the first to be asked for. @param today local date; older salts leave the memory */
export async function saltOf(db: Db, day: string, today: string): Promise<string> {
  for (const old of salts.keys()) if (old < today) salts.delete(old);
  const known = salts.get(day);
  if (known) return known;
  const [, rows] = await db.batch([
    db.insert(scanSalts).values({ day, salt: newToken() }).onConflictDoNothing(),
    db.select({ salt: scanSalts.salt }).from(scanSalts).where(eq(scanSalts.day, day)),
  ]);
  const salt = rows[0]?.salt;
  if (!salt) throw new Error('No salt was kept');
  if (day >= today) salts.set(day, salt);
  return salt;
}

/** Drops what the isolate remembers; between tests. */
export function forgetSalts(): void {
  salts.clear();
}

/**
 * Destroys salts and visitors whose day began 48 hours ago, and the record of parcels that can no longer come again.
 * @param now epoch ms
 */
export async function forgetScans(db: Db, calendar: Calendar, now: number): Promise<void> {
  const over = calendar.localDate(now - SALT_LIFE);
  await db.batch([
    db.delete(scanSalts).where(lte(scanSalts.day, over)),
    db.delete(scanVisitors).where(lte(scanVisitors.day, over)),
    db.delete(countedParcels).where(lte(countedParcels.at, now - PARCEL_LIFE)),
  ]);
}
