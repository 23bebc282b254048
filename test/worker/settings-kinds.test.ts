/** Any kind of setting in its pages: listed, added, edited, vouched for, ended, revived, and taken back from the history. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { kinds } from '../../workers/features/settings/kinds/index.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { editRow } from '../../workers/regency/edit.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { historyOf, rowNow, Settler } from '../support/settings.ts';
import { editor, loadRegency } from '../support/worker.ts';

const NUMBERS = '/desk/pengaturan/nomor-darurat';
const SAPA = `${NUMBERS}/${encodeURIComponent('129:4')}`;
const numbersNow = async () => (await regencyAt(openDb(env.DB), now())).emergency.map(({ number }) => number);

let admin: Settler;

beforeEach(async () => {
  await loadRegency();
  admin = await Settler.of();
});

describe('a kind of setting', () => {
  it('is listed with what waits to be confirmed, and found by its words', async ({ expect }) => {
    const { text } = await admin.get(NUMBERS);
    for (const part of ['112 Panggilan darurat', 'perlu dipastikan', 'Perlu dipastikan (2)'])
      expect(text).toContain(part);
    expect((await admin.get(`${NUMBERS}?tampil=pastikan`)).text).not.toContain('110 Polisi');
    const villages = await admin.get('/desk/pengaturan/wilayah?cari=towuti+kalosi');
    expect(villages.text).toContain('1 wilayah');
    expect((await admin.get('/desk/pengaturan/wilayah?cari=tidakada')).text).toContain(
      'Tidak ada yang cocok',
    );
  });

  it('is for administrators alone', async ({ expect }) => {
    const others = [
      await Settler.of(['liaison', 'head'], 'Lina', ['PUPR']),
      await Settler.of(['leader', 'verifier', 'inspector', 'campaigner', 'dpo'], 'Lain'),
    ];
    const paths = ['', '/baru', '/110:0', '/110:0/akhiri', '/110:0/riwayat'];
    for (const other of others) {
      for (const path of paths) expect((await other.get(`${NUMBERS}${path}`)).status, path).toBe(403);
      for (const path of [
        '/baru',
        '/110:0',
        '/110:0/akhiri',
        '/110:0/awal',
        '/110:0/pastikan',
        '/110:0/aktifkan',
      ])
        expect((await other.post(`${NUMBERS}${path}`, { name: 'Lain' })).status, path).toBe(403);
      expect((await other.post(`${NUMBERS}/110:0/riwayat/1`)).status).toBe(403);
    }
    expect(await historyOf('emergency', '110:0')).toEqual([]);
  });

  it('has pages that open, each with its rows', async ({ expect }) => {
    for (const kind of kinds.filter(({ ownPages }) => !ownPages)) {
      const path = `/desk/pengaturan/${kind.path}`;
      const { status, text } = await admin.get(path);
      expect(status, path).toBe(200);
      const [, row] = new RegExp(`href="(${path}/(?!baru|tempel)[^"?]+)"`).exec(text) ?? [];
      for (const page of [
        row,
        row && `${row}/riwayat`,
        kind.blank && `${path}/baru`,
        kind.ending && row && `${row}/akhiri`,
      ])
        if (page) expect((await admin.get(page)).status, page).toBe(200);
    }
  });

  it('takes a new row, and tells of one that is there', async ({ expect }) => {
    const refused = await admin.post(`${NUMBERS}/baru`, { number: 'abc', name: 'Basarnas & kawan' });
    expect(refused.status).toBe(422);
    for (const part of [
      'Tulis nomornya dengan angka',
      'Pilih paling sedikit satu',
      'value="Basarnas &amp; kawan"',
    ])
      expect(refused.text).toContain(part);
    const added = await admin.post(`${NUMBERS}/baru`, {
      number: '115',
      name: 'Basarnas',
      for: ['jiwa', 'sakit'],
    });
    expect([added.status, added.to]).toEqual([303, `${NUMBERS}/115?selesai=tambah`]);
    expect(await numbersNow()).toEqual(['110', '112', '113', '119', '129', '115']);
    expect(await rowNow('emergency', '115')).toMatchObject({ own: true, updatedBy: `staff:${admin.id}` });
    const twice = await admin.post(`${NUMBERS}/baru`, { number: '115', name: 'Lagi', for: 'jiwa' });
    expect(twice.text).toContain('sudah ada dalam daftar');
    await admin.send(`${NUMBERS}/115/akhiri`, {});
    const ended = await admin.post(`${NUMBERS}/baru`, { number: '115', name: 'Lagi', for: 'jiwa' });
    expect(ended.status).toBe(409);
    expect(ended.text).toContain(`href="${NUMBERS}/115"`);
    const lines = await historyOf('emergency', '115');
    expect(lines.map(({ change }) => change)).toEqual(['added', 'ended']);
  });

  it('is saved with who and when, and an unchanged form leaves no trace', async ({ expect }) => {
    const same = { number: '129', name: 'SAPA, sahabat perempuan dan anak', for: 'kekerasan' };
    expect((await admin.send(SAPA, same)).status).toBe(303);
    expect(await historyOf('emergency', '129:4')).toEqual([]);
    await admin.send(SAPA, { ...same, name: 'SAPA 129' });
    const [line] = await historyOf('emergency', '129:4');
    expect(line).toMatchObject({ change: 'edited', by: `staff:${admin.id}` });
    const { text } = await admin.get(`${SAPA}/riwayat`);
    expect(text).toContain('SAPA, sahabat perempuan dan anak → SAPA 129');
    expect(text).toContain('Andi Admin');
  });

  it('shows the other’s values when two save, and keeps what was typed', async ({ expect }) => {
    const { text } = await admin.get(SAPA);
    const seen = /name="seen" value="(\w+)"/.exec(text)?.[1] ?? '';
    const row = await rowNow('emergency', '129:4');
    await editRow(editor(), 'emergency', '129:4', { ...row?.data, name: 'Dari rekan' });
    const mine = { number: '129', name: 'Dari saya', for: 'kekerasan' };
    const refused = await admin.post(SAPA, { ...mine, seen });
    expect(refused.status).toBe(409);
    for (const part of ['Belum tersimpan', 'Dari rekan', 'value="Dari saya"'])
      expect(refused.text).toContain(part);
    const again = /name="seen" value="(\w+)"/.exec(refused.text)?.[1] ?? '';
    expect((await admin.post(SAPA, { ...mine, seen: again })).status).toBe(303);
    expect(await rowNow('emergency', '129:4')).toMatchObject({ data: { name: 'Dari saya' } });
  });

  it('stays marked until somebody vouches for it', async ({ expect }) => {
    await admin.send(SAPA, { number: '129', name: 'SAPA', for: 'kekerasan' });
    expect((await admin.get(SAPA)).text).toContain('perlu dipastikan');
    await admin.send(SAPA, {}, `${SAPA}/pastikan`);
    expect((await admin.get(SAPA)).text).not.toContain('perlu dipastikan');
    expect((await historyOf('emergency', '129:4')).map(({ change }) => change)).toEqual([
      'edited',
      'confirmed',
    ]);
  });

  it('ends, is revived, goes back to the pack and to any earlier state', async ({ expect }) => {
    await admin.send(SAPA, { number: '129', name: 'Satu', for: 'kekerasan' });
    await admin.send(SAPA, { number: '129', name: 'Dua', for: 'kekerasan' });
    await admin.send(`${SAPA}/akhiri`, {});
    expect(await numbersNow()).not.toContain('129');
    expect((await admin.get(`${NUMBERS}?tampil=berakhir`)).text).toContain('129 Dua');
    expect((await admin.get(SAPA)).text).toContain('Berlakukan lagi');
    expect((await admin.post(SAPA, { name: 'Tiga' })).status).toBe(404);
    await admin.post(`${SAPA}/aktifkan`);
    expect(await numbersNow()).toContain('129');
    const [first, second] = await historyOf('emergency', '129:4');
    await admin.send(`${SAPA}/riwayat`, {}, `${SAPA}/riwayat/${second?.id}`);
    expect((await rowNow('emergency', '129:4'))?.data.name).toBe('Satu');
    await admin.send(`${SAPA}/riwayat`, {}, `${SAPA}/riwayat/${first?.id}`);
    expect(await rowNow('emergency', '129:4')).toMatchObject({ edited: false });
    await admin.send(SAPA, { number: '129', name: 'Empat', for: 'kekerasan' });
    await admin.post(`${SAPA}/awal`);
    expect(await rowNow('emergency', '129:4')).toMatchObject({ edited: false, endedAt: null });
    expect((await historyOf('emergency', '129:4')).map(({ change }) => change)).toEqual([
      ...['edited', 'edited', 'ended', 'revived', 'undone', 'undone', 'edited', 'pack_taken'],
    ]);
    const stale = await admin.post(`${SAPA}/riwayat/${first?.id}`, { seen: '0'.repeat(64) });
    expect(stale.status).toBe(409);
  });
});

describe('areas and population', () => {
  const AREAS = '/desk/pengaturan/wilayah';
  const village = {
    code: '73.24.01.2099',
    level: 'desa',
    parent: '73.24.01',
    name: 'Maleku Baru',
    aliases: 'Maleku II\n\n',
  };

  it('gain a village of its district, once', async ({ expect }) => {
    const wrong = await admin.post(`${AREAS}/baru`, { ...village, code: '73.24.02.2099' });
    expect(wrong.text).toContain('diawali kode Mangkutana');
    const above = await admin.post(`${AREAS}/baru`, { ...village, parent: '73.24' });
    expect(above.text).toContain('desa dan kelurahan termasuk kecamatan');
    const gone = await admin.post(`${AREAS}/baru`, { ...village, parent: '73.24.77' });
    expect(gone.text).toContain('sudah tidak berlaku');
    const twin = await admin.post(`${AREAS}/baru`, { ...village, name: 'maleku' });
    expect(twin.text).toContain('sudah ada wilayah bernama ini');
    expect((await admin.post(`${AREAS}/baru`, village)).status).toBe(303);
    const { areas } = await regencyAt(openDb(env.DB), now());
    expect(areas.get(village.code)).toMatchObject({ name: 'Maleku Baru', aliases: ['Maleku II'] });
  });

  it('keep the name of a village that ended', async ({ expect }) => {
    const done = await admin.send(`${AREAS}/73.24.01.2001/akhiri`, {});
    expect([done.status, done.text]).toEqual([303, '']);
    const { areas, past } = await regencyAt(openDb(env.DB), now());
    expect([areas.has('73.24.01.2001'), past.areas.get('73.24.01.2001')?.name]).toEqual([false, 'Maleku']);
    const district = await admin.send(`${AREAS}/73.24.01/akhiri`, {});
    expect(district.status).toBe(422);
    expect(district.text).toContain('Wonorejo masih termasuk wilayah ini');
  });

  it('say what is missing, and count the newest year', async ({ expect }) => {
    const PEOPLE = '/desk/pengaturan/penduduk';
    const list = await admin.get(PEOPLE);
    expect(list.text).toContain('Penduduk belum diisi: 11 kecamatan, 128 desa dan kelurahan.');
    expect(list.text).toContain('323.422');
    const wrong = await admin.post(`${PEOPLE}/baru`, { area: '73.24', year: 'dulu', people: '', source: '' });
    for (const part of ['Tulis tahun dengan angka', 'Wajib diisi', 'value="dulu"'])
      expect(wrong.text).toContain(part);
    const row = { area: '73.24', year: '2025', people: '330.001', source: 'Disdukcapil' };
    expect((await admin.post(`${PEOPLE}/baru`, row)).to).toBe(`${PEOPLE}/73.24%3A2025?selesai=tambah`);
    const { population } = await regencyAt(openDb(env.DB), now());
    expect(population.get('73.24')).toMatchObject({ year: 2025, people: 330_001 });
  });
});
