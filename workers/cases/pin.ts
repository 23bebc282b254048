/**
 * Code + PIN is how a reporter without an account proves to be the reporter. The PIN is never stored: it is the HMAC of
 * code and version, so a repeated submission can repeat the receipt and a leaked database opens nothing.
 */
import { sql } from 'drizzle-orm';
import { pinFromMac } from '../../shared/code.ts';
import { MINUTE, SECOND } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { AppError } from '../platform/problem.ts';
import { counters } from '../platform/table.ts';
import type { Keys } from '../privacy/keys.ts';
import { macBytes, macHex, sameText } from '../privacy/mac.ts';
import { cases } from './table.ts';

/** @returns six digits */
export async function pinOf(keys: Keys, code: string, version: number): Promise<string> {
  return pinFromMac(await macBytes(keys, 'pin', code, String(version)));
}

/** Free tries before waiting starts, and the longest wait. */
const FREE_TRIES = 3;
const LONGEST_WAIT = 60 * MINUTE;

/**
 * Checks a PIN. Wrong ones cost a delay that grows for each code × client; the code alone never locks, so nobody can
 * shut a reporter out. An unknown code answers exactly like a wrong PIN.
 * @param client address of the client; only its HMAC is kept
 * @throws AppError not_found (wrong_pin) or too_many with the seconds to wait
 */
export async function checkPin(
  db: Db,
  keys: Keys,
  now: number,
  code: string,
  pin: string,
  client: string,
): Promise<void> {
  const key = `pin:${await macHex(keys, 'client', code, client)}`;
  const [rows, tries] = await db.batch([
    db.select({ version: cases.pinVersion }).from(cases).where(sql`${cases.code} = ${code}`),
    db.select().from(counters).where(sql`${counters.key} = ${key}`),
  ]);
  const failures = tries[0];
  if (failures && failures.until > now) throw tooMany(failures.until - now);
  const expected = await pinOf(keys, code, rows[0]?.version ?? 0);
  if (sameText(expected, pin) && rows[0]) return;
  const count = (failures?.count ?? 0) + 1;
  const wait = count < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT, 2 ** (count - FREE_TRIES) * 10 * SECOND);
  await db
    .insert(counters)
    .values({ key, count, until: now + wait, at: now })
    .onConflictDoUpdate({
      target: counters.key,
      set: { count: sql`${counters.count} + 1`, until: now + wait, at: now },
    });
  throw new AppError('not_found', { detail: 'wrong_pin' });
}

function tooMany(ms: number): AppError {
  return new AppError('too_many', { detail: 'pin_wait', retryAfter: Math.ceil(ms / SECOND) });
}
