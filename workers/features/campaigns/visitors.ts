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
  const visitorOf = visitors(env);
  for (const one of seen) {
    const { p, at, k } = one;
    const who = isProgram(one) ? 'bot' : 'person';
    if (who === 'bot' && k === 'open') continue;
    const v = k === 'scan' && who === 'person' ? await visitorOf(one) : undefined;
    const key = `${p} ${k} ${who} ${hourOf(at)} ${v}`;
    const same = scans.get(key);
    if (same) same.n++;
    else scans.set(key, v === undefined ? { p, at, n: 1, k, who } : { p, at, n: 1, k, who, v });
  }
  return [...scans.values()];
}

/** What happens within an hour happens on one local day: Indonesia's zones differ from UTC by whole hours. */
const hourOf = (at: number): number => Math.floor(at / HOUR);

/** Tells the people of a flush apart: each is hashed once; undefined when there is no salt to be had. */
function visitors(env: Env): (one: Seen) => Promise<string | undefined> {
  const hashes = new Map<string, Promise<string | undefined>>();
  const beginnings = new Map<number, Promise<string | null>>();
  const beginningOf = (hour: number) => {
    const known = beginnings.get(hour) ?? saltAndDay(env, hour * HOUR);
    beginnings.set(hour, known);
    return known;
  };
  return (one) => {
    const hour = hourOf(one.at);
    const key = `${hour} ${one.address} ${one.agent}`;
    const known = hashes.get(key) ?? beginningOf(hour).then((beginning) => hashOf(beginning, one));
    hashes.set(key, known);
    return known;
  };
}

async function hashOf(beginning: string | null, { address, agent }: Seen): Promise<string | undefined> {
  if (beginning === null) return undefined;
  return toHex((await sha256(`${beginning} ${householdOf(address)} ${agent}`)).subarray(0, 8));
}

/** Salt and local day of an instant; null when they cannot be read. */
async function saltAndDay(env: Env, seenAt: number): Promise<string | null> {
  try {
    const db = openDb(env.DB);
    const at = now();
    const { calendar } = await regencyAt(db, at);
    const day = calendar.localDate(seenAt);
    return `${await saltOf(db, day, calendar.localDate(at))} ${day}`;
  } catch (error) {
    log('warn', { event: 'visitors_not_told_apart', error: errorName(error) });
    return null;
  }
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
