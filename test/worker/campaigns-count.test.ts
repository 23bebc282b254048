/** The consumer: every parcel once, on its own day, and nothing kept by which somebody could be known again. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { saltOf } from '../../workers/features/campaigns/scans/salts.ts';
import { countedParcels, scanSalts, scanVisitors } from '../../workers/features/campaigns/table.ts';
import { sweep } from '../../workers/features/sweep.ts';
import type { Scan } from '../../workers/messaging/parcel.ts';
import { DAY, HOUR, now, shiftClock } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import {
  count,
  countsOf,
  openCampaign,
  type Placed,
  parcelOf,
  placedAt,
  visitAll,
  watchedEnv,
} from '../support/campaign.ts';
import { abortOn, type Fault, faulty } from '../support/faulty.ts';
import { MONDAY } from '../support/worker.ts';

let village: Placed;
let office: Placed;

beforeEach(async () => {
  await openCampaign();
  village = await placedAt('area:73.24.01.2001');
  office = await placedAt('opd:PUPR');
  shiftClock(MONDAY - Date.now());
});

const visitor = (n: number) => n.toString(16).padStart(16, '0');
const scan = (placement: Placed, n: number, at = MONDAY) =>
  ({ p: placement.id, at, n: 1, k: 'scan', who: 'person', v: [visitor(n)] }) satisfies Scan;
const bot = (placement: Placed, at = MONDAY) =>
  ({ p: placement.id, at, n: 1, k: 'scan', who: 'bot' }) as const;
const opening = (placement: Placed, at = MONDAY) =>
  ({ p: placement.id, at, n: 1, k: 'open', who: 'person' }) as const;
const saltFor = (day: string) => saltOf(openDb(env.DB), day, day);
const withDb = (d1: D1Database) => watchedEnv({ DB: d1 }).env;

describe('a parcel', () => {
  beforeEach(() => saltFor('2026-07-20').then(() => {}));

  it('counts people, visitors, programs and openings, by day and in all', async ({ expect }) => {
    const parcel = parcelOf(
      scan(village, 1),
      scan(village, 1),
      scan(village, 2),
      bot(village),
      opening(village),
      scan(office, 1),
    );
    expect(await count([parcel])).toEqual({ acked: 1, retried: 0 });
    const expected = { scanned: 3, visitors: 2, bots: 1, opened: 1 };
    expect(await countsOf(village)).toEqual(expected);
    expect(await countsOf(village, '2026-07-20')).toEqual(expected);
    expect(await countsOf(office)).toEqual({ scanned: 1, visitors: 1 });
    // Like ones come together.
    const four = { ...scan(office, 1), n: 4, v: [visitor(1), visitor(2), visitor(3)] };
    await count([parcelOf(four, { ...bot(office), n: 3 })]);
    expect(await countsOf(office)).toEqual({ scanned: 5, visitors: 3, bots: 3 });
    // The same person again in another parcel is scanned again, and is nobody new.
    await count([parcelOf(scan(village, 2), scan(village, 3))]);
    expect(await countsOf(village)).toEqual({ ...expected, scanned: 5, visitors: 3 });
  });

  it('counts once, delivered twice, in one batch, later, and to two consumers at once', async ({
    expect,
  }) => {
    const parcel = parcelOf(scan(village, 1), opening(village));
    const once = { scanned: 1, visitors: 1, opened: 1 };
    expect(await count([parcel, parcel])).toEqual({ acked: 2, retried: 0 });
    expect(await countsOf(village)).toEqual(once);
    expect(await count([parcel])).toEqual({ acked: 1, retried: 0 });
    expect(await countsOf(village)).toEqual(once);
    const other = parcelOf(scan(office, 1));
    // Each of them has another one too, which that must not hold up.
    const all = await Promise.all(
      Array.from({ length: 6 }, () => count([parcelOf(opening(office)), other, parcelOf(opening(office))])),
    );
    expect(all.every(({ acked }) => acked === 3)).toBe(true);
    expect(await countsOf(office)).toEqual({ scanned: 1, visitors: 1, opened: 12 });
  });

  it.for(['before_batch', 'answer_lost'] as Fault[])('survives %s', async (fault, { expect }) => {
    const parcels = [parcelOf(scan(village, 1)), parcelOf(scan(village, 2), opening(village))];
    const broken = faulty(env.DB, fault, 3);
    const first = await count(parcels, withDb(broken.d1));
    expect(broken.struck()).toBe(3);
    // Whether it was written is looked up, so a lost answer needs no second try.
    expect(first).toEqual(fault === 'answer_lost' ? { acked: 2, retried: 0 } : { acked: 0, retried: 2 });
    expect(await count(parcels)).toEqual({ acked: 2, retried: 0 });
    expect(await countsOf(village)).toEqual({ scanned: 2, visitors: 2, opened: 1 });
  });

  it.for(['placement_counts', 'scan_visitors'])(
    'is all or nothing when %s aborts in the middle',
    async (table, { expect }) => {
      const parcel = parcelOf(scan(village, 1));
      const repair = await abortOn(table);
      expect(await count([parcel])).toEqual({ acked: 0, retried: 1 });
      expect(await openDb(env.DB).select().from(countedParcels)).toEqual([]);
      await repair();
      await count([parcel]);
      expect(await countsOf(village)).toEqual({ scanned: 1, visitors: 1 });
    },
  );

  it('is not held up by a poisoned one, which goes to the dead letters', async ({ expect }) => {
    const bad = [
      null,
      { ids: [1] },
      { ids: ['fold:other'] },
      { parcel: 'x', scans: [] },
      { ...parcelOf(scan(village, 9)), extra: 1 },
      parcelOf({ ...scan(village, 9), v: ['203.0.113.9'] }),
    ];
    expect(await count([...bad, parcelOf(scan(village, 1))])).toEqual({ acked: 1, retried: bad.length });
    expect(await countsOf(village)).toEqual({ scanned: 1, visitors: 1 });
  });

  it('counts the largest batch there can be', async ({ expect }) => {
    const parcels = Array.from({ length: 100 }, (_, parcel) =>
      parcelOf(...Array.from({ length: 500 }, (_, n) => scan(village, parcel * 500 + n))),
    );
    expect(JSON.stringify(parcels[0]).length).toBeLessThan(90_000);
    expect(await count(parcels)).toEqual({ acked: 100, retried: 0 });
    expect(await countsOf(village)).toEqual({ scanned: 50_000, visitors: 50_000 });
    const together = Array.from({ length: 100 }, (_, parcel) =>
      parcelOf({
        ...scan(office, 0),
        n: 500,
        v: Array.from({ length: 500 }, (_, n) => visitor(parcel * 500 + n)),
      }),
    );
    expect(await count(together)).toEqual({ acked: 100, retried: 0 });
    expect(await countsOf(office)).toEqual({ scanned: 50_000, visitors: 50_000 });
  });

  it('counts a hundred at once in a bounded number of statements', async ({ expect }) => {
    let statements = 0;
    const d1 = new Proxy(env.DB, {
      get(target, name) {
        if (name === 'batch') {
          return (batch: D1PreparedStatement[]) => {
            statements += batch.length;
            return target.batch(batch);
          };
        }
        if (name === 'prepare') return (sql: string) => target.prepare(sql);
        return Reflect.get(target, name, target);
      },
    });
    const parcels = Array.from({ length: 100 }, (_, n) => parcelOf(scan(village, n), scan(office, n % 7)));
    expect(await count(parcels, withDb(d1))).toEqual({ acked: 100, retried: 0 });
    expect(statements).toBe(3);
    expect(await countsOf(village)).toEqual({ scanned: 100, visitors: 100 });
    expect(await countsOf(office)).toEqual({ scanned: 100, visitors: 7 });
  });
});

describe('a late scan', () => {
  it('lands on its own day in WITA, also around midnight', async ({ expect }) => {
    // Sunday 23:59:59 and Monday 00:00:00 in WITA; both are Sunday in UTC.
    const midnight = Date.UTC(2026, 6, 19, 16, 0);
    await saltFor('2026-07-19');
    await saltFor('2026-07-20');
    shiftClock(MONDAY + 20 * HOUR - Date.now());
    await count([parcelOf(scan(village, 1, midnight - 1), scan(village, 1, midnight))]);
    expect(await countsOf(village, '2026-07-19')).toEqual({ scanned: 1, visitors: 1 });
    expect(await countsOf(village, '2026-07-20')).toEqual({ scanned: 1, visitors: 1 });
    // The sum counts a person once a day.
    expect(await countsOf(village)).toEqual({ scanned: 2, visitors: 2 });
  });

  it('counts as scanned, but as nobody new, once its salt is destroyed', async ({ expect }) => {
    await saltFor('2026-07-20');
    await count([parcelOf(scan(village, 1))]);
    shiftClock(MONDAY + 3 * DAY - Date.now());
    await sweep(env, now());
    await count([parcelOf(scan(village, 1), scan(village, 2))]);
    expect(await countsOf(village, '2026-07-20')).toEqual({ scanned: 3, visitors: 1 });
    expect(await openDb(env.DB).select().from(scanVisitors)).toEqual([]);
  });
});

describe('what is destroyed', () => {
  const dump = async () =>
    JSON.stringify(
      await Promise.all(
        ['scan_salts', 'scan_visitors', 'placement_counts', 'counted_parcels', 'meta', 'counters'].map(
          (table) =>
            env.DB.prepare(`SELECT * FROM ${table}`)
              .all()
              .then(({ results }) => results),
        ),
      ),
    );

  it('is every salt and visitor 48 hours after its day began, not before', async ({ expect }) => {
    const day = Date.UTC(2026, 6, 19, 16, 0);
    shiftClock(day - Date.now());
    const watched = watchedEnv();
    const ip = '198.51.100.23';
    await visitAll(watched.env, [{ path: `/${village.code}`, ip }]);
    await count(watched.parcels);
    const [kept] = await openDb(env.DB).select().from(scanSalts);
    const hash = watched.parcels[0]?.scans[0]?.v ?? '';
    expect(kept?.day).toBe('2026-07-20');
    expect(await dump()).toContain(hash);
    expect(await dump()).not.toContain('198.51.100');

    await sweep(env, day + 48 * HOUR - 1);
    expect(await dump()).toContain(kept?.salt);
    await sweep(env, day + 48 * HOUR);
    expect(await dump()).not.toContain(kept?.salt);
    expect(await dump()).not.toContain(hash);
    expect(await countsOf(village)).toEqual({ scanned: 1, visitors: 1 });
  });

  it('is the record of a parcel after seven days, when it cannot come again', async ({ expect }) => {
    await count([parcelOf(scan(village, 1))]);
    const parcels = () => openDb(env.DB).select().from(countedParcels);
    await sweep(env, MONDAY + 7 * DAY - HOUR);
    expect(await parcels()).toHaveLength(1);
    await sweep(env, MONDAY + 7 * DAY + HOUR);
    expect(await parcels()).toEqual([]);
  });
});
