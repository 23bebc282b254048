/** Steps in the life of a piece of material: nobody's is lost, nobody's is taken twice. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { type LifeStep, takeStep } from '../../workers/features/campaigns/register/life.ts';
import { placementEvents, placements } from '../../workers/features/campaigns/table.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { open } from '../../workers/privacy/seal.ts';
import { openCampaign } from '../support/campaign.ts';
import { type Fault, faulty } from '../support/faulty.ts';
import { MONDAY } from '../support/worker.ts';

const SLOT = 'area:73.24.01.2001';
const step: LifeStep = { life: 'planned', at: MONDAY, by: 'staff:1', key: 'k-1' };
const photo = { id: 'f'.repeat(32), takenAt: MONDAY - 60_000 };

beforeEach(async () => void (await openCampaign()));

const row = async () => {
  const [found] = await openDb(env.DB).select().from(placements).where(eq(placements.slot, SLOT));
  if (!found) throw new Error('no placement');
  return found;
};
const entries = () => openDb(env.DB).select().from(placementEvents);
const take = async (more: Partial<LifeStep> = {}, d1 = env.DB) =>
  takeStep(openDb(d1), await loadKeys(env), await row(), { ...step, ...more });

describe('a step', () => {
  it('writes the entry and what it changes, with the remark sealed', async ({ expect }) => {
    await take();
    const hung = { life: 'hung', key: 'k-2', photo, remark: 'Di depan kantor', by: 'link:3' } as const;
    expect(await take({ ...hung, position: { lat: -2.6, lon: 121.1 } })).toMatchObject({
      seq: 2,
      fresh: true,
    });
    expect(await row()).toMatchObject({
      ...{ life: 'hung', version: 2, photo: photo.id, photoAt: photo.takenAt, lat: -2.6, lon: 121.1 },
      checkAt: photo.takenAt + 83 * 86_400_000,
    });
    const [, entry] = await entries();
    expect(entry).toMatchObject({ by: 'link:3', photo: photo.id, seq: 2 });
    expect(entry?.remark).not.toContain('kantor');
    const place = { table: 'placement_events', column: 'remark', row: `${entry?.placementId}:2` };
    expect(await open(await loadKeys(env), place, entry?.remark ?? null)).toBe('Di depan kantor');
  });

  it('is taken once when it is sent again, with the same answer', async ({ expect }) => {
    const first = await take();
    expect(await take()).toEqual({ ...first, fresh: false });
    expect(await entries()).toHaveLength(1);
    await expect(take({ life: 'removed' })).rejects.toMatchObject({ kind: 'key_reused' });
  });

  it('of two people at once is one, and the other is told', async ({ expect }) => {
    const [db, keys, placement] = [openDb(env.DB), await loadKeys(env), await row()];
    const both = await Promise.allSettled(
      (['planned', 'removed'] as const).map((life) =>
        takeStep(db, keys, placement, { ...step, life, key: `k-${life}` }),
      ),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = both.find((one) => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({ kind: 'conflict', detail: 'placement_changed' });
    expect(await entries()).toHaveLength(1);
  });

  it.for(['before_batch', 'answer_lost'] as Fault[])('survives %s', async (fault, { expect }) => {
    const broken = faulty(env.DB, fault);
    await take({}, broken.d1).catch(() => {});
    await take();
    expect(broken.struck()).toBe(1);
    expect(await entries()).toHaveLength(1);
    expect(await row()).toMatchObject({ life: 'planned', version: 1 });
  });
});
