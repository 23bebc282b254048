/** The word that is kept sealed for each key, and what it tells. Pure but for the deciphering. */
import type { Keys } from './keys.ts';
import { macHex } from './mac.ts';
import { keyIdOf, open } from './seal.ts';
import { Unreadable } from './unreadable.ts';

/**
 * wrong = KEYS has the id with other material; lost = KEYS does not have it, and it is still in use; root = ROOT_KEY is not
 * the one that PINs and indexes were made with.
 */
export interface KeyTrouble {
  kind: 'wrong' | 'lost' | 'root';
  /** Its id; of `root` the key that seals. */
  key: string;
}

/** Where the word stood before each key had its own. */
export const FIRST_CHECK = 'key_check';
const RETIRED = 'key_retired:';

/** Row of `meta` that holds a key's word. */
export const checkRow = (id: string): string => `${FIRST_CHECK}:${id}`;
/** Row of `meta` of a key that nothing is sealed with any more, or that was given up: it may be missing. */
export const retiredRow = (id: string): string => `${RETIRED}${id}`;
export const checkPlace = (row: string) => ({ table: 'meta', column: 'value', row });

/** The word itself also tells whether ROOT_KEY is the same. */
export const checkWord = (keys: Keys): Promise<string> => macHex(keys, 'pin', FIRST_CHECK);

export interface Judged {
  troubles: KeyTrouble[];
  /** Ids of KEYS of which no word is kept. */
  unchecked: string[];
  retired: string[];
}

/** @param rows of `meta` whose key begins with "key_" */
export async function judgeKeys(
  rows: readonly { key: string; value: string }[],
  keys: Keys,
): Promise<Judged> {
  const retired = rows.flatMap(({ key }) => (key.startsWith(RETIRED) ? [key.slice(RETIRED.length)] : []));
  const word = await checkWord(keys);
  const troubles = new Map<string, KeyTrouble>();
  const checked = new Set<string>();
  for (const { key: row, value } of rows) {
    if (row !== FIRST_CHECK && !row.startsWith(`${FIRST_CHECK}:`)) continue;
    const id = keyIdOf(value);
    if (row !== FIRST_CHECK) checked.add(id);
    const kind = await troubleOf(keys, row, value, word);
    // Nothing is sealed with it any more, nor will be.
    if (kind !== 'root' && id !== keys.current && retired.includes(id)) continue;
    if (kind === 'root') troubles.set(keys.current, { kind, key: keys.current });
    else if (kind) troubles.set(id, { kind, key: id });
  }
  return {
    troubles: [...troubles.values()],
    unchecked: [...keys.fields.keys()].filter((id) => !checked.has(id)),
    retired,
  };
}

async function troubleOf(
  keys: Keys,
  row: string,
  value: string,
  word: string,
): Promise<KeyTrouble['kind'] | null> {
  try {
    return (await open(keys, checkPlace(row), value)) === word ? null : 'root';
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return keys.fields.has(keyIdOf(value)) ? 'wrong' : 'lost';
  }
}

/** What is wrong, as the status page and the log of the start say it. */
export function troubleWords({ kind, key }: KeyTrouble, language: 'id' | 'en'): string {
  const words = {
    wrong: {
      id: `Kunci ${key} di KEYS bukan kunci ${key} yang dipakai data. Pasang kembali kunci yang benar; sebelum itu Kanal tidak menyimpan apa pun dengannya.`,
      en: `Key ${key} in KEYS is not the key ${key} the data were written with.`,
    },
    lost: {
      id: `Kunci ${key} tidak ada di KEYS, padahal masih ada data yang disegel dengannya. Tambahkan kembali kunci itu.`,
      en: `Key ${key} is missing in KEYS, and data are still sealed with it.`,
    },
    root: {
      id: 'ROOT_KEY bukan yang dipakai data: PIN dan pencarian tidak akan cocok. Pasang kembali yang benar.',
      en: 'ROOT_KEY is not the one the data were written with.',
    },
  };
  return words[kind][language];
}
