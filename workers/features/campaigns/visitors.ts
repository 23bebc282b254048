/**
 * From what a request left behind to what is counted. A person of a day is the first 8 bytes of SHA-256 over the day's
 * random salt, the household's address and the user agent; the address itself ends here.
 */
import { isbot } from 'isbot';
import { householdOf } from '../../platform/address.ts';
import { now } from '../../platform/clock.ts';
import { openDb } from '../../platform/db.ts';
import { errorName, log } from '../../platform/log.ts';
import { sha256Hex } from '../../privacy/mac.ts';
import { regencyAt } from '../../regency/snapshot.ts';
import type { Seen } from './collect.ts';
import type { Scan } from './parcel.ts';
import { saltOf } from './salts.ts';

/** Never throws: without a salt the scans count, only who is new among them does not. Openings by programs are left out. */
export async function scansOf(env: Env, seen: readonly Seen[]): Promise<Scan[]> {
  const scans: Scan[] = [];
  const visitor = visitorsOf(env);
  for (const one of seen) {
    const { p, at, k } = one;
    const who = isProgram(one) ? 'bot' : 'person';
    if (who === 'bot' && k === 'open') continue;
    const v = who === 'person' && k === 'scan' ? await visitor(one) : undefined;
    scans.push(v === undefined ? { p, at, k, who } : { p, at, k, who, v });
  }
  return scans;
}

/** Hashes visitors; each household with its browser once. */
function visitorsOf(env: Env): (seen: Seen) => Promise<string | undefined> {
  const hashes = new Map<string, string>();
  let broken = false;
  return async ({ at, address, agent }) => {
    if (broken) return undefined;
    try {
      const db = openDb(env.DB);
      const today = now();
      const { calendar } = await regencyAt(db, today);
      const day = calendar.localDate(at);
      const who = `${day} ${householdOf(address)} ${agent}`;
      const known = hashes.get(who);
      if (known) return known;
      const salt = await saltOf(db, day, calendar.localDate(today));
      const hash = (await sha256Hex(`${salt} ${who}`)).slice(0, 16);
      hashes.set(who, hash);
      return hash;
    } catch (error) {
      broken = true;
      log('warn', { event: 'visitors_not_told_apart', error: errorName(error) });
      return undefined;
    }
  };
}

/** Judged user agents; a phone model is common, and the pattern is long. */
const judged = new Map<string, boolean>();
const MOST = 500;

/** Messengers that fetch a preview, browsers that fetch ahead, crawlers, and whoever does not say what it is. */
function isProgram({ agent, purpose }: Seen): boolean {
  if (agent === '' || /prefetch|preview|prerender/i.test(purpose)) return true;
  const known = judged.get(agent);
  if (known !== undefined) return known;
  if (judged.size >= MOST) judged.clear();
  const judgement = isbot(agent);
  judged.set(agent, judgement);
  return judgement;
}
