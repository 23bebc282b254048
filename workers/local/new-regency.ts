/**
 * Starts the pack of another regency or city: `npm run new-regency -- 73.22 [--force]`.
 * Names and areas come from the Ministry's list (npm idn-area-data), offices are the usual ones, still to be confirmed.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { loadPack, packIds } from '../../shared/regencies/index.ts';
import { namesOf, prefixOf, titleCase, zoneOf } from '../../shared/regencies/indonesia/naming.ts';
import { usualOffices } from '../../shared/regencies/indonesia/offices.ts';
import type { PackArea, PackRegency } from '../../shared/regencies/types.ts';
import { areasOf, type Listed, listRegencies, toJson } from './areas.ts';

export interface NewRegency {
  slug: string;
  regency: PackRegency;
  areas: PackArea[];
  offices: number;
}

/**
 * Writes the pack's folder and registers it in `index.ts` of `folder`.
 * @param code Ministry code of a regency or city, e.g. "73.22"
 * @param folder where the packs are, i.e. shared/regencies
 * @throws Error in words for the person at the keyboard: unknown code (with near ones), or a folder that exists
 */
export async function newRegency(code: string, folder: string, force = false): Promise<NewRegency> {
  const all = await listRegencies();
  const listed = all.find((row) => row.code === code);
  if (!listed) throw new Error(unknown(code, all));
  const { name, fullName, slug } = namesOf(listed.name);
  const own = join(folder, slug);
  if (existsSync(own) && !force) {
    throw new Error(`Paket ${slug} sudah ada. Tambahkan --force bila isinya memang hendak ditulis ulang.`);
  }
  const regency: PackRegency = {
    code,
    name,
    fullName,
    capital: null,
    province: titleCase(listed.province),
    codePrefix: prefixOf(name, await takenPrefixes(slug)),
    ...zoneOf(code),
    adminOffice: 'DISKOMINFOSP',
    inspectorate: 'INSPEKTORAT',
    protectionOffice: 'DINSOSP3A',
  };
  const aliases = aliasesIn(own);
  const areas = await areasOf(code, name, aliases);
  const offices = usualOffices(regency, areas);
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'regency.json'), toJson(regency));
  writeFileSync(join(own, 'areas.json'), toJson(areas));
  writeFileSync(join(own, 'aliases.json'), toJson(aliases));
  writeFileSync(join(own, 'offices.json'), toJson(offices));
  writeFileSync(join(own, 'index.ts'), packModule(slug, fullName));
  register(join(folder, 'index.ts'), slug);
  return { slug, regency, areas, offices: offices.length };
}

/** Spellings written by hand survive --force. */
function aliasesIn(own: string): Record<string, string[]> {
  const path = join(own, 'aliases.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string[]>) : {};
}

async function takenPrefixes(except: string): Promise<string[]> {
  const others = await Promise.all(packIds.filter((id) => id !== except).map(loadPack));
  return others.map((pack) => pack.regency.codePrefix);
}

/** Says that the code is unknown and names what may have been meant. */
function unknown(code: string, all: Listed[]): string {
  const wanted = code.toLowerCase().trim();
  const digits = wanted.replace(/\D/g, '');
  const named =
    digits === '' && wanted !== '' ? all.filter((row) => row.name.toLowerCase().includes(wanted)) : [];
  const distance = (row: Listed) =>
    Math.abs(Number(row.code.replace('.', '')) - Number(digits.slice(0, 4).padEnd(4, '0')));
  const near = digits === '' ? named : [...all].sort((a, b) => distance(a) - distance(b));
  const lines = near.slice(0, 5).map((row) => `  ${row.code}  ${titleCase(row.name)}`);
  const hint = lines.length > 0 ? `\nMungkin yang dimaksud:\n${lines.join('\n')}` : '';
  return `Kode "${code}" tidak ada dalam daftar kabupaten dan kota Kemendagri.${hint}`;
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

/** Adds the pack's line at the end of the list in `index.ts`, once. */
function register(path: string, slug: string): void {
  const source = readFileSync(path, 'utf8');
  const load = `() => import('./${slug}/index.ts'),`;
  if (source.includes(load)) return;
  // The formatter keeps quotes only where a key needs them.
  const key = slug.includes('-') ? `'${slug}'` : slug;
  writeFileSync(path, source.replace(/\n};/, `\n  ${key}: ${load}\n};`));
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const force = argv.includes('--force');
  const code = argv.slice(2).find((word) => word !== '--force') ?? '';
  const folder = join(import.meta.dirname, '../../shared/regencies');
  try {
    const { slug, regency, areas, offices } = await newRegency(code, folder, force);
    const districts = areas.filter((area) => area.level === 'kecamatan').length;
    console.log(`Paket ${regency.fullName} ditulis ke shared/regencies/${slug}:
  ${districts} kecamatan, ${areas.length - districts - 1} desa dan kelurahan, ${offices} instansi.
  Kode laporan ${regency.codePrefix}-…, waktu ${regency.zoneLabel}.

Berikutnya:
  1. Periksa regency.json (ibu kota) dan offices.json: semua nama instansi belum dipastikan.
  2. Ejaan lain nama desa ditulis di aliases.json, lalu: npx tsx workers/local/areas.ts ${slug}
  3. Jalankan: KANAL_REGENCY=${slug} npm start
     Datanya disimpan terpisah di .kanal-${slug}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    exit(1);
  }
}
