/** Offices and categories of a regency by the names that SP4N-LAPOR! gives them. */
import type { PackCategory, PackOffice, PackRegency } from '../regencies/types.ts';
import { plain } from './fields.ts';

const OWN = ['opd', 'kecamatan', 'bumd'];

/** Without what every office of a regency is called: "Pemerintah Kabupaten …", "Kab. …". */
function short(text: string, about: Pick<PackRegency, 'name' | 'fullName'>): string {
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

/**
 * @param text one office, or several from the highest to the one that has it: "Pemkab … > Dinas …"
 * @returns the code of an office of the regency itself, or null: nothing is guessed
 */
export function officeNamed(
  text: string,
  offices: Iterable<PackOffice>,
  about: Pick<PackRegency, 'name' | 'fullName'>,
): string | null {
  const own = [...offices].filter((office) => OWN.includes(office.kind));
  const names = [text, ...text.split(/[>;|/,]/).toReversed()].map((part) => short(part, about));
  for (const name of names) {
    if (name === '') continue;
    const found = own.filter((office) =>
      [office.name, office.short, office.code].some((other) => short(other, about) === name),
    );
    if (found.length === 1) return found[0]?.code ?? null;
  }
  return null;
}

/** @returns the id of a category by its own name or LAPOR!'s path, or null */
export function categoryNamed(text: string, categories: Iterable<PackCategory>): string | null {
  const parts = [text, ...text.split('>').toReversed()].map(plain).filter(Boolean);
  const all = [...categories];
  for (const part of parts) {
    const found = all.find(({ id, name, lapor }) =>
      [id, name, lapor, ...lapor.split('>').slice(-1)].some((other) => plain(other) === part),
    );
    if (found) return found.id;
  }
  return null;
}
