/** The regency's own boundary file: looked at before it is saved, drawn on the map, replaced and taken away. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { area, collection, square } from '../support/boundaries.ts';
import { openCampaign } from '../support/campaign.ts';
import { Desk } from '../support/desk.ts';
import { faulty } from '../support/faulty.ts';
import { hiddenFields, textOf } from '../support/reporter.ts';
import { addStaff } from '../support/worker.ts';

const PAGE = '/desk/kampanye/cakupan';
const MAP = `${PAGE}/peta`;
const SOURCE = 'Bappeda, batas rekaan, boleh dipakai';

let desk: Desk;

beforeEach(async () => {
  await openCampaign();
  await env.FILES.delete('coverage/boundary-draft');
  desk = await Desk.of(await addStaff(['admin'], ['DISKOMINFOSP'], 'Kirana'));
});

const upload = (text: string, source = SOURCE) =>
  desk.post(MAP, { source, file: new File([text], 'batas.geojson') });

const villages = collection(
  area({ KODE: 7324012001, KEC: '73.24.01', NAMA: 'Maleku' }, square(0)),
  area({ KODE: '73.24.01.2002', KEC: '73.24.01', NAMA: 'Wonorejo' }, square(1)),
  area({ KODE: '7324012999', KEC: '73.24.01', NAMA: 'Desa Entah' }, square(2)),
  area({ KODE: '7371010001', KEC: '73.71.01', NAMA: 'Kota Lain' }, square(3)),
);

/** The form that saves, as the page gives it. */
async function looked(query = ''): Promise<{ text: string; fields: Record<string, string> }> {
  const page = await desk.text(`${MAP}/periksa${query}`);
  return { text: textOf(page), fields: hiddenFields(page, `${MAP}/simpan`) };
}

async function save(query = ''): Promise<Response> {
  return desk.post(`${MAP}/simpan`, (await looked(query)).fields);
}

async function shapes(): Promise<string[]> {
  const { results } = await env.DB.prepare('SELECT area FROM area_shapes ORDER BY area').all();
  return results.map((row) => String(row.area));
}

/** The history as it stands: level, change, and how many areas. */
async function changes(): Promise<string[]> {
  const { results } = await env.DB.prepare(
    `SELECT row_id || ' ' || change || ' ' || (coalesce(after, before) ->> 'areas') AS line
      FROM setting_changes WHERE kind = 'boundary' ORDER BY id`,
  ).all();
  return results.map(({ line }) => String(line));
}

describe('a boundary file', () => {
  it('is shown with what fits and what does not, then drawn with its source', async ({ expect }) => {
    expect((await upload(villages)).headers.get('location')).toBe(`${MAP}/periksa`);
    const { text } = await looked();
    expect(text).toContain('2 dari 128 cocok');
    expect(text).toContain('Arolipu (Kecamatan Wotu)');
    expect(text).toContain('2 wilayah di berkas tidak ada di pengaturan');
    expect(text).toContain('Desa Entah, 7324012999');
    expect(text).toContain('Kota Lain, 7371010001');
    expect(await shapes()).toEqual([]);
    expect(textOf(await desk.text(MAP))).toContain('Ada berkas yang belum disimpan');

    expect((await save()).status).toBe(303);
    expect(await shapes()).toEqual(['73.24.01.2001', '73.24.01.2002']);
    const page = await desk.text(PAGE);
    expect(page).toMatch(/<path class="t-idle" d="M[^"]+Z"><title>Desa Maleku: belum direncanakan<\/title>/);
    expect(page).toContain('role="img"');
    expect(textOf(page)).toContain(SOURCE);
    // One kecamatan fills the map; another one and the OPD have no shape here.
    expect(await desk.text(`${PAGE}?wilayah=73.24.01`)).toContain('<title>Desa Maleku');
    const elsewhere = await desk.text(`${PAGE}?wilayah=73.24.02`);
    expect(elsewhere).not.toContain('<svg class="map"');
    expect(textOf(elsewhere)).toContain('tidak memuat batas di kecamatan ini');
    expect(textOf(elsewhere)).not.toContain('Peta tampil setelah');
    expect(textOf(await desk.text(`${PAGE}?wilayah=opd`))).not.toContain('Peta tampil');
    expect((await desk.send(`${MAP}/periksa`)).status).toBe(404);
  });

  it('gives kecamatan by another of its columns, beside the desa that are there', async ({ expect }) => {
    await upload(villages);
    await save();
    await upload(villages);
    expect((await looked('?kolom=KEC')).text).toContain('1 dari 11 cocok');
    await save('?kolom=KEC');
    expect(await shapes()).toEqual(['73.24.01', '73.24.01.2001', '73.24.01.2002']);
    expect(await desk.text(PAGE)).toContain('class="line"');

    // A new file takes the place of its own level only, and says so before.
    await upload(collection(area({ kode: '73.24.01.2003' }, square(4))));
    expect((await looked()).text).toContain('Menggantikan 2 batas desa');
    await save();
    expect(await shapes()).toEqual(['73.24.01', '73.24.01.2003']);
    await desk.post(`${MAP}/hapus`, { tingkat: 'desa' });
    expect(await shapes()).toEqual(['73.24.01']);
    expect(textOf(await desk.text(PAGE))).toContain('0/');
    for (let twice = 0; twice < 2; twice++) await desk.post(`${MAP}/hapus`, { tingkat: 'kecamatan' });
    expect(textOf(await desk.text(PAGE))).toContain('Peta tampil setelah');
    expect(await changes()).toEqual([
      'desa added 2',
      'kecamatan added 1',
      'desa edited 1',
      'desa ended 1',
      'kecamatan ended 1',
    ]);
    const told = textOf(await desk.text(MAP));
    for (const words of ['Memuat', 'Mengganti', 'Menghapus'])
      expect(told).toContain(`${words} batas desa dan kelurahan`);
    expect(told).toContain('Kirana');
  });

  it('that cannot be used is refused in words, and nothing is lost', async ({ expect }) => {
    await upload(villages);
    await save();
    const cases: [string, string, string][] = [
      ['<kml/>', SOURCE, 'bukan GeoJSON'],
      [collection(area({ kode: '7325010001' }, square(0))), SOURCE, 'Kode BPS berbeda'],
      [`${villages}${' '.repeat(6_000_000)}`, SOURCE, 'lebih besar dari'],
      [villages, ' ', 'Tulis dari mana berkas ini'],
      ['', SOURCE, 'Pilih berkas GeoJSON'],
    ];
    for (const [text, source, words] of cases) {
      const answer = await upload(text, source);
      const page = await answer.text();
      expect(answer.status, words).toBe(422);
      expect(textOf(page)).toContain(words);
      if (source === SOURCE) expect(page).toContain(`value="${SOURCE}"`);
    }
    expect(await shapes()).toEqual(['73.24.01.2001', '73.24.01.2002']);
  });

  it('is saved as it was looked at, also when an answer is lost or another file came', async ({ expect }) => {
    await upload(villages);
    const first = (await looked()).fields;
    await upload(collection(area({ kode: '73.24.01.2003' }, square(4))));
    expect((await desk.post(`${MAP}/simpan`, first)).status).toBe(409);
    expect(await shapes()).toEqual([]);
    const { fields } = await looked();
    for (const fault of ['before_batch', 'answer_lost'] as const) {
      const d1 = faulty(env.DB, fault).d1;
      const bindings = new Proxy(env, {
        get: (target, name) => (name === 'DB' ? d1 : Reflect.get(target, name)),
      });
      expect((await desk.post(`${MAP}/simpan`, fields, bindings)).status).toBeGreaterThanOrEqual(500);
    }
    expect((await desk.post(`${MAP}/simpan`, fields)).status).toBe(303);
    expect(await shapes()).toEqual(['73.24.01.2003']);
    expect(await changes()).toEqual(['desa added 1']);
  });

  it('is an administrator’s', async ({ expect }) => {
    const campaigner = await Desk.of(await addStaff(['campaigner']));
    expect((await campaigner.send(MAP)).status).toBe(403);
    expect((await campaigner.post(`${MAP}/hapus`, { tingkat: 'desa' })).status).toBe(403);
    expect(textOf(await campaigner.text(PAGE))).toContain('admin memuat berkas batas wilayah');
  });
});
