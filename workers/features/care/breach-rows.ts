/** Incidents as they stand, and what was done about each. */
import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import type { Keys } from '../../privacy/keys.ts';
import { openShown } from '../../privacy/seal.ts';
import { type BreachWords, entryPlace, openWords } from './breach-words.ts';
import { breachEntries, breaches } from './table.ts';

type Row = typeof breaches.$inferSelect;

export interface Breach extends Omit<Row, 'words'> {
  /** Null = no key opens it. */
  words: BreachWords | null;
}

export interface BreachEntry extends Omit<typeof breachEntries.$inferSelect, 'breachId'> {
  words: string | null;
}

const opened = async (keys: Keys, row: Row): Promise<Breach> => ({
  ...row,
  words: await openWords(keys, row),
});

/** The open ones by their due, then the newest closed ones. */
export async function readBreaches(db: Db, keys: Keys): Promise<Breach[]> {
  const [open, closed] = await db.batch([
    db
      .select()
      .from(breaches)
      .where(sql`${breaches.closedAt} is null`)
      .orderBy(asc(breaches.dueAt))
      .limit(100),
    db
      .select()
      .from(breaches)
      .where(sql`${breaches.closedAt} is not null`)
      .orderBy(desc(breaches.id))
      .limit(50),
  ]);
  return Promise.all([...open, ...closed].map((row) => opened(keys, row)));
}

/** @throws AppError not_found */
export async function readBreach(
  db: Db,
  keys: Keys,
  id: number,
): Promise<{ breach: Breach; entries: BreachEntry[] }> {
  const [[row], rows] = await db.batch([
    db.select().from(breaches).where(eq(breaches.id, id)),
    db.select().from(breachEntries).where(eq(breachEntries.breachId, id)).orderBy(asc(breachEntries.seq)),
  ]);
  if (!row) throw new AppError('not_found');
  const entries = rows.map(async (entry) => ({
    ...entry,
    words: await openShown(keys, entryPlace(entry), entry.words),
  }));
  return { breach: await opened(keys, row), entries: await Promise.all(entries) };
}
