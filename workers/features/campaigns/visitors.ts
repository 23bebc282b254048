/**
 * From what a request left behind to what is counted. A person of a day is the first 8 bytes of SHA-256 over the day's
 * random salt, the household's address and the user agent; the address itself ends here.
 */
import { isbot } from 'isbot';
import type { Scan } from '../../messaging/parcel.ts';
import { householdOf } from '../../platform/address.ts';
import { HOUR, now } from '../../platform/clock.ts';
import { openDb } from '../../platform/db.ts';
import { toHex } from '../../platform/ids.ts';
import { errorName, log } from '../../platform/log.ts';
import { sha256 } from '../../privacy/mac.ts';
import { regencyAt } from '../../regency/snapshot.ts';
import type { Seen } from './collect.ts';
import { saltOf } from './salts.ts';

/**
 * What of it is counted; like ones together, because programs and children press again and again.
 * Never throws: without a salt the scans count, only who is new among them does not.
 * Openings by programs are left out.
 */
export async function scansOf(env: Env, seen: readonly Seen[]): Promise<Scan[]> {
  const scans = new Map<string, Scan>();
  const keys = seen.map(personOf);
  const hashes = await hashesOf(env, seen, keys);
  for (const [index, one] of seen.entries()) {
    const { p, at, k } = one;
    const who = isProgram(one) ? 'bot' : 'person';
    if (who === 'bot' && k === 'open') continue;
    const v = hashes.get(keys[index] ?? '');
    const key = `${p} ${k} ${who} ${hourOf(at)} ${v}`;
    const same = scans.get(key);
    if (same) same.n++;
    else scans.set(key, v === undefined ? { p, at, n: 1, k, who } : { p, at, n: 1, k, who, v });
  }
  return [...scans.values()];
}

/** What happens within an hour happens on one local day: Indonesia's zones differ from UTC by whole hours. */
const hourOf = (at: number): number => Math.floor(at / HOUR);

/** One who scans several times within a flush is hashed once; null for programs and openings. */
const personOf = (one: Seen): string | null =>
  one.k === 'scan' && !isProgram(one) ? `${hourOf(one.at)} ${one.address} ${one.agent}` : null;

/** Hashes of the people in a flush, by key; none when there is no salt to be had. */
async function hashesOf(
  env: Env,
  seen: readonly Seen[],
  keys: readonly (string | null)[],
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  const people = new Map<string, Seen>();
  for (const [index, one] of seen.entries()) {
    const key = keys[index];
    if (key) people.set(key, one);
  }
  if (people.size === 0) return hashes;
  try {
    const db = openDb(env.DB);
    const at = now();
    const { calendar } = await regencyAt(db, at);
    const today = calendar.localDate(at);
    const salted = new Map<number, string>();
    for (const hour of new Set(Array.from(people.values(), (one) => hourOf(one.at)))) {
      const day = calendar.localDate(hour * HOUR);
      salted.set(hour, `${await saltOf(db, day, today)} ${day}`);
    }
    const tell = async ([key, { at, address, agent }]: [string, Seen]) => {
      const digest = await sha256(`${salted.get(hourOf(at))} ${householdOf(address)} ${agent}`);
      hashes.set(key, toHex(digest.subarray(0, 8)));
    };
    await Promise.all(Array.from(people, tell));
  } catch (error) {
    log('warn', { event: 'visitors_not_told_apart', error: errorName(error) });
  }
  return hashes;
}

/** Judged user agents; a phone model is common, and the pattern is long. */
const judged = new Map<string, boolean>();
const MOST = 500;

/** Messengers that fetch a preview, browsers that fetch ahead, crawlers, and whoever does not say what it is. */
function isProgram({ agent, purpose }: Seen): boolean {
  if (agent === '' || (purpose !== '' && /prefetch|preview|prerender/i.test(purpose))) return true;
  const known = judged.get(agent);
  if (known !== undefined) return known;
  if (judged.size >= MOST) judged.clear();
  const judgement = isbot(agent);
  judged.set(agent, judgement);
  return judgement;
}
