/**
 * Codes that no other thread draws: among 100,000 of 3.4 thousand million two alike are likelier than not, and a verb that
 * would draw again sees its own thread's cases only.
 */
import { DatabaseSync } from 'node:sqlite';
import { makeCode } from '../../../shared/code.ts';

/** Bytes a code is drawn from; others of this length, as salts, lose nothing by being unique. */
const BYTES = 16;

export interface Draws {
  /** Codes there are already. */
  taken: Iterable<string>;
  /** Of how many threads this is which. */
  threads: number;
  mine: number;
}

/** From now on `crypto.getRandomValues` gives this thread codes of its own, each once. */
export function drawUniqueCodes({ taken, threads, mine }: Draws): void {
  const used = new Set([...taken].map((code) => code.slice(-LENGTH)));
  const draw = crypto.getRandomValues.bind(crypto);
  const own = <Values extends ArrayBufferView<ArrayBuffer>>(values: Values): Values => {
    draw(values);
    if (!(values instanceof Uint8Array) || values.length !== BYTES) return values;
    for (let code = bodyOf(values); threadOf(code, threads) !== mine || used.has(code); code = bodyOf(values))
      draw(values);
    used.add(bodyOf(values));
    return values;
  };
  Object.defineProperty(crypto, 'getRandomValues', { value: own, configurable: true });
}

/** "7K3M-Q9XA" */
const LENGTH = 9;
const bodyOf = (bytes: Uint8Array): string => makeCode('LT', bytes).slice(-LENGTH);

/** By its last two characters, which are as random as the others. */
function threadOf(code: string, threads: number): number {
  return (code.charCodeAt(LENGTH - 1) * 31 + code.charCodeAt(LENGTH - 2)) % threads;
}

/** @param path of the folder's database */
export function codesIn(path: string): string[] {
  const sqlite = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
  try {
    return sqlite
      .prepare('SELECT code FROM cases')
      .all()
      .map(({ code }) => String(code));
  } finally {
    sqlite.close();
  }
}
