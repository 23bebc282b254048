/** Names, folder, code prefix and time zone of a regency, from how the Ministry lists it. */
import type { PackRegency } from '../types.ts';

type Zone = Pick<PackRegency, 'timeZone' | 'zoneLabel'>;

const wib: Zone = { timeZone: 'Asia/Jakarta', zoneLabel: 'WIB' };
const wita: Zone = { timeZone: 'Asia/Makassar', zoneLabel: 'WITA' };
const wit: Zone = { timeZone: 'Asia/Jayapura', zoneLabel: 'WIT' };

/** First digit of the province → zone; Kalimantan (6) is divided: its west and centre keep WIB. */
const zoneByIsland: Record<string, Zone> = {
  1: wib,
  2: wib,
  3: wib,
  5: wita,
  6: wita,
  7: wita,
  8: wit,
  9: wit,
};
const westernKalimantan = ['61', '62'];

/**
 * Time zone of a regency (Keppres 41/1987).
 * @param code Ministry code, e.g. "73.22"
 * @throws Error when the code belongs to no island group
 */
export function zoneOf(code: string): Zone {
  if (westernKalimantan.includes(code.slice(0, 2))) return wib;
  const zone = zoneByIsland[code.slice(0, 1)];
  if (!zone) throw new Error(`Zona waktu kode ${code} tidak diketahui.`);
  return zone;
}

/** "PANGKAJENE DAN KEPULAUAN" → "Pangkajene dan Kepulauan"; abbreviations stay as they are written. */
export function titleCase(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s\-(/])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/ Dan /g, ' dan ')
    .replace(/\b(Dki)\b/g, (word) => word.toUpperCase());
}

/** How the Ministry writes a regency or city, e.g. "KABUPATEN LUWU UTARA", "KOTA PALOPO". */
export interface RegencyNames {
  /** "Luwu Utara", "Palopo". */
  name: string;
  /** "Kabupaten Luwu Utara", "Kota Palopo". */
  fullName: string;
  /** Folder of its pack; cities keep "kota", because some share the name of the regency around them. */
  slug: string;
}

export function namesOf(listed: string): RegencyNames {
  const fullName = titleCase(listed);
  const name = fullName.replace(/^(Kabupaten|Kota)( Administrasi)? /, '');
  const slug = (fullName.startsWith('Kota') ? `kota ${name}` : name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return { name, fullName, slug };
}

/**
 * Two letters for the codes of its cases: the initials, or the next free pair.
 * @param taken prefixes of the other packs; one code must never mean two regencies
 * @throws Error when all pairs starting with the same letter are taken
 */
export function prefixOf(name: string, taken: readonly string[]): string {
  const words = name
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter((word) => word !== '' && word !== 'DAN');
  const first = words[0]?.slice(0, 1) ?? 'X';
  const seconds = [...words.slice(1).map((word) => word.slice(0, 1)), ...words.join('').slice(1)];
  const candidates = [...seconds, ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((second) => first + second);
  const free = candidates.find((pair) => !taken.includes(pair));
  if (!free) throw new Error(`Tidak ada awalan kode yang tersisa untuk ${name}.`);
  return free;
}
