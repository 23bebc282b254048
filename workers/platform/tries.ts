/**
 * Attempts that cost a growing delay, counted for each secret × client in `counters`: passwords of staff, PINs of
 * reporters. The account or code alone never locks, so nobody can shut somebody else out by guessing.
 */
import { eq, inArray, lte, sql } from 'drizzle-orm';
import { MINUTE, SECOND } from './clock.ts';
import type { Db } from './db.ts';
import { AppError } from './problem.ts';
import { counters } from './table.ts';

/** How many tries are free, and how long the wait may grow (ms). */
export interface Patience {
  free: number;
  longest: number;
}

const FIRST_WAIT = 10 * SECOND;

/**
 * For one account from one client. Where the machine cannot tell its clients apart (plain LAN), everybody is one
 * client, and an hour would let anybody shut a colleague out.
 */
export function patienceFor(client: string): Patience {
  return { free: 3, longest: client === '' ? MINUTE : 60 * MINUTE };
}

/** For one client with whatever accounts: a hash blocks the isolate for a fifth of a second. An office shares an address. */
export const CLIENT_PATIENCE: Patience = { free: 20, longest: MINUTE };

/**
 * Claims one attempt before it is judged, in one statement, so that a hundred guesses at once count as a hundred.
 * A batch may hold it; `mayTry` reads its answer.
 */
export function claimTry(db: Db, key: string, now: number, patience: Patience) {
  const tries = sql`${counters.count} + 1`;
  const wait = sql`case when ${tries} < ${patience.free} then 0
    else min(${patience.longest}, ${FIRST_WAIT} * (1 << min(${tries} - ${patience.free}, 20))) end`;
  return db
    .insert(counters)
    .values({ key, count: 1, until: now, at: now })
    .onConflictDoUpdate({
      target: counters.key,
      set: { count: tries, until: sql`${now} + ${wait}`, at: now },
      setWhere: lte(counters.until, now),
    })
    .returning({ count: counters.count });
}

/** @throws AppError too_many with the seconds to wait when the claim was refused */
export async function mayTry(
  db: Db,
  key: string,
  now: number,
  claimed: readonly unknown[],
  detail: 'sign_in_wait' | 'pin_wait' = 'sign_in_wait',
): Promise<void> {
  if (claimed.length > 0) return;
  const [row] = await db.select({ until: counters.until }).from(counters).where(eq(counters.key, key));
  const seconds = Math.max(1, Math.ceil(((row?.until ?? now) - now) / SECOND));
  throw new AppError('too_many', { detail, retryAfter: seconds });
}

/** Forgets the attempts after one that was right. */
export async function clearTries(db: Db, ...keys: string[]): Promise<void> {
  await db.delete(counters).where(inArray(counters.key, keys));
}
