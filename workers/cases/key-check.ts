/**
 * Tells whether the keys are those of the data, by a word sealed with each of them: a wrong key (its id, other material)
 * or a lost one (an id that KEYS does not have) is known before anything is shown or written with it.
 */
import { and, gte, lt, sql } from 'drizzle-orm';
import { MINUTE, now } from '../platform/clock.ts';
import { type Db, unavailable } from '../platform/db.ts';
import { log } from '../platform/log.ts';
import { meta } from '../platform/table.ts';
import {
  checkPlace,
  checkRow,
  checkWord,
  judgeKeys,
  type KeyTrouble,
  retiredRow,
} from '../privacy/key-words.ts';
import type { Keys } from '../privacy/keys.ts';
import { keyIdOf, open, seal } from '../privacy/seal.ts';
import { cases } from './table.ts';

export type { KeyTrouble } from '../privacy/key-words.ts';

/** What is wrong with the keys; [] = nothing. Reads a few rows, writes nothing. */
export async function keyTrouble(db: Db, keys: Keys): Promise<KeyTrouble[]> {
  const found = await judgeKeys(await keptWords(db), keys);
  return found.unchecked.length > 0 ? withSample(db, keys, found.troubles, found.unchecked) : found.troubles;
}

interface Ready {
  troubles: KeyTrouble[];
  /** Epoch ms. */
  at: number;
}

const ready = new WeakMap<Keys, Promise<Ready>>();

/**
 * The same, once for each isolate and again each minute while something is wrong. Keeps a word for a key that is new, and
 * lets nothing be sealed with one that is wrong.
 * @throws AppError unavailable when D1 does not answer; the next call tries again
 */
export async function checkKeys(db: Db, keys: Keys): Promise<KeyTrouble[]> {
  const known = await ready.get(keys);
  if (known && (known.troubles.length === 0 || Math.abs(now() - known.at) < MINUTE)) return known.troubles;
  const checking = check(db, keys);
  ready.set(keys, checking);
  try {
    return (await checking).troubles;
  } catch (error) {
    ready.delete(keys);
    throw unavailable(error);
  }
}

async function check(db: Db, keys: Keys): Promise<Ready> {
  const before = await judgeKeys(await keptWords(db), keys);
  // With another ROOT_KEY the word itself would be another one.
  if (before.unchecked.length > 0 && !before.troubles.some(({ kind }) => kind === 'root')) {
    const doubted = await withSample(db, keys, [], before.unchecked);
    const good = before.unchecked.filter((id) => !doubted.some(({ key }) => key === id));
    await keepWords(db, keys, good);
  }
  // A key that was put away seals again: it is in use once more.
  if (before.retired.includes(keys.current))
    await db.delete(meta).where(sql`${meta.key} = ${retiredRow(keys.current)}`);
  // Read again: another isolate may have kept a word of the same id and another key at the same moment.
  const troubles = await keyTrouble(db, keys);
  keys.wrong.clear();
  for (const { kind, key } of troubles) if (kind !== 'lost') keys.wrong.add(key);
  for (const { kind, key } of troubles) log('error', { event: `key_${kind}`, key });
  return { troubles, at: now() };
}

async function keptWords(db: Db): Promise<{ key: string; value: string }[]> {
  return db
    .select({ key: meta.key, value: meta.value })
    .from(meta)
    .where(and(gte(meta.key, 'key_'), lt(meta.key, 'key`')));
}

async function keepWords(db: Db, keys: Keys, ids: readonly string[]): Promise<void> {
  const word = await checkWord(keys);
  for (const id of ids) {
    const value = await seal({ ...keys, current: id }, checkPlace(checkRow(id)), word);
    await db
      .insert(meta)
      .values({ key: checkRow(id), value: value ?? '' })
      .onConflictDoNothing();
  }
}

/** Titles looked at from each end: an id that KEYS lost without a kept word stands at one of them. */
const SAMPLE = 100;

/**
 * Data of before words were kept tell which key they know. Only asked while a key has no word yet.
 * @param ids of KEYS without a word
 */
async function withSample(
  db: Db,
  keys: Keys,
  troubles: readonly KeyTrouble[],
  ids: readonly string[],
): Promise<KeyTrouble[]> {
  const end = (order: ReturnType<typeof sql>) =>
    db.select({ id: cases.id, title: cases.title }).from(cases).orderBy(order).limit(SAMPLE);
  const [oldest, newest] = await db.batch([end(sql`${cases.id} asc`), end(sql`${cases.id} desc`)]);
  const found = new Map<string, KeyTrouble>();
  const opened = new Set<string>();
  for (const { id, title } of [...newest, ...oldest]) {
    const key = keyIdOf(title);
    if (key === '' || opened.has(key) || found.has(key)) continue;
    if (!keys.fields.has(key)) found.set(key, { kind: 'lost', key });
    else if (ids.includes(key)) {
      const plain = await open(keys, { table: 'cases', column: 'title', row: id }, title).catch(() => null);
      if (plain === null) found.set(key, { kind: 'wrong', key });
      else opened.add(key);
    }
  }
  const known = new Set(troubles.map(({ key }) => key));
  return [...troubles, ...[...found.values()].filter(({ key }) => !known.has(key))];
}
