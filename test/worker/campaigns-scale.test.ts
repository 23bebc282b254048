/** A campaign that a whole regency scans: what is counted is what happened, and pages cost what they cost on the first day. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import type { LinkKind } from '../../shared/campaign.ts';
import { app } from '../../workers/app.tsx';
import { brochureBatches } from '../../workers/features/campaigns/batches/table.ts';
import { RESULTS } from '../../workers/features/campaigns/chain/choices.ts';
import { campaignEvents } from '../../workers/features/campaigns/events/table.ts';
import { makeLinks } from '../../workers/features/campaigns/hang/links.ts';
import { campaignPosts, mediaArticles, mediaPartners } from '../../workers/features/campaigns/posts/table.ts';
import { scopeOf } from '../../workers/features/campaigns/print/choice.ts';
import { printPacks } from '../../workers/features/campaigns/print/table.ts';
import type { Seen } from '../../workers/features/campaigns/scans/collect.ts';
import { forgetSalts, forgetScans } from '../../workers/features/campaigns/scans/salts.ts';
import { scansOf } from '../../workers/features/campaigns/scans/visitors.ts';
import { campaigns, placementCounts, placements, scanSalts } from '../../workers/features/campaigns/table.ts';
import { scanRows } from '../../workers/local/bench/scan-costs.ts';
import { MOST_SCANS, type Parcel } from '../../workers/messaging/parcel.ts';
import { DAY, HOUR, shiftClock } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { count, openCampaign, PHONE, parcelOf, visitAll } from '../support/campaign.ts';
import { Desk } from '../support/desk.ts';
import { countingEnv } from '../support/rows.ts';
import { addStaff, MONDAY, testCtx } from '../support/worker.ts';

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

/**
 * Every address of the campaign that somebody can read: pages, files and calls, with the things that `oneOfEach` made.
 * @param code of a placement @param token of a link for a kecamatan
 */
function readable(code: string, token: string): string[] {
  const routes = app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
  const own = routes.filter((path) =>
    /^\/(desk\/kampanye|api\/v1\/campaigns|pasang|bagikan)(\/|$)/.test(path),
  );
  const filled = own.map((path) =>
    path.replace(/:(\w+)(\{[^}]*\})?/g, (_whole, name: string, pattern = '') => {
      if (name === 'code') return code;
      if (name === 'token') return token;
      return pattern.includes('svg') ? `${code}.svg` : '1';
    }),
  );
  return [...new Set([...filled, `${RESULTS}?menurut=kanal`])];
}

/** One of each that has a page of its own. @returns the token of a link for a kecamatan */
async function oneOfEach(): Promise<string> {
  const link = async (kind: LinkKind, code: string) => {
    const made = { kind, code, ref: '', material: 'link', createdAt: 1 } as const;
    const [row] = await db().insert(placements).values(made).returning({ id: placements.id });
    return row?.id ?? 0;
  };
  const common = { title: 'Contoh', createdBy: 'staff:1', createdAt: 1 };
  const [post, article, event, batch] = [
    await link('post', 'PST234'),
    await link('article', 'ART234'),
    await link('event', 'EVT234'),
    await link('batch', 'BCH234'),
  ];
  await db().batch([
    db().insert(campaigns).values({ name: 'Ayo lapor', startsOn: '2026-01-01', createdBy: 1, createdAt: 1 }),
    db()
      .insert(campaignPosts)
      .values({ ...common, channel: 'facebook', plannedFor: '2026-07-20T08:00', placementId: post }),
    db()
      .insert(campaignEvents)
      .values({ ...common, kind: 'briefing', startsAt: '2026-07-20T08:00', placementId: event }),
    db()
      .insert(brochureBatches)
      .values({ ...common, material: 'brochure', printed: 500, printedOn: '2026-07-20', placementId: batch }),
    db().insert(mediaPartners).values({ name: 'Radio Contoh', kind: 'radio', createdAt: 1 }),
    db()
      .insert(mediaArticles)
      .values({ ...common, partnerId: 1, publishedOn: '2026-07-20', placementId: article }),
    db()
      .insert(printPacks)
      .values({
        ...{
          format: 'a3_poster',
          scope: JSON.stringify(scopeOf(new URLSearchParams())),
          origin: 'https://kanal.test',
          placements: '[1]',
          total: 1,
          done: 1,
        },
        ...{ status: 'done', createdBy: 1, createdAt: 1, finishedAt: 1 },
      }),
  ]);
  const [made] = await makeLinks(db(), await loadKeys(env), {
    ...{ districts: ['73.24.01'], campaignId: null, key: crypto.randomUUID(), by: 1, now: MONDAY },
  });
  return made?.token ?? '';
}

/** Rows read by each address, with its status. */
async function costOf(paths: readonly string[], cookie: string): Promise<Map<string, string>> {
  const costs = new Map<string, string>();
  for (const path of paths) {
    const bindings = countingEnv();
    const [answer] = await visitAll(bindings.env, [{ path, headers: { cookie } }]);
    await answer?.arrayBuffer();
    costs.set(path, `${answer?.status} ${bindings.rows.read} read ${bindings.rows.written} written`);
  }
  return costs;
}

describe('100,000 scans', () => {
  it('count as a recount of the raw rows, and make no page read more than 1,000 do', {
    timeout: 120_000,
  }, async ({ expect }) => {
    const token = await oneOfEach();
    const placed = await db().select({ id: placements.id, code: placements.code }).from(placements);
    const ids = placed.map(({ id }) => id);
    const raws = [...Array.from({ length: 99_000 }, (_, n) => rawScan(n, ids)), ...burst(ids)];
    const cookie = `__Secure-${(await Desk.of(await addStaff(['admin'], ['DISKOMINFOSP']))).cookie}`;
    const paths = readable(placed[0]?.code ?? '', token);

    await deliver(raws.slice(0, 1_000));
    expect(await counted()).toEqual(await recount(raws.slice(0, 1_000)));
    // The first request of an isolate also reads the settings; the first look at a link is noted.
    await costOf(['/desk/kampanye/hasil', `/pasang/${token}`], cookie);
    const few = await costOf(paths, cookie);

    await deliver(raws.slice(1_000));
    expect(await counted()).toEqual(await recount(raws));
    expect([...(await costOf(paths, cookie))]).toEqual([...few]);
    const answered = [...few.values()].filter((cost) => /^[23]/.test(cost));
    expect(answered.length).toBeGreaterThan(70);
    expect([...few].filter(([, cost]) => /^5/.test(cost))).toEqual([]);
  });
});

/** Rows of one delivery to the consumer, and of the destruction of what it left. */
async function rowsOf(parcels: Parcel[]) {
  const counting = countingEnv();
  await count(parcels, counting.env);
  // The day's salt is one row for all of its scans.
  await db().delete(scanSalts);
  forgetSalts();
  const forgetting = countingEnv();
  const { calendar } = (await testCtx()).regency;
  await forgetScans(openDb(forgetting.env.DB), calendar, MONDAY + 9 * DAY);
  return {
    read: counting.rows.read + forgetting.rows.read,
    written: counting.rows.written + forgetting.rows.written,
  };
}

describe('what a scan costs', () => {
  it('is what the costs of a million are reckoned from', async ({ expect }) => {
    const [one] = await db().select({ id: placements.id }).from(placements);
    const ids = [one?.id ?? 0];
    const parcel = async (from: number, events: number, kinds: readonly Seen['k'][]) => {
      const raws = Array.from({ length: events }, (_, n) => rawScan(from + n * 2 + 1, ids));
      return parcelOf(
        ...(await scansOf(
          env,
          raws.map((raw, n) => ({ ...raw, at: MONDAY, k: kinds[n % kinds.length] ?? 'scan' })),
        )),
      );
    };
    // The first one of a day makes the rows of the day.
    await rowsOf([await parcel(0, 1, ['scan'])]);
    expect(await rowsOf([await parcel(100, 1, ['scan'])])).toEqual(scanRows.scan);
    expect(await rowsOf([await parcel(200, 1, ['open'])])).toEqual(scanRows.opening);
    const busy = [];
    for (let n = 0; n < scanRows.busy.parcels; n++)
      busy.push(await parcel(1_000 + n * 1_000, scanRows.busy.events, ['scan', 'open']));
    const { read, written } = scanRows.busy;
    expect(await rowsOf(busy)).toEqual({ read, written });
  });
});
