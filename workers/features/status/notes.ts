/**
 * What the running system notes about itself, one row of `meta` each: numbers, times and words of this program. All are
 * best guesses for the status page; no work depends on them but that lists wait after a sleep.
 */
import { inArray } from 'drizzle-orm';
import type { Db, Statement } from '../../platform/db.ts';
import { errorName, log } from '../../platform/log.ts';
import { meta } from '../../platform/table.ts';
import { FRESH, type Notes, QUEUE_FRESH } from './figures.ts';

const keys = {
  sweptAt: 'swept_at',
  unfinished: 'sweeps_unfinished',
  foundAgain: 'found_again',
  files: 'files_counted',
  filesWalk: 'files_walk',
  backupAt: 'backup_at',
  disk: 'disk',
} as const satisfies Record<keyof Notes, string>;

/** Times of unfinished sweeps that are kept. */
const MOST = 30;

export const selectNotes = (db: Db) =>
  db
    .select()
    .from(meta)
    .where(inArray(meta.key, Object.values(keys)));

/** @param rows what `selectNotes` gave; what cannot be read counts as not there */
export function notesOf(rows: readonly { key: string; value: string }[]): Notes {
  const values = new Map(rows.map(({ key, value }) => [key, value]));
  const read = (name: keyof Notes): unknown => {
    try {
      return JSON.parse(values.get(keys[name]) ?? 'null');
    } catch {
      return null;
    }
  };
  return Object.fromEntries(
    Object.keys(keys).map((name) => [name, read(name as keyof Notes)]),
  ) as unknown as Notes;
}

/** Writes one note, in a batch with others or alone. */
export function note<Name extends keyof Notes>(db: Db, name: Name, value: Notes[Name]) {
  const set = { value: JSON.stringify(value) };
  return db
    .insert(meta)
    .values({ key: keys[name], ...set })
    .onConflictDoUpdate({ target: meta.key, set }) satisfies Statement;
}

/** The last time anything was swept, to its end or not; null = never. */
export function lastRun(notes: Notes): number | null {
  const times = [notes.sweptAt, notes.unfinished?.at.at(-1)].filter((at) => typeof at === 'number');
  return times.length === 0 ? null : Math.max(...times);
}

/** A sweep that did not get to its end. Never throws: the database may be what failed. */
export async function noteUnfinished(db: Db, before: Notes, at: number, parts: string[]): Promise<void> {
  const times = [...(before.unfinished?.at ?? []), at].filter((one) => at - one <= 2 * FRESH).slice(-MOST);
  await quietly(note(db, 'unfinished', { at: times, parts }));
}

/** Work that was found again; none writes nothing. Never throws. */
export async function noteFoundAgain(db: Db, before: Notes, at: number, count: number): Promise<void> {
  if (count === 0) return;
  const known = before.foundAgain && at - before.foundAgain.last <= QUEUE_FRESH ? before.foundAgain : null;
  await quietly(
    note(db, 'foundAgain', { since: known?.since ?? at, last: at, count: (known?.count ?? 0) + count }),
  );
}

async function quietly(work: PromiseLike<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    log('warn', { event: 'note_lost', error: errorName(error) });
  }
}
