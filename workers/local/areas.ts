/**
 * Areas of a regency from the Ministry's codes (npm idn-area-data): `tsx workers/local/areas.ts luwu-timur`
 * writes `areas.json` of a pack again, with the spellings of its `aliases.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';
import type { AreaLevel, PackArea } from '../../shared/regencies/types.ts';

/** A regency or city as the Ministry lists it. */
export interface Listed {
  code: string;
  /** "KABUPATEN LUWU UTARA" or "KOTA PALOPO". */
  name: string;
  /** "SULAWESI SELATAN". */
  province: string;
}

/** All regencies and cities with the name of their province. */
export async function listRegencies(): Promise<Listed[]> {
  const provinces = new Map((await getProvinces()).map((row) => [row.code, row.name]));
  const rows = await getRegencies();
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    province: provinces.get(row.province_code) ?? '',
  }));
}

/** The Ministry numbers kelurahan from 1001, desa from 2001 and customary villages (desa adat) from 3001. */
function levelOf(villageCode: string): AreaLevel {
  return villageCode.split('.')[3]?.startsWith('1') ? 'kelurahan' : 'desa';
}

/**
 * The regency, its kecamatan and their villages, in this order and by code.
 * @param name short name of the regency, e.g. "Luwu Timur"
 * @param aliases area code → other spellings
 */
export async function areasOf(
  code: string,
  name: string,
  aliases: Record<string, string[]> = {},
): Promise<PackArea[]> {
  const districts = (await getDistricts()).filter((row) => row.regency_code === code);
  const villages = (await getVillages()).filter((row) => row.code.startsWith(`${code}.`));
  const area = (row: { code: string; name: string }, parent: string | null, level: AreaLevel): PackArea => ({
    code: row.code,
    parent,
    level,
    name: row.name.trim(),
    aliases: aliases[row.code] ?? [],
  });
  return [
    area({ code, name }, null, 'kabupaten'),
    ...districts.map((row) => area(row, code, 'kecamatan')),
    ...villages.map((row) => area(row, row.district_code, levelOf(row.code))),
  ];
}

const width = 110;

/** A data file as people read it and the linter keeps it: what fits in 110 columns stands on one line. */
export function toJson(value: unknown): string {
  return `${layout(value, '', 0)}\n`;
}

/** @param taken columns already used on the line by a key, and a comma that may follow */
function layout(value: unknown, indent: string, taken: number): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const flat = inline(value);
  const top = indent === '';
  if (!top && indent.length + taken + flat.length + 1 <= width) return flat;
  const deeper = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => deeper + layout(item, deeper, 0))
    : Object.entries(value).map(([key, item]) => {
        const label = `${JSON.stringify(key)}: `;
        return deeper + label + layout(item, deeper, label.length);
      });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

function inline(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${inline(item)}`);
  return `{ ${pairs.join(', ')} }`;
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const id = argv[2];
  if (!id) {
    console.error('Tulis nama paketnya, misalnya: tsx workers/local/areas.ts luwu-timur');
    exit(1);
  }
  const folder = join(import.meta.dirname, '../../shared/regencies', id);
  const { code, name } = readJson<{ code: string; name: string }>(join(folder, 'regency.json'));
  const aliases = readJson<Record<string, string[]>>(join(folder, 'aliases.json'));
  const areas = await areasOf(code, name, aliases);
  writeFileSync(join(folder, 'areas.json'), toJson(areas));
  console.log(`${areas.length} wilayah ditulis ke ${id}/areas.json`);
}
