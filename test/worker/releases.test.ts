/** What is published: once, for good, under addresses that stay, and nothing small in it. */
import { env, exports } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { publishQuarter } from '../../workers/features/evaluation/releases/publish.ts';
import { allReleases, listedTables } from '../../workers/features/evaluation/releases/queries.ts';
import { DAY } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { sha256Hex } from '../../workers/privacy/mac.ts';
import { doer, refusal, Visitor } from '../support/campaign-people.ts';
import { abortOn, faultyDb } from '../support/faulty.ts';
import { countQuarter, QUARTER, quarter, seenNow } from '../support/released.ts';
import { loadRegency, MONDAY, setClock } from '../support/worker.ts';

const ORIGIN = 'https://kanal.test';
const ROOM = '/desk/evaluasi/terbitan';
const get = (path: string, headers: Record<string, string> = {}) =>
  exports.default.fetch(`${ORIGIN}${path}`, { headers });
const json = async <T>(path: string) => (await (await get(path)).json()) as T;

interface File {
  baris: Record<string, string | number | null>[];
}

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  await countQuarter();
});

describe('a quarter', () => {
  it('is looked at, then published once and for all', async ({ expect }) => {
    const admin = await Visitor.of('admin');
    expect(await admin.text(ROOM)).toContain('Triwulan II 2026 belum terbit');
    expect(await (await get('/keterbukaan')).text()).toContain('Triwulan II 2026 sedang diperiksa');
    const preview = await admin.text(`${ROOM}/${QUARTER}`);
    const seen = /name="seen" value="(\w+)"/.exec(preview)?.[1] ?? '';
    expect((await admin.post(`${ROOM}/${QUARTER}`, { seen })).status).toBe(303);
    const before = await Promise.all(
      ['csv', 'json'].map(async (end) => (await get(`/data/${QUARTER}/laporan-per-opd.${end}`)).text()),
    );
    await env.DB.prepare("UPDATE figures SET cells = '{}'").run();
    expect((await admin.post(`${ROOM}/${QUARTER}`, { seen: 'other' })).status).toBe(303);
    const after = await Promise.all(
      ['csv', 'json'].map(async (end) => (await get(`/data/${QUARTER}/laporan-per-opd.${end}`)).text()),
    );
    expect(after).toEqual(before);
    expect(before[0]?.split('\r\n')[0]).toBe('kode,nama,laporan,selesai_min,selesai_maks,keterangan');
    expect(await admin.text(ROOM)).not.toContain('Triwulan II 2026 belum terbit');
  });

  it('is published whatever fails, never half', async ({ expect }) => {
    for (const fault of ['before_batch', 'answer_lost'] as const) {
      const { db, struck } = faultyDb(fault);
      const to = await doer({ db });
      const seen = await seenNow(to);
      await refusal(publishQuarter(to, quarter(), seen));
      expect(struck()).toBe(1);
      const there = await allReleases(openDb(env.DB));
      expect(there.length).toBe(fault === 'answer_lost' ? 1 : 0);
      expect((await listedTables(openDb(env.DB))).length).toBe(there.length * 10);
    }
    await env.DB.batch(['released_tables', 'releases'].map((name) => env.DB.prepare(`DELETE FROM ${name}`)));
    const mend = await abortOn('released_tables');
    const to = await doer();
    expect(await refusal(publishQuarter(to, quarter(), await seenNow(to)))).toMatchObject({
      kind: 'unavailable',
    });
    expect(await allReleases(to.db)).toEqual([]);
    await mend();
    await publishQuarter(to, quarter(), await seenNow(to));
    await publishQuarter(to, quarter(), 'anything');
    expect((await allReleases(to.db)).length).toBe(1);
  });

  it('waits ten working days, and for a second look when its figures have moved', async ({ expect }) => {
    const early = await doer({ at: MONDAY - 7 * DAY });
    const seen = await seenNow(early);
    expect(await refusal(publishQuarter(early, quarter(), seen))).toMatchObject({
      detail: 'release_too_early',
    });
    const admin = await Visitor.of('admin');
    const refused = await admin.post(`${ROOM}/${QUARTER}`, { seen: 'old' });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('berubah sejak pratinjau');
    expect((await (await Visitor.of('liaison')).post(`${ROOM}/${QUARTER}`, { seen })).status).toBe(403);
    expect((await admin.get(`${ROOM}/2026-Q3`)).status).toBe(404);
  });
});

describe('what is published', () => {
  beforeEach(async () => {
    const to = await doer();
    await publishQuarter(to, quarter(), await seenNow(to));
  });

  it('has checksums that hold, one address each, and tags', async ({ expect }) => {
    const catalog = await json<{
      terbitan: { tabel: Record<'csv' | 'json', { alamat: string; sha256: string }>[] }[];
    }>('/data/catalog.json');
    const files = catalog.terbitan.flatMap(({ tabel }) => tabel.flatMap((one) => [one.csv, one.json]));
    expect(files.length).toBe(20);
    for (const { alamat, sha256 } of files) {
      const answer = await exports.default.fetch(alamat);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(await sha256Hex(await answer.text())).toBe(sha256);
      const again = await exports.default.fetch(alamat, {
        headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
      });
      expect(again.status).toBe(304);
    }
    expect((await get(`/data/${QUARTER}/berkadar.csv`, { 'if-none-match': '*' })).status).toBe(304);
    expect(await json('/api/v1/open-data')).toEqual(catalog);
    const table = await get(`/data/${QUARTER}/berkadar.json`);
    expect(await (await get(`/api/v1/open-data/${QUARTER}/berkadar`)).text()).toBe(await table.text());
    for (const path of [
      `/data/${QUARTER}/lain.csv`,
      '/data/2020-Q1/berkadar.csv',
      `/api/v1/open-data/${QUARTER}/lain`,
    ])
      expect((await get(path)).status).toBe(404);
  });

  it('hides what is small, and where an accusation is', async ({ expect }) => {
    const rows = async (name: string) => (await json<File>(`/data/${QUARTER}/${name}.json`)).baris;
    const of = async (name: string, code: string) => (await rows(name)).find(({ kode }) => kode === code);
    expect(await of('laporan-per-opd', 'PUPR')).toMatchObject({ laporan: 70 });
    expect(await of('laporan-per-opd', 'DISDUKCAPIL')).toMatchObject({
      laporan: null,
      keterangan: 'digabung',
    });
    expect(await of('laporan-per-desa', '73.24.02.2003')).toMatchObject({ laporan: null });
    expect(await of('laporan-keseluruhan', 'settled')).toMatchObject({ min: 88, maks: 88 });
    expect(await rows('berkadar')).toEqual([{ laporan_min: 0, laporan_maks: 4 }]);
    const listed = (await rows('laporan-per-opd')).reduce((sum, { laporan }) => sum + Number(laporan), 0);
    expect(listed).toBe(128);
  });

  it('is told to citizens', async ({ expect }) => {
    const page = await (await get('/keterbukaan')).text();
    for (const words of [
      'Triwulan II 2026',
      '88 (69',
      'Janji tidak ditepati',
      'rata-rata 8 hari kerja',
      'Ombudsman',
      'href="#tidak-puas"',
    ])
      expect(page).toContain(words);
    expect(await (await get('/data')).text()).toContain(`/data/${QUARTER}/janji-per-opd.csv`);
  });
});

it('an improvement is written, shown to everybody, changed by two, and withdrawn', async ({ expect }) => {
  const [admin, leader] = [await Visitor.of('admin'), await Visitor.of('leader')];
  const form = {
    complaint: 'Lampu jalan\u202e padam.',
    improvement: 'Lampu diganti.',
    office: '',
    doneOn: '2026-07-01',
  };
  const key = crypto.randomUUID();
  const wrong = await admin.post(`${ROOM}/perbaikan/baru`, { ...form, doneOn: '2026-08-01', key });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('Lampu diganti.');
  for (let sent = 0; sent < 2; sent++)
    expect((await admin.post(`${ROOM}/perbaikan/baru`, { ...form, key })).status).toBe(303);
  expect(await (await get('/keterbukaan')).text()).not.toContain('Lampu diganti.');
  await admin.post(`${ROOM}/perbaikan/1/tampilkan`, {});
  const shown = await (await get('/keterbukaan')).text();
  expect(shown).toContain('Lampu diganti.');
  // What turns the direction of reading reaches nobody.
  expect(shown).not.toContain('\u202e');
  expect(
    (await leader.post(`${ROOM}/perbaikan/1`, { ...form, improvement: 'Diganti LED.', version: '2' })).status,
  ).toBe(303);
  const late = await admin.post(`${ROOM}/perbaikan/1`, {
    ...form,
    improvement: 'Isian admin.',
    version: '2',
  });
  expect(late.status).toBe(409);
  expect(await late.text()).toMatch(/Diganti LED\.[\s\S]*Isian admin\./);
  await admin.post(`${ROOM}/perbaikan/1/tarik`, {});
  expect(await (await get('/keterbukaan')).text()).not.toContain('Diganti LED.');
  expect((await admin.text(ROOM)).split('Diganti LED.').length).toBe(2);
});
