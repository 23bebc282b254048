/** GET /CODE: where it leads, what it leaves behind, and that it never fails a person. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { app } from '../../workers/app.tsx';
import { forgetCodes, learn, rememberedCodes } from '../../workers/features/campaigns/scans/known.ts';
import { scanSalts } from '../../workers/features/campaigns/table.ts';
import { MINUTE, now, shiftClock } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import {
  openCampaign,
  PHONE,
  type Placed,
  placedAt,
  takeDown,
  visitAll,
  watchedEnv,
} from '../support/campaign.ts';
import { counting } from '../support/rows.ts';

let village: Placed;

beforeEach(async () => {
  await openCampaign();
  village = await placedAt('area:73.24.01.2001');
});

const leads = (answer: Response | undefined) => [answer?.status, answer?.headers.get('location')];

describe('a short address', () => {
  it('leads to the form with its banner, in any spelling, and is never kept by a cache', async ({
    expect,
  }) => {
    const { env: watched } = watchedEnv();
    const [plain, lower, head] = await visitAll(watched, [
      { path: `/${village.code}` },
      { path: `/${village.code.toLowerCase()}` },
      { path: `/${village.code}`, method: 'HEAD' },
    ]);
    for (const answer of [plain, lower, head]) {
      expect(leads(answer)).toEqual([302, `/?p=${village.code}`]);
      expect(answer?.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('counts people and programs apart, and HEAD never', async ({ expect }) => {
    const watched = watchedEnv();
    const path = `/${village.code}`;
    await visitAll(watched.env, [
      { path },
      { path, ip: '203.0.113.77' },
      { path, method: 'HEAD' },
      { path, agent: 'WhatsApp/2.23.20.0' },
      { path, agent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
      { path, agent: null },
      { path, headers: { 'sec-purpose': 'prefetch;prerender' } },
      { path, headers: { purpose: 'preview' } },
    ]);
    const scans = watched.parcels.flatMap((parcel) => parcel.scans);
    const sum = (kind: string) =>
      scans.filter(({ who }) => who === kind).reduce((total, { n }) => total + n, 0);
    expect([sum('person'), sum('bot')]).toEqual([2, 5]);
    expect(scans.every((scan) => scan.p === village.id && scan.k === 'scan')).toBe(true);
  });

  it('leads to the plain form when nobody has it, and counts nothing', async ({ expect }) => {
    const watched = watchedEnv();
    const answers = await visitAll(watched.env, [{ path: '/ZZZZZ9' }, { path: '/000000' }]);
    expect(answers.map(leads)).toEqual([
      [302, '/'],
      [302, '/'],
    ]);
    expect(watched.parcels).toEqual([]);
  });

  it('leads to the plain form when it is retired, and still counts who scans it', async ({ expect }) => {
    await takeDown(village, now());
    const watched = watchedEnv();
    const [answer] = await visitAll(watched.env, [{ path: `/${village.code}` }]);
    expect(leads(answer)).toEqual([302, '/']);
    expect(watched.parcels[0]?.scans).toMatchObject([{ p: village.id, k: 'scan', who: 'person' }]);
  });

  it('leads to the form when the database does not answer', async ({ expect }) => {
    const DB = {
      prepare: () => {
        throw new Error('D1_ERROR: Network connection lost.');
      },
    };
    const watched = watchedEnv({ DB });
    const [answer] = await visitAll(watched.env, [{ path: `/${village.code}` }]);
    expect(leads(answer)).toEqual([302, `/?p=${village.code}`]);
  });

  it('costs one row the first time, then none for a minute, known or not', async ({ expect }) => {
    for (const code of [village.code, 'ZZZZZ9']) {
      const { d1, rows } = counting(env.DB);
      const { env: watched } = watchedEnv({ DB: d1 });
      const go = () => visitAll(watched, [{ path: `/${code}`, method: 'HEAD' }]);
      await go();
      expect(rows.trips).toBe(1);
      expect(rows.read).toBeLessThanOrEqual(1);
      await go();
      expect(rows.trips).toBe(1);
      shiftClock(2 * MINUTE);
      await go();
      expect(rows.trips).toBe(2);
      shiftClock(0);
      forgetCodes();
    }
  });

  it('remembers a bounded number of guesses', async ({ expect }) => {
    const statement = { bind: () => statement, raw: async () => [] };
    const empty = openDb({ prepare: () => statement } as unknown as D1Database);
    for (let n = 0; n < 2_100; n++) await learn(empty, `Z${String(n).padStart(5, '0')}`, now());
    expect(rememberedCodes()).toBeGreaterThan(50);
    expect(rememberedCodes()).toBeLessThanOrEqual(2_000);
  });

  it('can never be one of our own addresses', ({ expect }) => {
    const matcher = /^\/(?=[A-Za-z]*[0-9])[0-9A-Za-z]{6}$/;
    const short = app.routes.filter((route) => route.path.startsWith('/:code{'));
    expect(short.map((route) => route.method)).toEqual(['GET']);
    expect(matcher.test('/AB12CD')).toBe(true);
    const paths = app.routes.filter((route) => route !== short[0]).map((route) => route.path);
    expect(paths.length).toBeGreaterThan(50);
    expect(paths.filter((path) => matcher.test(path))).toEqual([]);
    // And no other root parameter that it could take away from.
    expect(paths.filter((path) => /^\/:/.test(path))).toEqual([]);
  });

  it('leaves other addresses alone', async ({ expect }) => {
    const { env: watched } = watchedEnv();
    const paths = ['/lacak', '/masuk', '/ABCDEF', '/AB12CDE', '/AB12C', '/AB-2CD', `/${village.code}/x`];
    const answers = await visitAll(
      watched,
      paths.map((path) => ({ path })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 404, 404, 404, 404]);
    const [posted] = await visitAll(watched, [{ path: `/${village.code}`, method: 'POST' }]);
    expect(posted?.status).toBe(404);
  });
});

describe('what is collected', () => {
  it('leaves as one message, with no address in it', async ({ expect }) => {
    const watched = watchedEnv();
    const ip = '198.51.100.23';
    const path = `/${village.code}`;
    await visitAll(watched.env, [
      { path, ip },
      { path, ip },
      { path, ip: '198.51.100.24' },
    ]);
    expect(watched.sends).toEqual([1]);
    const sent = JSON.stringify(watched.parcels);
    expect(sent).not.toContain('198.51.100');
    expect(sent).not.toContain('Mozilla');
    const hash = expect.stringMatching(/^[0-9a-f]{16}$/);
    // The same person twice is two scans and one visitor.
    expect(watched.parcels[0]?.scans).toEqual([
      { p: village.id, at: expect.any(Number), n: 3, k: 'scan', who: 'person', v: [hash, hash] },
    ]);
    const [{ v: [one, other] = [] } = {}] = watched.parcels[0]?.scans ?? [];
    expect(one).not.toBe(other);
  });

  it('tells phones of one household apart', async ({ expect }) => {
    const watched = watchedEnv();
    const path = `/${village.code}`;
    await visitAll(watched.env, [{ path }, { path, agent: PHONE.replace('130', '131') }, { path }]);
    const scans = watched.parcels.flatMap((parcel) => parcel.scans);
    expect(scans.map(({ n, v }) => [n, v?.length])).toEqual([[3, 2]]);
  });

  it('takes one household of an IPv6 network for one', async ({ expect }) => {
    const watched = watchedEnv();
    const path = `/${village.code}`;
    await visitAll(watched.env, [
      { path, ip: '2001:db8:1:2::5' },
      { path, ip: '2001:db8:1:2:ffff::9' },
      { path, ip: '2001:db8:1:3::5' },
    ]);
    const scans = watched.parcels.flatMap((parcel) => parcel.scans);
    expect(scans.map(({ n, v }) => [n, v?.length])).toEqual([[3, 2]]);
  });

  it('leaves at once when five hundred wait, and a message stays small', async ({ expect }) => {
    const watched = watchedEnv();
    const path = `/${village.code}`;
    await visitAll(watched.env, [{ path, method: 'HEAD' }]);
    await visitAll(
      watched.env,
      Array.from({ length: 1_250 }, (_, index) => ({ path, ip: `203.0.${index >> 7}.${index & 127}` })),
    );
    expect(watched.sends).toEqual([1, 1, 1]);
    expect(watched.parcels.map(({ scans }) => scans[0]?.v?.length).sort()).toEqual([250, 500, 500]);
    expect(new Set(watched.parcels.map(({ parcel }) => parcel)).size).toBe(3);
    for (const parcel of watched.parcels) expect(JSON.stringify(parcel).length).toBeLessThan(90_000);
  });

  it('is sent again as the same parcel when the queue fails, and not for ever', async ({ expect }) => {
    const tried: string[] = [];
    const failing = (times: number) => ({
      sendBatch: async ([message]: { body: { parcel: string } }[]) => {
        tried.push(message?.body.parcel ?? '');
        if (tried.length <= times) throw new Error('Queue is down');
      },
    });
    const path = `/${village.code}`;
    await visitAll(watchedEnv({ COUNTING: failing(1) }).env, [{ path }]);
    expect(tried).toHaveLength(2);
    expect(new Set(tried).size).toBe(1);
    tried.length = 0;
    await visitAll(watchedEnv({ COUNTING: failing(100) }).env, [{ path }]);
    expect(tried).toHaveLength(3);
  });

  it('counts without telling people apart when there is no salt to be had', async ({ expect }) => {
    const { env: first } = watchedEnv();
    // The code is known and the settings are in memory; from here on the database does not answer.
    await visitAll(first, [{ path: `/${village.code}`, method: 'HEAD' }]);
    const watched = watchedEnv({
      DB: {
        prepare: () => {
          throw new Error('D1_ERROR: Network connection lost.');
        },
      },
    });
    await visitAll(watched.env, [{ path: `/${village.code}` }]);
    expect(watched.parcels[0]?.scans).toEqual([
      { p: village.id, at: expect.any(Number), n: 1, k: 'scan', who: 'person' },
    ]);
  });

  it('uses one random salt a day, the same for every isolate', async ({ expect }) => {
    const watched = watchedEnv();
    const path = `/${village.code}`;
    await visitAll(watched.env, [{ path }]);
    const { forgetSalts } = await import('../../workers/features/campaigns/scans/salts.ts');
    forgetSalts();
    await visitAll(watched.env, [{ path }]);
    const rows = await openDb(env.DB).select().from(scanSalts);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.salt).toMatch(/^[0-9a-f]{32}$/);
    const [a, b] = watched.parcels.map(({ scans }) => scans[0]?.v?.[0]);
    expect(a).toBe(b);
    // Another salt, another person: nobody is followed from day to day.
    await openDb(env.DB)
      .update(scanSalts)
      .set({ salt: '0'.repeat(32) })
      .where(eq(scanSalts.salt, rows[0]?.salt ?? ''));
    forgetSalts();
    await visitAll(watched.env, [{ path }]);
    expect(watched.parcels[2]?.scans[0]?.v?.[0]).not.toBe(a);
  });
});

describe('an opened form', () => {
  const open = (p: string) => ({ path: `/?p=${p}` });

  it('counts for a banner that hangs, by people who see it', async ({ expect }) => {
    const watched = watchedEnv();
    const answers = await visitAll(watched.env, [
      open(village.code),
      open(village.code.toLowerCase()),
      { ...open(village.code), method: 'HEAD' },
      { ...open(village.code), agent: 'WhatsApp/2.23.20.0' },
      { ...open(village.code), headers: { 'sec-purpose': 'prefetch' } },
      open('ZZZZZ9'),
      open('<script>'),
      { path: '/' },
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const scans = watched.parcels.flatMap((parcel) => parcel.scans);
    expect(scans).toEqual([{ p: village.id, at: expect.any(Number), n: 2, k: 'open', who: 'person' }]);
  });

  it('does not count for a retired banner', async ({ expect }) => {
    await takeDown(village, now());
    const watched = watchedEnv();
    await visitAll(watched.env, [open(village.code)]);
    expect(watched.parcels).toEqual([]);
  });

  it('costs the form nothing once the code is known', async ({ expect }) => {
    const { d1, rows } = counting(env.DB);
    const { env: watched } = watchedEnv({ DB: d1 });
    const trips = async (path: string) => {
      const before = rows.trips;
      // HEAD takes the same road, and is not collected.
      await visitAll(watched, [{ path, method: 'HEAD' }]);
      return rows.trips - before;
    };
    await trips('/');
    await trips(`/${village.code}`);
    expect(await trips(`/?p=${village.code}`)).toBe(await trips('/'));
  });
});
