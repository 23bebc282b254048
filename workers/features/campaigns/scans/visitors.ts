/**
 * From what a request left behind to what is counted. A person of a day is SipHash-2-4 of the household's address and the
 * user agent, keyed with the day's random salt; the address itself ends here.
 */
import { isbot } from 'isbot';
import type { Scan } from '../../../messaging/parcel.ts';
import { householdOf } from '../../../platform/address.ts';
import { HOUR, now } from '../../../platform/clock.ts';
import { openDb } from '../../../platform/db.ts';
import { errorName, log } from '../../../platform/log.ts';
import { type ShortDigest, shortDigest } from '../../../privacy/short-digest.ts';
import { regencyAt } from '../../../regency/snapshot.ts';
import type { Seen } from './collect.ts';
import { saltOf } from './salts.ts';

/**
 * What of it is counted, like ones together. Openings by programs are left out.
 * Never throws: without a salt the scans count, only who is new among them does not.
 */
export async function scansOf(env: Env, seen: readonly Seen[]): Promise<Scan[]> {
  const digests = await digestsOf(env, seen);
  const scans = new Map<string, Scan>();
  const visitors = new Map<Scan, Set<string>>();
  for (const { p, at, k, address, agent, purpose } of seen) {
    const { program, tag } = agentOf(agent);
    const who = program || fetchesAhead(purpose) ? 'bot' : 'person';
    if (who === 'bot' && k === 'open') continue;
    const hour = hourOf(at);
    const key = `${p} ${k} ${who} ${hour}`;
    const same = scans.get(key);
    const scan = same ?? { p, at, n: 0, k, who };
    if (!same) scans.set(key, scan);
    scan.n++;
    const digest = who === 'person' && k === 'scan' ? digests.get(hour) : undefined;
    if (!digest) continue;
    const there = visitors.get(scan) ?? new Set();
    visitors.set(scan, there.add(digest(`${householdOf(address)} ${tag}`)));
  }
  for (const [scan, there] of visitors) scan.v = [...there];
  return [...scans.values()];
}

/** What happens within an hour happens on one local day: Indonesia's zones differ from UTC by whole hours. */
const hourOf = (at: number): number => Math.floor(at / HOUR);

/** The digest of each hour, under the salt of its local day; none when there is no salt to be had. */
async function digestsOf(env: Env, seen: readonly Seen[]): Promise<Map<number, ShortDigest>> {
  const digests = new Map<number, ShortDigest>();
  try {
    const db = openDb(env.DB);
    const at = now();
    const { calendar } = await regencyAt(db, at);
    const today = calendar.localDate(at);
    for (const hour of new Set(seen.map((one) => hourOf(one.at))))
      digests.set(hour, shortDigest(await saltOf(db, calendar.localDate(hour * HOUR), today)));
  } catch (error) {
    log('warn', { event: 'visitors_not_told_apart', error: errorName(error) });
  }
  return digests;
}

interface Agent {
  /** Messengers that fetch a preview, crawlers, and whoever does not say what it is. */
  program: boolean;
  /** Stands for the user agent in a digest, because that is long. */
  tag: string;
}

/** User agents that were met; a phone model is common, and the pattern of programs is long. */
const agents = new Map<string, Agent>();
const MOST = 500;
const tagOf = shortDigest('0'.repeat(32));

function agentOf(name: string): Agent {
  const known = agents.get(name);
  if (known) return known;
  if (agents.size >= MOST) agents.clear();
  const agent = { program: name === '' || isbot(name), tag: tagOf(name) };
  agents.set(name, agent);
  return agent;
}

/** Browsers that fetch a page before anybody asks for it. */
const fetchesAhead = (purpose: string): boolean =>
  purpose !== '' && /prefetch|preview|prerender/i.test(purpose);
