/** The first version of any regency's pack, from the Ministry's list of areas; written to disk by workers/local. */
import { toJson } from '../layout.ts';
import type { AreaLevel, PackArea, PackRegency } from '../types.ts';
import { namesOf, prefixOf, titleCase, zoneOf } from './naming.ts';
import { usualOffices } from './offices.ts';

/** A regency or city as the Ministry lists it, e.g. 73.22, "KABUPATEN LUWU UTARA", "SULAWESI SELATAN". */
export interface Listed {
  code: string;
  name: string;
  province: string;
}

/** A kecamatan, or a village in it; codes say which belongs to which. */
export interface ListedArea {
  code: string;
  name: string;
}

/** Other spellings to accept, by area code. */
export type Aliases = Record<string, string[]>;

/** The Ministry numbers kelurahan from 1001, desa from 2001 and customary villages (desa adat) from 3001. */
function levelOf(villageCode: string): AreaLevel {
  return villageCode.split('.')[3]?.startsWith('1') ? 'kelurahan' : 'desa';
}

/**
 * The regency, its kecamatan and their villages, in this order and by code.
 * @param name short name of the regency, e.g. "Luwu Timur"
 */
export function areaRows(
  code: string,
  name: string,
  districts: readonly ListedArea[],
  villages: readonly ListedArea[],
  aliases: Aliases,
): PackArea[] {
  const area = (row: ListedArea, parent: string | null, level: AreaLevel): PackArea => ({
    code: row.code,
    parent,
    level,
    name: row.name.trim(),
    aliases: aliases[row.code] ?? [],
  });
  return [
    area({ code, name }, null, 'kabupaten'),
    ...districts.map((row) => area(row, code, 'kecamatan')),
    ...villages.map((row) => area(row, row.code.slice(0, row.code.lastIndexOf('.')), levelOf(row.code))),
  ];
}

export interface StartedPack {
  /** Folder below shared/regencies. */
  slug: string;
  regency: PackRegency;
  areas: PackArea[];
  /** File name → content. */
  files: Record<string, string>;
}

/**
 * @param taken code prefixes of the other packs
 * @throws Error when no zone or prefix can be found
 */
export function startPack(
  listed: Listed,
  districts: readonly ListedArea[],
  villages: readonly ListedArea[],
  aliases: Aliases,
  taken: readonly string[],
): StartedPack {
  const { name, fullName, slug } = namesOf(listed.name);
  const regency: PackRegency = {
    code: listed.code,
    name,
    fullName,
    capital: null,
    province: titleCase(listed.province),
    codePrefix: prefixOf(name, taken),
    ...zoneOf(listed.code),
    adminOffice: 'DISKOMINFOSP',
    inspectorate: 'INSPEKTORAT',
    protectionOffice: 'DINSOSP3A',
  };
  const areas = areaRows(listed.code, name, districts, villages, aliases);
  const files = {
    'regency.json': toJson(regency),
    'areas.json': toJson(areas),
    'aliases.json': toJson(aliases),
    'offices.json': toJson(usualOffices(regency, areas)),
    'index.ts': packModule(slug, fullName),
  };
  return { slug, regency, areas, files };
}

function packModule(slug: string, fullName: string): string {
  return `/** The pack of ${fullName}, as started by \`npm run new-regency\`. */
import { assemble } from '../indonesia/index.ts';
import type { PackArea, PackOffice, PackRegency } from '../types.ts';
import areas from './areas.json' with { type: 'json' };
import offices from './offices.json' with { type: 'json' };
import regency from './regency.json' with { type: 'json' };

export const pack = assemble({
  id: '${slug}',
  regency: regency as PackRegency,
  offices: offices as PackOffice[],
  areas: areas as PackArea[],
});
`;
}

/** The text of shared/regencies/index.ts with the pack's line at the end of its list, once. */
export function registered(source: string, slug: string): string {
  const load = `() => import('./${slug}/index.ts'),`;
  if (source.includes(load)) return source;
  // The formatter keeps quotes only where a key needs them.
  const key = slug.includes('-') ? `'${slug}'` : slug;
  return source.replace(/\n};/, `\n  ${key}: ${load}\n};`);
}

/** Says that a code is unknown and names what may have been meant: by number, or by name when words were typed. */
export function unknownCode(code: string, all: readonly Listed[]): string {
  const wanted = code.toUpperCase().trim();
  const digits = wanted.replace(/\D/g, '').slice(0, 4).padEnd(4, '0');
  const distance = (row: Listed) => Math.abs(Number(row.code.replace('.', '')) - Number(digits));
  const near = /\d/.test(wanted)
    ? [...all].sort((a, b) => distance(a) - distance(b))
    : all.filter((row) => wanted !== '' && row.name.includes(wanted));
  const lines = near.slice(0, 5).map((row) => `  ${row.code}  ${titleCase(row.name)}`);
  const hint = lines.length > 0 ? `\nMungkin yang dimaksud:\n${lines.join('\n')}` : '';
  return `Kode "${code}" tidak ada dalam daftar kabupaten dan kota Kemendagri.${hint}`;
}
