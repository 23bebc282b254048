/** What is written of an incident; sealed as one JSON, because it can name people. */
import * as z from 'zod';
import type { Keys } from '../../privacy/keys.ts';
import { open, seal } from '../../privacy/seal.ts';
import { Unreadable } from '../../privacy/unreadable.ts';

const long = z
  .string()
  .trim()
  .min(1, { error: 'field.required' })
  .min(3)
  .max(4000, { error: 'field.too_long' });
const optional = z.string().trim().max(4000, { error: 'field.too_long' });

/** Fields as art. 46 (2) asks for them; `advice` is what those affected can do themselves. */
export const breachWords = z.strictObject({
  what: long,
  data: long,
  whose: long,
  how: long,
  done: long,
  advice: optional,
});
export type BreachWords = z.infer<typeof breachWords>;
export const wordFields = Object.keys(breachWords.shape) as (keyof BreachWords)[];

type Row = { recordedBy: string; recordedAt: number; words: string };
const place = ({ recordedBy, recordedAt }: Omit<Row, 'words'>) => ({
  table: 'breaches',
  column: 'words',
  // The number of the row is not known before it is written.
  row: `${recordedBy}:${recordedAt}`,
});

export const sealWords = async (keys: Keys, row: Omit<Row, 'words'>, words: BreachWords): Promise<string> =>
  (await seal(keys, place(row), JSON.stringify(words))) ?? '';

/** @returns null when no key opens it */
export async function openWords(keys: Keys, row: Row): Promise<BreachWords | null> {
  try {
    return JSON.parse((await open(keys, place(row), row.words)) ?? '{}') as BreachWords;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** Of an entry: what was noted, or how and whom was told. */
export const entryPlace = ({ by, at }: { by: string; at: number }) => ({
  table: 'breach_entries',
  column: 'words',
  row: `${by}:${at}`,
});
