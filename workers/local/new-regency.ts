/**
 * Starts the pack of another regency or city: `npm run new-regency -- 73.22 [--force]`.
 * Names and areas come from the Ministry's list (npm idn-area-data), offices are the usual ones, still to be confirmed.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { loadPack, packIds } from '../../shared/regencies/index.ts';
import { namesOf } from '../../shared/regencies/indonesia/naming.ts';
import {
  registered,
  type StartedPack,
  startPack,
  unknownCode,
} from '../../shared/regencies/indonesia/start.ts';
import { aliasesIn, areasIn, listRegencies, packsFolder } from './areas.ts';

/**
 * Writes the pack's folder and registers it in `index.ts` of `folder`; spellings kept by hand survive `force`.
 * @param code Ministry code of a regency or city, e.g. "73.22"
 * @param folder where the packs are, i.e. shared/regencies
 * @throws Error in words for the person at the keyboard: unknown code (with near ones), or a folder that exists
 */
export async function newRegency(code: string, folder: string, force: boolean): Promise<StartedPack> {
  const all = await listRegencies();
  const listed = all.find((row) => row.code === code);
  if (!listed) throw new Error(unknownCode(code, all));
  const { slug } = namesOf(listed.name);
  const own = join(folder, slug);
  if (existsSync(own) && !force) {
    throw new Error(`Paket ${slug} sudah ada. Tambahkan --force bila isinya memang hendak ditulis ulang.`);
  }
  const { districts, villages } = await areasIn(code);
  const started = startPack(listed, districts, villages, aliasesIn(own), await takenPrefixes(slug));
  mkdirSync(own, { recursive: true });
  for (const [name, content] of Object.entries(started.files)) writeFileSync(join(own, name), content);
  const index = join(folder, 'index.ts');
  writeFileSync(index, registered(readFileSync(index, 'utf8'), slug));
  return started;
}

async function takenPrefixes(except: string): Promise<string[]> {
  const others = await Promise.all(packIds.filter((id) => id !== except).map(loadPack));
  return others.map((pack) => pack.regency.codePrefix);
}

function nextSteps({ slug, regency, areas }: StartedPack): string {
  const districts = areas.filter((area) => area.level === 'kecamatan').length;
  return `Paket ${regency.fullName} ditulis ke shared/regencies/${slug}:
  ${districts} kecamatan, ${areas.length - districts - 1} desa dan kelurahan.
  Kode laporan ${regency.codePrefix}-…, waktu ${regency.zoneLabel}.

Berikutnya:
  1. Periksa regency.json (ibu kota) dan offices.json: semua nama instansi belum dipastikan.
  2. Ejaan lain nama desa ditulis di aliases.json, lalu: npx tsx workers/local/areas.ts ${slug}
  3. Jalankan: KANAL_REGENCY=${slug} npm start
     Datanya disimpan terpisah di .kanal-${slug}`;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const words = argv.slice(2).filter((word) => word !== '--force');
  try {
    console.log(nextSteps(await newRegency(words.join(' '), packsFolder, argv.includes('--force'))));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    exit(1);
  }
}
