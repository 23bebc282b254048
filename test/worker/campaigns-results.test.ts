/** What the campaign brought: chains, shares, costs, and nothing that gives a hidden number away. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import type { Role } from '../../shared/permissions/people.ts';
import { channelCounts } from '../../workers/features/campaigns/chain/table.ts';
import { campaignPosts } from '../../workers/features/campaigns/posts/table.ts';
import { campaigns, placementCounts, placements } from '../../workers/features/campaigns/table.ts';
import { createApiKey } from '../../workers/features/staff/accounts.ts';
import type { Scope } from '../../workers/features/staff/queries.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { openCampaign, placedAt, visitAll } from '../support/campaign.ts';
import { Desk } from '../support/desk.ts';
import { textOf } from '../support/reporter.ts';
import { addStaff } from '../support/worker.ts';

const API = '/api/v1/campaigns/results';
const PAGE = '/desk/kampanye/hasil';
const VILLAGES = ['73.24.01.2001', '73.24.01.2002', '73.24.01.2003'];

const db = () => openDb(env.DB);

beforeEach(async () => {
  await openCampaign();
});

async function get(path: string, headers: Record<string, string>) {
  const [answer] = await visitAll(env, [{ path, headers }]);
  if (!answer) throw new Error('no answer');
  return answer;
}

async function key(...scopes: Scope[]) {
  const { token } = await createApiKey(db(), await loadKeys(env), { name: 'Mitra', scopes, staffId: null });
  return { authorization: `Bearer ${token}` };
}

async function session(role: Role) {
  const { cookie } = await Desk.of(await addStaff([role], role === 'liaison' ? ['PUPR'] : []));
  return { cookie: `__Secure-${cookie}` };
}

type Chain = Partial<typeof placementCounts.$inferInsert>;
type Row = Partial<typeof placements.$inferInsert>;

/** A piece as the register and the counting would have left it. */
async function piece(slot: string, row: Row, chain: Chain): Promise<void> {
  const { id } = await placedAt(slot);
  if (Object.keys(row).length > 0) await db().update(placements).set(row).where(eq(placements.id, id));
  await db()
    .insert(placementCounts)
    .values({ day: '*', placementId: id, ...chain });
}

const hung = () => ({ life: 'hung', photoAt: now() }) as const;

describe('the results', () => {
  it('tell chain, shares and cost by what brought the people', async ({ expect }) => {
    const [program] = await db()
      .insert(campaigns)
      .values({
        name: 'Ayo lapor',
        startsOn: '2026-01-01',
        otherCost: 100_000,
        createdBy: 1,
        createdAt: 1,
      })
      .returning();
    const campaignId = program?.id ?? 0;
    await piece(
      `area:${VILLAGES[0]}`,
      { ...hung(), cost: 500_000, campaignId },
      {
        scanned: 200,
        opened: 150,
        submitted: 40,
        accepted: 36,
        settled: 20,
        settledOnTime: 15,
        confirmed: 10,
      },
    );
    await piece('opd:PUPR', { ...hung(), material: 'baliho' }, { scanned: 10, opened: 12 });
    const [link] = await db()
      .insert(placements)
      .values({ code: 'PST234', kind: 'post', ref: '', material: 'link', createdAt: 1, life: 'idle' })
      .returning();
    await db()
      .insert(campaignPosts)
      .values({
        campaignId,
        channel: 'instagram',
        title: 'Video pendek',
        placementId: link?.id ?? 0,
        plannedFor: '2026-01-02T08:00',
        publishedAt: 1,
        reach: 1_000,
        cost: 250_000,
        createdBy: 'staff:1',
        createdAt: 1,
      });
    await db()
      .insert(placementCounts)
      .values({ day: '*', placementId: link?.id ?? 0, scanned: 50, submitted: 6 });

    const headers = await key('campaigns');
    const read = async (by: string) =>
      (await (await get(`${API}?by=${by}`, headers)).json()) as Record<string, unknown>[];
    expect(await read('all')).toEqual([
      {
        id: 'all',
        name: 'Seluruhnya',
        reached: 1_000,
        counts: {
          scanned: 260,
          opened: 162,
          submitted: 46,
          accepted: 36,
          settled: 20,
          settledOnTime: 15,
          confirmed: 10,
        },
        ranges: {},
        rates: {
          // Banners do not know whom they reached: scans of all are no share of it.
          opened: { of: 'scanned', least: 0.6231, most: 0.6231 },
          submitted: { of: 'opened', least: 0.284, most: 0.284 },
          accepted: { of: 'submitted', least: 0.6443, most: 0.8774 },
          settled: { of: 'accepted', least: 0.3958, most: 0.7046 },
          settledOnTime: { of: 'settled', least: 0.5313, most: 0.8881 },
          confirmed: { of: 'settled', least: 0.2993, most: 0.7007 },
        },
        cost: 850_000,
        // The baliho does not say what it cost.
        unpriced: 1,
        costPerSettled: null,
      },
    ]);
    expect(await read('program')).toMatchObject([
      { id: `${campaignId}`, name: 'Ayo lapor', cost: 850_000, unpriced: 0, costPerSettled: 42_500 },
      { name: 'Di luar program', cost: 0, unpriced: 1 },
    ]);
    expect(await read('post')).toMatchObject([
      {
        id: 'PST234',
        name: 'Video pendek',
        reached: 1_000,
        rates: { scanned: { of: 'reached', least: 0.05 } },
      },
    ]);
    expect((await read('district')).map(({ name }) => name)).toContain('Kecamatan Mangkutana');
    expect((await read('placement')).map(({ name }) => name)).toHaveLength(2);
    for (const by of ['material', 'kind', 'article', 'event', 'batch', 'channel'])
      expect(Array.isArray(await read(by)), by).toBe(true);
    expect((await get(`${API}?by=officer`, headers)).status).toBe(422);

    const leader = await session('leader');
    const page = textOf(await (await get(PAGE, leader)).text());
    expect(page).toContain('Rp 850.000 (1 biaya belum diisi)');
    expect(page).toContain('Semua 2 bahan yang terpasang pernah dipindai');
    const byProgram = textOf(await (await get(`${PAGE}?menurut=program`, leader)).text());
    expect(byProgram).toContain('Rp 42.500');
    const csv = await (await get(`${PAGE}.csv?menurut=program`, leader)).text();
    expect(csv).toContain(
      `${campaignId},Ayo lapor,1000,250,–,150,60\u00a0%,46,31\u00a0%,36,antara 64\u00a0% dan 88\u00a0%`,
    );
    const programs = await (await get('/desk/kampanye/program/semua.csv', leader)).text();
    expect(programs).toContain('\r\nAyo lapor,,2026-01-01,,1,1,0,0,0,850000,0,,tidak\r\n');
  });

  it('hide 1 to 4, and every total that would give one away', async ({ expect }) => {
    await piece(`area:${VILLAGES[0]}`, hung(), { scanned: 3, submitted: 2, accepted: 2 });
    await piece(`area:${VILLAGES[1]}`, hung(), { scanned: 40, submitted: 3 });
    await piece(`area:${VILLAGES[2]}`, { ...hung(), material: 'baliho' }, { scanned: 30, submitted: 3 });
    await piece('opd:PUPR', hung(), { scanned: 0, submitted: 20, accepted: 20 });
    await db()
      .insert(channelCounts)
      .values([
        { channel: 'qr', submitted: 28, accepted: 22 },
        { channel: 'web', submitted: 9, accepted: 3 },
      ]);
    const headers = await key('campaigns_write');
    const read = async (by: string) =>
      (await (await get(`${API}?by=${by}`, headers)).json()) as {
        id: string;
        counts: Record<string, number | null>;
        ranges: Record<string, unknown>;
      }[];
    const of = async (by: string, id: string) => (await read(by)).find((line) => line.id === id);
    // One hidden number among the scans: 73 would give the 3 away. Three among the reports: 28 tells of none of them.
    expect(await of('all', 'all')).toMatchObject({
      counts: { scanned: null, submitted: 28, accepted: null },
      ranges: { scanned: { least: 71, most: 74 }, accepted: { least: 21, most: 24 } },
    });
    // The baliho's own would be left over from the 28, if the 25 of the banners were told.
    expect(await of('material', 'baliho')).toMatchObject({ counts: { scanned: 30, submitted: null } });
    expect(await of('material', 'banner')).toMatchObject({
      counts: { submitted: null },
      ranges: { submitted: { least: 22, most: 28 } },
    });
    const counts = { submitted: 28, accepted: null, settled: 0, settledOnTime: 0, confirmed: 0 };
    // What came by a code is that very total: its 22 would give the 2 away.
    const byCode = await of('channel', 'qr');
    expect(byCode?.counts).toEqual(counts);
    expect(byCode?.ranges).toEqual({ accepted: { least: 21, most: 24 } });
    expect((await of('channel', 'web'))?.counts).toEqual({ ...counts, submitted: 9 });
    const channels = await get(`${PAGE}.csv?menurut=kanal`, await session('leader'));
    expect(await channels.text()).toMatch(/\r\nqr,[^\n]*,28,antara 21 dan 24,/);

    const page = textOf(await (await get(PAGE, await session('campaigner'))).text());
    expect(page).toContain('antara 71 dan 74');
    expect(page).toContain('1 dari 4 bahan yang terpasang belum pernah dipindai');
    const file = await (await get(`${PAGE}.csv?menurut=papan`, await session('leader'))).text();
    expect(file).toMatch(/Maleku[^\n]*kurang dari 5/);
    const list = await (
      await get('/desk/kampanye/papan/semua.csv?wilayah=73.24.01', await session('leader'))
    ).text();
    expect(list).toMatch(
      /"Desa Maleku, Kecamatan Mangkutana",[^\n]*,Spanduk,,1,Terpasang,20\d\d-[^\n]*,kurang dari 5,0,/,
    );
    expect(list).not.toContain('Pekerjaan Umum');
    expect((await get(API, await session('liaison'))).status).toBe(403);
    expect((await get(PAGE, await session('liaison'))).status).toBe(403);
    expect((await get(API, await key('submit'))).status).toBe(403);
  });
});
