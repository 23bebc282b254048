/**
 * How a PIN reaches a reporter for whom somebody else typed, without that person seeing it (domain.md section 1, KIM): a
 * link that the reporter's own phone opens, or the helper's phone in the reporter's hand. It works once, for half an hour,
 * and only while nobody has a PIN yet: opening it makes a new one, so the first was never shown to anybody.
 */
import { eq, sql } from 'drizzle-orm';
import { MINUTE } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import { counters } from '../../platform/table.ts';
import type { Keys } from '../../privacy/keys.ts';
import { macHex, sameText } from '../../privacy/mac.ts';

const VALID = 30 * MINUTE;
/** How long the PIN may be shown again when its page was lost on the way. */
const SHOWN = 5 * MINUTE;
/** Version of the PIN that nobody was shown, and of the one that the link makes. */
export const UNSEEN = 1;
export const MADE = 2;

/** @param now epoch ms; @returns an absolute address under `origin`, and until when it counts */
export async function handoverLink(
  keys: Keys,
  origin: string,
  code: string,
  now: number,
): Promise<{ url: string; until: number }> {
  const until = now + VALID;
  return { url: `${origin}/lacak/serah/${code}/${until}-${await tokenOf(keys, code, until)}`, until };
}

/** @param part the last part of such a link */
export async function handoverHolds(keys: Keys, code: string, part: string, now: number): Promise<boolean> {
  const [until = '', token = ''] = part.split('-');
  if (!/^\d+$/.test(until) || Number(until) < now || Number(until) > now + VALID) return false;
  return sameText(await tokenOf(keys, code, Number(until)), token);
}

function tokenOf(keys: Keys, code: string, until: number): Promise<string> {
  return macHex(keys, 'tokens', 'hand-over', code, String(until));
}

const keyOf = async (keys: Keys, code: string) => `serah:${await macHex(keys, 'client', 'hand-over', code)}`;

/** Remembers when the PIN was shown; the first time counts. */
export async function keepShown(db: Db, keys: Keys, code: string, now: number): Promise<void> {
  await db
    .insert(counters)
    .values({ key: await keyOf(keys, code), count: 1, until: now + SHOWN, at: now })
    .onConflictDoNothing();
}

/** The reporter has written it down: it is not shown again. */
export async function closeShown(db: Db, keys: Keys, code: string, now: number): Promise<void> {
  await db
    .insert(counters)
    .values({ key: await keyOf(keys, code), count: 1, until: now, at: now })
    .onConflictDoUpdate({ target: counters.key, set: { until: now, count: sql`${counters.count} + 1` } });
}

/** May a repeated request see the PIN again? Also when the machine stopped before it could remember that it was shown. */
export async function mayShowAgain(db: Db, keys: Keys, code: string, now: number): Promise<boolean> {
  const [row] = await db
    .select({ until: counters.until })
    .from(counters)
    .where(eq(counters.key, await keyOf(keys, code)));
  return !row || row.until > now;
}
