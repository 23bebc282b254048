/**
 * The Ministry's areas (npm idn-area-data). `tsx workers/local/areas.ts luwu-timur` writes `areas.json` of a pack
 * again, with the spellings of its `aliases.json`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';
import {
  type Aliases,
  areaRows,
  type Listed,
  type ListedArea,
} from '../../shared/regencies/indonesia/start.ts';
import { toJson } from '../../shared/regencies/layout.ts';

/** Where the packs are. */
export const packsFolder = join(import.meta.dirname, '../../shared/regencies');

/** All regencies and cities with the name of their province. */
export async function listRegencies(): Promise<Listed[]> {
  const provinces = new Map((await getProvinces()).map((row) => [row.code, row.name]));
  const rows = await getRegencies();
  return rows.map(({ code, name, province_code }) => ({
    code,
    name,
    province: provinces.get(province_code) ?? '',
  }));
}

/** The kecamatan and villages of a regency, e.g. "73.24". */
export async function areasIn(code: string): Promise<{ districts: ListedArea[]; villages: ListedArea[] }> {
  const inside = (row: ListedArea) => row.code.startsWith(`${code}.`);
  return { districts: (await getDistricts()).filter(inside), villages: (await getVillages()).filter(inside) };
}

/** Spellings that the pack in `folder` keeps by hand; none when it has no such file yet. */
export function aliasesIn(folder: string): Aliases {
  const path = join(folder, 'aliases.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Aliases) : {};
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(packsFolder, argv[2] ?? '');
  if (!argv[2] || !existsSync(join(folder, 'regency.json'))) {
    console.error('Tulis nama paket yang ada, misalnya: tsx workers/local/areas.ts luwu-timur');
    exit(1);
  }
  const { code, name } = JSON.parse(readFileSync(join(folder, 'regency.json'), 'utf8')) as ListedArea;
  const { districts, villages } = await areasIn(code);
  const areas = areaRows(code, name, districts, villages, aliasesIn(folder));
  writeFileSync(join(folder, 'areas.json'), toJson(areas));
  console.log(`${areas.length} wilayah ditulis ke ${argv[2]}/areas.json`);
}
