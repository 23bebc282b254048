/** The invented campaign that `npm start` shows. */
import { env } from 'cloudflare:workers';
import { count, eq, sql } from 'drizzle-orm';
import { test } from 'vitest';
import { brochureBatches } from '../../workers/features/campaigns/batches/table.ts';
import { eventPeople } from '../../workers/features/campaigns/events/table.ts';
import { campaignPosts } from '../../workers/features/campaigns/posts/table.ts';
import {
  campaigns,
  placementCounts,
  placementPhotos,
  placements,
} from '../../workers/features/campaigns/table.ts';
import { loadCampaign } from '../../workers/local/inside/campaign/load.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { addStaff, loadRegency, MONDAY, setClock } from '../support/worker.ts';

test('is there once, also when its load was cut off and begins again', async ({ expect }) => {
  setClock(MONDAY);
  await loadRegency();
  const db = openDb(env.DB);
  const regency = await regencyAt(db, MONDAY);
  const { id: runner } = await addStaff(['campaigner']);
  await addStaff(['liaison'], ['PUPR']);
  const stage = { env, db, keys: await loadKeys(env), regency, runner, today: MONDAY };
  const there = async () => {
    const tables = [campaigns, placements, placementPhotos, campaignPosts, eventPeople, brochureBatches];
    const counts = await Promise.all(
      tables.map(async (table) => (await db.select({ n: count() }).from(table))[0]?.n),
    );
    const lives = await db
      .select({ life: placements.life, n: count() })
      .from(placements)
      .groupBy(placements.life);
    const [scans] = await db
      .select({ n: sql<number>`sum(${placementCounts.scanned})` })
      .from(placementCounts)
      .where(eq(placementCounts.day, '*'));
    return { counts, lives: Object.fromEntries(lives.map(({ life, n }) => [life, n])), scans: scans?.n };
  };
  let puts = 0;
  const put: R2Bucket['put'] = async (...args) => {
    if (++puts > 8) throw new Error('gone');
    return env.FILES.put(...args);
  };
  const FILES = new Proxy(env.FILES, {
    get: (files, name) => (name === 'put' ? put : Reflect.get(files, name)),
  });
  await expect(loadCampaign({ ...stage, env: { ...env, FILES } }, ['73.24.11.2001'])).rejects.toThrow();
  const codes = await loadCampaign(stage, ['73.24.11.2001']);
  const first = await there();
  expect(codes.get('73.24.11.2001')).toMatch(/^[A-Z0-9]{6}$/);
  expect(first.lives).toMatchObject({ checked: 1, damaged: 1, gone: 1 });
  expect(Math.min(...first.counts.map(Number), first.scans ?? 0)).toBeGreaterThan(0);
  await loadCampaign(stage, ['73.24.11.2001']);
  expect(await there()).toEqual(first);
});
