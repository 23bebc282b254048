/** Rows that both staff and the pack changed: shown side by side, settled once, and remembered. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { loadPack } from '../../shared/regencies/index.ts';
import type { Pack, PackOffice } from '../../shared/regencies/types.ts';
import { openDb } from '../../workers/platform/db.ts';
import { editRow, endRow } from '../../workers/regency/edit.ts';
import { loadRows } from '../../workers/regency/load.ts';
import { rowsOf } from '../../workers/regency/pack-rows.ts';
import { historyOf, keptIn, PREVIEW, rowNow, Settler } from '../support/settings.ts';
import { editor, loadRegency, MONDAY } from '../support/worker.ts';

const PAGE = '/desk/pengaturan/benturan';
const db = () => openDb(env.DB);
const pack = await loadPack('luwu-timur');
const pupr = pack.offices.find(({ code }) => code === 'PUPR');
if (!pupr) throw new Error('the pack has no PUPR');
const EXTRA: PackOffice = { ...pupr, code: 'LAMA', name: 'Dinas Lama', duties: [] };

/** As an older or newer pack has it; null = without the office. */
const variant = (name: string, extra: PackOffice | null = null): Pack => ({
  ...pack,
  offices: [...pack.offices.map((one) => (one === pupr ? { ...one, name } : one)), ...(extra ? [extra] : [])],
});
const load = (which: Pack) => loadRows(db(), rowsOf(which), MONDAY + 5);
const edit = async (id: string, change: Partial<PackOffice>) =>
  editRow(editor(), 'office', id, { ...(await rowNow('office', id))?.data, ...change });

/** The hidden fields of the only form that settles. */
const formOf = (text: string) =>
  Object.fromEntries(
    ['kind', 'id', 'seen', 'seenPack'].map((name) => [
      name,
      new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '',
    ]),
  );

let admin: Settler;

beforeEach(async () => {
  await loadRegency();
  admin = await Settler.of();
  // What the regency edited stood on an older pack.
  await load(variant('Dinas Versi Lama', EXTRA));
});

const settle = async (choose: 'pack' | 'ours', more: Record<string, string> = {}) =>
  admin.post(PAGE, { ...formOf((await admin.get(PAGE)).text), choose, ...more });

describe('a conflict', () => {
  beforeEach(async () => {
    await edit('PUPR', { name: 'Dinas Kami' });
    await load(variant(pupr.name, EXTRA));
  });

  it('is told on the index and shown field by field', async ({ expect }) => {
    expect((await admin.get('/desk/pengaturan')).text).toContain('1 pengaturan menunggu pilihan Anda');
    expect((await admin.get('/desk/pengaturan/instansi/PUPR')).text).toContain('Paket data juga mengubahnya');
    const { text } = await admin.get(PAGE);
    for (const part of ['Instansi: Dinas Kami', 'Nama resmi', pupr.name]) expect(text).toContain(part);
    expect(text).not.toContain('Singkatan');
    const other = await Settler.of(['leader']);
    expect((await other.get(PAGE)).status).toBe(403);
    expect((await other.post(PAGE, { ...formOf(text), choose: 'pack' })).status).toBe(403);
  });

  it('keeps ours for this version of the pack, and asks again at a newer one', async ({ expect }) => {
    expect((await settle('ours')).to).toBe(`${PAGE}?selesai=kami`);
    expect((await admin.get(PAGE)).text).toContain('Tidak ada benturan');
    expect((await load(variant(pupr.name, EXTRA))).conflicts).toEqual([]);
    expect((await load(variant('Dinas Lebih Baru', EXTRA))).conflicts).toEqual(['office/PUPR']);
    expect((await rowNow('office', 'PUPR'))?.data.name).toBe('Dinas Kami');
    const [, , refused] = await historyOf('office', 'PUPR');
    expect(refused).toMatchObject({ change: 'pack_refused', by: `staff:${admin.id}` });
  });

  it('takes the pack’s, follows it from then on, and can be taken back', async ({ expect }) => {
    expect((await settle('pack')).to).toBe(`${PAGE}?selesai=paket`);
    expect(await rowNow('office', 'PUPR')).toMatchObject({ edited: false, data: { name: pupr.name } });
    const lines = await historyOf('office', 'PUPR');
    expect(lines.map(({ change, by }) => [change, by])).toEqual([
      ['pack_taken', 'pack'],
      ['edited', 'staff:12'],
      ['pack_taken', `staff:${admin.id}`],
    ]);
    const history = '/desk/pengaturan/instansi/PUPR/riwayat';
    await admin.send(history, {}, `${history}/${lines[2]?.id}`);
    expect(await rowNow('office', 'PUPR')).toMatchObject({ conflict: false, data: { name: 'Dinas Kami' } });
    expect((await load(variant(pupr.name, EXTRA))).conflicts).toEqual([]);
  });

  it('is open again when the refusal is taken back', async ({ expect }) => {
    await settle('ours');
    const refused = (await historyOf('office', 'PUPR')).at(-1);
    const history = '/desk/pengaturan/instansi/PUPR/riwayat';
    await admin.send(history, {}, `${history}/${refused?.id}`);
    expect((await rowNow('office', 'PUPR'))?.conflict).toBe(true);
    expect((await load(variant(pupr.name, EXTRA))).conflicts).toEqual(['office/PUPR']);
  });

  it('is not settled over what changed meanwhile', async ({ expect }) => {
    const { text } = await admin.get(PAGE);
    await edit('PUPR', { name: 'Dinas Kami Lagi' });
    const refused = await admin.post(PAGE, { ...formOf(text), choose: 'pack' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Dinas Kami Lagi');
    expect((await settle('pack', { seenPack: '0'.repeat(64) })).status).toBe(409);
    expect((await settle('ours')).status).toBe(303);
    expect((await admin.post(PAGE, { ...formOf(text), choose: 'ours' })).status).toBe(409);
  });
});

describe('a row that the pack dropped', () => {
  beforeEach(async () => {
    await edit('LAMA', { short: 'Lama' });
    await load(variant(pupr.name));
  });

  it('stays ours for good, or ends', async ({ expect }) => {
    expect((await admin.get(PAGE)).text).toContain('Paket data tidak memuatnya lagi');
    await settle('ours');
    expect((await load(variant(pupr.name))).conflicts).toEqual([]);
    expect(await rowNow('office', 'LAMA')).toMatchObject({ own: true, conflict: false, endedAt: null });
    const refused = (await historyOf('office', 'LAMA')).at(-1);
    const history = '/desk/pengaturan/instansi/LAMA/riwayat';
    await admin.send(history, {}, `${history}/${refused?.id}`);
    await settle('pack');
    expect((await rowNow('office', 'LAMA'))?.endedAt).not.toBeNull();
    expect((await load(variant(pupr.name))).conflicts).toEqual([]);
  });
});

it('a rule of the router shows what it would have done before the pack’s is taken', async ({ expect }) => {
  const rows = rowsOf(pack);
  const topic = rows.find(({ kind }) => kind === 'topic');
  if (!topic) throw new Error('the pack has no topic');
  const data = JSON.parse(topic.data) as { strong: string };
  const older = rows.map((row) =>
    row === topic ? { ...row, data: JSON.stringify({ ...data, strong: 'kata paket lama' }) } : row,
  );
  await loadRows(db(), older, MONDAY + 6);
  await editRow(editor(), 'topic', topic.id, { ...data, strong: 'kata kami' });
  await loadRows(db(), rows, MONDAY + 7);
  const shown = await settle('pack');
  expect(shown.text).toContain(PREVIEW);
  expect((await rowNow('topic', topic.id))?.data.strong).toBe('kata kami');
  expect((await admin.post(PAGE, keptIn(shown.text))).status).toBe(303);
  expect(await rowNow('topic', topic.id)).toMatchObject({ edited: false, data });
});

it('what staff ended stays ended when the pack is loaded again', async ({ expect }) => {
  await endRow(editor(), 'office', 'LAMA');
  expect(await load(variant(pupr.name, EXTRA))).toMatchObject({ conflicts: [] });
  expect(await load(variant(pupr.name, { ...EXTRA, name: 'Dinas Lain' }))).toMatchObject({ conflicts: [] });
  expect((await rowNow('office', 'LAMA'))?.endedAt).not.toBeNull();
  await admin.post('/desk/pengaturan/instansi/LAMA/aktifkan');
  // The pack has something else by now, which nobody has seen.
  expect(await rowNow('office', 'LAMA')).toMatchObject({ conflict: true, data: { name: 'Dinas Lama' } });
});
