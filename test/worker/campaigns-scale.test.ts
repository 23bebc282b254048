/** A campaign that a whole regency scans: what is counted is what happened, and pages cost what they cost on the first day. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import type { Seen } from '../../workers/features/campaigns/scans/collect.ts';
import { forgetScans } from '../../workers/features/campaigns/scans/salts.ts';
import { scansOf } from '../../workers/features/campaigns/scans/visitors.ts';
import { placementCounts, placements } from '../../workers/features/campaigns/table.ts';
import { MOST_SCANS, type Parcel } from '../../workers/messaging/parcel.ts';
import { DAY, HOUR, shiftClock } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { count, openCampaign, PHONE, parcelOf } from '../support/campaign.ts';
import { MONDAY, testCtx } from '../support/worker.ts';

/** What previews and reads for others: messengers, crawlers, and who does not say what it is. */
const PROGRAMS = [
  'WhatsApp/2.23.20.0',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'TelegramBot (like TwitterBot)',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  '',
];

/** Of one scan or opening, as the test remembers it. */
interface Raw extends Seen {
  program: boolean;
  /** Who it was, in the test's own words. */
  person: string;
}

/** Days whose salt is still there, as it is for 48 hours. */
const SALTED = ['2026-07-20', '2026-07-19'];

const db = () => openDb(env.DB);

beforeEach(async () => {
  await openCampaign();
  shiftClock(MONDAY - Date.now());
});

/** A day of phones in a regency: each third opens the form; one in fifty was without a signal for one day or three. */
function rawScan(n: number, ids: readonly number[]): Raw {
  // Who scans here scans here again: 4,999 people, each at one place.
  const person = n % 4_999;
  const late = n % 50 === 0 ? (n % 100 === 0 ? DAY : 3 * DAY) : 0;
  const phone = person % 7;
  return {
    p: ids[person % ids.length] ?? 0,
    at: MONDAY - late - (n % 5) * HOUR,
    k: n % 3 === 2 ? 'open' : 'scan',
    address: `10.${person >> 14}.${(person >> 7) & 127}.${person & 127}`,
    agent: `${PHONE} ${phone}`,
    purpose: '',
    program: false,
    person: `${person} ${phone}`,
  };
}

/** A link in a group of a thousand people: every messenger fetches its preview at once. */
function burst(ids: readonly number[]): Raw[] {
  return Array.from({ length: 1_000 }, (_, n) => ({
    p: ids[0] ?? 0,
    at: MONDAY,
    k: 'scan',
    address: `66.249.${n % 200}.${n % 13}`,
    agent: n % 6 === 5 ? PHONE : (PROGRAMS[n % 6] ?? ''),
    purpose: n % 6 === 5 ? 'prefetch;prerender' : '',
    program: true,
    person: '',
  }));
}

/** As isolates send them, through the consumer: one parcel in ten comes twice at once, and one in seven once more later. */
async function deliver(raws: readonly Raw[]): Promise<void> {
  const parcels: Parcel[] = [];
  for (let at = 0; at < raws.length; at += MOST_SCANS)
    parcels.push(parcelOf(...(await scansOf(env, raws.slice(at, at + MOST_SCANS)))));
  // Those that were under way for three days come when nobody can tell any more who was new on theirs.
  await forgetScans(db(), (await testCtx()).regency.calendar, MONDAY);
  for (let at = 0; at < parcels.length; at += 50) {
    const batch = parcels
      .slice(at, at + 50)
      .flatMap((parcel, n) => (n % 10 === 0 ? [parcel, parcel] : [parcel]));
    const { retried } = await count(batch);
    if (retried > 0) throw new Error('a parcel was not counted');
  }
  await count(parcels.filter((_, n) => n % 7 === 0));
}

/** The counts by looking at every raw row. */
async function recount(raws: readonly Raw[]): Promise<string[]> {
  const { calendar } = (await testCtx()).regency;
  const sums = new Map<string, { scanned: number; bots: number; opened: number; people: Set<string> }>();
  const days = new Map<number, string>();
  for (const { p, at, k, program, person } of raws) {
    const day = days.get(at) ?? calendar.localDate(at);
    days.set(at, day);
    for (const key of [`${day} ${p}`, `* ${p}`]) {
      const sum = sums.get(key) ?? { scanned: 0, bots: 0, opened: 0, people: new Set() };
      sums.set(key, sum);
      if (program) sum.bots++;
      else if (k === 'open') sum.opened++;
      else {
        sum.scanned++;
        if (SALTED.includes(day)) sum.people.add(`${day} ${person}`);
      }
    }
  }
  return [...sums]
    .map(([key, { scanned, people, bots, opened }]) => `${key}: ${scanned} ${people.size} ${bots} ${opened}`)
    .sort();
}

async function counted(): Promise<string[]> {
  const rows = await db().select().from(placementCounts);
  return rows
    .map((row) => `${row.day} ${row.placementId}: ${row.scanned} ${row.visitors} ${row.bots} ${row.opened}`)
    .sort();
}

describe('100,000 scans', () => {
  it('count as a recount of the raw rows', { timeout: 120_000 }, async ({ expect }) => {
    const ids = (await db().select({ id: placements.id }).from(placements)).map(({ id }) => id);
    const raws = [...Array.from({ length: 99_000 }, (_, n) => rawScan(n, ids)), ...burst(ids)];
    await deliver(raws.slice(0, 1_000));
    expect(await counted()).toEqual(await recount(raws.slice(0, 1_000)));
    await deliver(raws.slice(1_000));
    expect(await counted()).toEqual(await recount(raws));
  });
});
