/** Which area of the settings a shape of the file is: by the Ministry's code, in whichever column it stands. Pure. */
import type { PackArea } from '../../../../../shared/regencies/types.ts';

type Properties = Record<string, string>;

/** Areas of the settings by the digits of their code: "7324012001" is 73.24.01.2001, however it is written. */
export type CodeBook = ReadonlyMap<string, string>;

const digitsOf = (text: string) => text.replace(/\D/g, '');

export function codeBook(areas: Iterable<Pick<PackArea, 'code' | 'level'>>): CodeBook {
  return new Map(
    [...areas].filter(({ level }) => level !== 'kabupaten').map(({ code }) => [digitsOf(code), code]),
  );
}

export const areaOf = (book: CodeBook, properties: Properties, column: string): string | null =>
  book.get(digitsOf(properties[column] ?? '')) ?? null;

export interface Column {
  name: string;
  /** Areas of the settings that it names. */
  areas: number;
}

/** The columns that name areas, first the one that names most: a file of desa may hold the code of the kecamatan, too. */
export function columnsOf(all: readonly Properties[], book: CodeBook): Column[] {
  const found = new Map<string, Set<string>>();
  for (const properties of all)
    for (const column of Object.keys(properties)) {
      const area = areaOf(book, properties, column);
      if (area !== null) found.set(column, (found.get(column) ?? new Set()).add(area));
    }
  return [...found]
    .map(([name, { size }]) => ({ name, areas: size }))
    .sort((a, b) => b.areas - a.areas || (a.name < b.name ? -1 : 1));
}

/** What a shape without an area is called, for people: its name where the file has one, and its code. */
export function titleOf(properties: Properties, column: string): string {
  const name = Object.entries(properties).find(
    ([key, value]) => /na?m|desa|kel/i.test(key) && /[a-z]/i.test(value),
  );
  return [name?.[1], properties[column]].filter(Boolean).join(', ') || 'tanpa nama';
}
