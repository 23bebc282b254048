import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';
import { test } from 'vitest';
import { demoCases } from '../../shared/demo/cases.ts';
import { placeCase } from '../../shared/demo/place.ts';
import { assemble } from '../../shared/regencies/indonesia/index.ts';
import { namesOf, prefixOf, titleCase, zoneOf } from '../../shared/regencies/indonesia/naming.ts';
import { registered, startPack, unknownCode } from '../../shared/regencies/indonesia/start.ts';
import type { PackArea, PackOffice } from '../../shared/regencies/types.ts';

const provinces = new Map((await getProvinces()).map((row) => [row.code, row.name]));
const all = (await getRegencies()).map(({ code, name, province_code }) => ({
  code,
  name,
  province: provinces.get(province_code) ?? '',
}));
const districts = await getDistricts();
const villages = await getVillages();

/** The pack of a code as `npm run new-regency` starts it, beside Luwu Timur. */
function start(code: string) {
  const listed = all.find((row) => row.code === code);
  if (!listed) throw new Error(unknownCode(code, all));
  const inside = (row: { code: string }) => row.code.startsWith(`${code}.`);
  return startPack(listed, districts.filter(inside), villages.filter(inside), {}, ['LT']);
}

test('Luwu Utara says nothing of Luwu Timur', ({ expect }) => {
  const { slug, regency, areas, files } = start('73.22');
  expect(slug).toBe('luwu-utara');
  expect(regency).toMatchObject({ fullName: 'Kabupaten Luwu Utara', codePrefix: 'LU', zoneLabel: 'WITA' });
  expect(areas.filter((row) => row.level === 'kecamatan')).toHaveLength(15);
  for (const [name, content] of Object.entries(files)) {
    expect(content, name).not.toMatch(/Luwu Timur|73\.24|LT-|luwu-timur|Pompengan/);
  }
  const names = (JSON.parse(files['offices.json'] ?? '[]') as PackOffice[]).map((row) => row.name);
  expect(names).toContain('Polres Luwu Utara');
  expect(names).toContain('Dinas Pendidikan Provinsi Sulawesi Selatan');
});

test('a started pack has every office that categories and demo cases name', ({ expect }) => {
  const { slug, regency, files } = start('73.22');
  const pack = assemble({
    id: slug,
    regency,
    offices: JSON.parse(files['offices.json'] ?? '[]') as PackOffice[],
    areas: JSON.parse(files['areas.json'] ?? '[]') as PackArea[],
  });
  const offices = new Set(pack.offices.map((row) => row.code));
  expect(JSON.stringify(pack)).not.toMatch(/Luwu Timur|73\.24|LT-/);
  const elsewhere = districts.filter((row) => row.code.startsWith('73.24.')).map((row) => row.name.trim());
  expect(elsewhere).toHaveLength(11);
  expect(elsewhere.filter((name) => new RegExp(`\\b${name}\\b`, 'i').test(JSON.stringify(pack)))).toEqual([]);
  expect(pack.offices.every((row) => !row.confirmed)).toBe(true);
  expect(pack.categories.filter((row) => row.office !== null && !offices.has(row.office))).toEqual([]);
  for (const demo of demoCases) {
    const { area, steps } = placeCase(demo, pack.areas);
    expect(area === null || area.startsWith('73.22.')).toBe(true);
    for (const { input } of steps) if ('office' in input) expect(offices.has(input.office)).toBe(true);
  }
});

test('every regency and city of the country can be started', ({ expect }) => {
  const slugs = new Set<string>();
  for (const row of all) {
    const { name, slug } = namesOf(row.name);
    expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(prefixOf(name, ['LT'])).toMatch(/^(?!LT)[A-Z]{2}$/);
    expect(zoneOf(row.code).zoneLabel).toMatch(/^WI(B|TA|T)$/);
    slugs.add(slug);
  }
  expect(slugs.size).toBe(all.length);
});

test('names, zones and prefixes', ({ expect }) => {
  expect(namesOf('KOTA PALOPO')).toEqual({ name: 'Palopo', fullName: 'Kota Palopo', slug: 'kota-palopo' });
  expect(titleCase('PANGKAJENE DAN KEPULAUAN')).toBe('Pangkajene dan Kepulauan');
  expect(['12.01', '61.01', '63.01', '73.22', '91.03'].map((code) => zoneOf(code).zoneLabel)).toEqual([
    'WIB',
    'WIB',
    'WITA',
    'WITA',
    'WIT',
  ]);
  expect(prefixOf('Bone', [])).toBe('BO');
  expect(prefixOf('Lombok Timur', ['LT'])).toBe('LO');
});

test('a village numbered from 3001 is a desa adat', ({ expect }) => {
  const { areas } = start('91.03');
  expect(areas.find((row) => row.code === '91.03.01.3007')?.level).toBe('desa');
});

test('an unknown code is answered with near ones', ({ expect }) => {
  expect(unknownCode('7322', all)).toContain('73.22  Kabupaten Luwu Utara');
  expect(unknownCode('palopo', all)).toContain('73.73  Kota Palopo');
  expect(unknownCode('', all)).not.toContain('Mungkin');
});

test('registering twice adds one line', ({ expect }) => {
  const index = "const packs = {\n  'luwu-timur': () => import('./luwu-timur/index.ts'),\n};\n";
  const once = registered(registered(index, 'bone'), 'bone');
  expect(once).toBe(index.replace('\n};', "\n  bone: () => import('./bone/index.ts'),\n};"));
});
