/** Offices and categories of a regency by the names that SP4N-LAPOR! gives them. */
import type { PackCategory, PackOffice, PackRegency } from '../regencies/types.ts';
import { plain } from './fields.ts';

const OWN = ['opd', 'kecamatan', 'bumd'];

/** Without what every office of a regency is called: "Pemerintah Kabupaten …", "Kab. …". */
function short(text: string, about: Named): string {
  const regency = plain(about.name);
  return ` ${plain(text)} `
    .replaceAll(` ${plain(about.fullName)} `, ' ')
    .replaceAll(` kab ${regency} `, ' ')
    .replaceAll(` pemkab ${regency} `, ' ')
    .replace(/ (pemerintah|pemkab) /g, ' ')
    .replaceAll(` ${regency} `, ' ')
    .replace(/ dan /g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Names kept at once. */
const MOST = 1000;

type Named = Pick<PackRegency, 'name' | 'fullName'>;

/**
 * Finds offices by one name, or by several from the highest to the one that has it: "Pemkab … > Dinas …". An export
 * names few offices in many rows, so each name is looked for once.
 * @returns the code of an office of the regency itself, or null: nothing is guessed
 */
export function officeFinder(offices: Iterable<PackOffice>, about: Named): (text: string) => string | null {
  const codes = new Map<string, Set<string>>();
  for (const { code, name, short: other, kind } of offices) {
    if (!OWN.includes(kind)) continue;
    for (const known of [name, other, code].map((text) => short(text, about)))
      codes.set(known, (codes.get(known) ?? new Set()).add(code));
  }
  return remembered((text) => {
    for (const part of [text, ...text.split(/[>;|/,]/).toReversed()]) {
      const [code, another] = codes.get(short(part, about)) ?? [];
      if (code !== undefined && another === undefined) return code;
    }
    return null;
  });
}

/** The same for categories, by their own name or LAPOR!'s path. @returns the id, or null */
export function categoryFinder(categories: Iterable<PackCategory>): (text: string) => string | null {
  const ids = new Map<string, string>();
  for (const { id, name, lapor } of categories)
    for (const known of [id, name, lapor, ...lapor.split('>').slice(-1)].map(plain))
      if (!ids.has(known)) ids.set(known, id);
  return remembered((text) => {
    for (const part of [text, ...text.split('>').toReversed()].map(plain)) {
      const id = part === '' ? undefined : ids.get(part);
      if (id !== undefined) return id;
    }
    return null;
  });
}

function remembered(find: (text: string) => string | null): (text: string) => string | null {
  const found = new Map<string, string | null>();
  return (text) => {
    const known = found.get(text);
    if (known !== undefined) return known;
    // A column that was taken for another has as many names as rows.
    if (found.size >= MOST) found.clear();
    const answer = find(text);
    found.set(text, answer);
    return answer;
  };
}
