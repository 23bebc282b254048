/** Programs: made once, edited by one of two people, their costs against the budget. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { campaigns } from '../../workers/features/campaigns/table.ts';
import { openDb } from '../../workers/platform/db.ts';
import { openCampaign, watchedEnv } from '../support/campaign.ts';
import { type Fault, faulty } from '../support/faulty.ts';
import { campaigner } from '../support/register.ts';
import { textOf } from '../support/reporter.ts';

let desk: Awaited<ReturnType<typeof campaigner>>;
beforeEach(async () => {
  await openCampaign();
  desk = await campaigner();
});

const all = () => openDb(env.DB).select().from(campaigns);
const fields = {
  ...{ name: 'Sosialisasi SP4N', goal: 'Setiap desa punya spanduk', startsOn: '2026-07-01' },
  ...{ endsOn: '', budget: 'Rp 20.000.000', otherCost: '500.000' },
};

describe('a program', () => {
  it('is made once, and its name is its own', async ({ expect }) => {
    const key = crypto.randomUUID();
    const first = await desk.post('/program/baru', { ...fields, key });
    const again = await desk.post('/program/baru', { ...fields, key });
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(await all()).toMatchObject([{ name: 'Sosialisasi SP4N', budget: 20_000_000, otherCost: 500_000 }]);
    const other = await desk.post('/program/baru', fields);
    expect(other.status).toBe(422);
    expect(await other.text()).toContain('Nama ini sudah dipakai.');
    const backwards = await desk.post('/program/baru', { ...fields, name: 'Lain', endsOn: '2026-06-30' });
    expect(await backwards.text()).toContain('Tanggal akhir tidak boleh sebelum tanggal mulai.');
    expect(await all()).toHaveLength(1);
  });

  it.for(['before_batch', 'answer_lost'] as Fault[])('survives %s', async (fault, { expect }) => {
    const broken = await campaigner(watchedEnv({ DB: faulty(env.DB, fault).d1 }).env);
    const key = crypto.randomUUID();
    await broken.post('/program/baru', { ...fields, key });
    expect((await desk.post('/program/baru', { ...fields, key })).status).toBe(303);
    expect(await all()).toHaveLength(1);
  });

  it('is edited by one of two people, and the other keeps what was typed', async ({ expect }) => {
    await desk.post('/program/baru', fields);
    const edit = (goal: string) => desk.post('/program/1/ubah', { ...fields, goal, version: '1' });
    expect((await edit('Yang pertama')).status).toBe(303);
    const late = await edit('Yang kedua');
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('Yang kedua</textarea>');
    expect(textOf(page)).toContain('Tujuan Yang pertama');
    expect(await all()).toMatchObject([{ goal: 'Yang pertama', version: 2 }]);
    await desk.post('/program/1/arsip', { version: '2' });
    expect(await (await desk.get('/papan/rencana')).text()).not.toContain('Sosialisasi SP4N');
  });

  it('adds up what its rooms cost, and says what is not known', async ({ expect }) => {
    await desk.post('/program/baru', fields);
    const banner = { material: 'banner', program: '1', size: '', design: '1', hanger: '' };
    await desk.post('/papan/rencana', { ...banner, cost: '100.000', kinds: ['desa'] });
    await env.DB.batch([
      env.DB.prepare("UPDATE placements SET cost = NULL WHERE ref = '73.24.01.2001'"),
      env.DB.prepare(
        `INSERT INTO campaign_posts (campaign_id, channel, title, placement_id, planned_for, cost, created_by, created_at)
         VALUES (1, 'radio', 'Siaran', 900, '2026-07-21T08:00', 250000, 'staff:1', 1)`,
      ),
    ]);
    const page = textOf(await (await desk.get('/program/1')).text());
    expect(page).toContain('Direncanakan 128');
    expect(page).toContain('Bahan 128 Rp 12.700.000');
    expect(page).toContain('Unggahan 1 Rp 250.000');
    expect(page).toContain('Semua – Rp 13.450.000');
    expect(page).toContain('sisa Rp 6.550.000. Biaya 1 hal belum diisi');
    const query = new URLSearchParams({ ...banner, cost: '300.000', kinds: 'opd', lihat: '1' });
    const preview = textOf(await (await desk.get(`/papan/rencana?${query}`)).text());
    expect(preview).toContain('31 × Rp 300.000 = Rp 9.300.000');
    expect(preview).toContain('Lebih Rp 2.750.000 dari anggaran Rp 20.000.000');
  });
});
