/** Reads cases with all that people wrote in them, opened, for the index. */
import { and, asc, eq, or, sql } from 'drizzle-orm';
import type { Words } from '../../cases/change.ts';
import { caseCopies, cases, entries, history } from '../../cases/table.ts';
import { titlePlace } from '../../cases/timeline.ts';
import type { Db } from '../../platform/db.ts';
import type { Keys } from '../../privacy/keys.ts';
import { open } from '../../privacy/seal.ts';
import { Unreadable } from '../../privacy/unreadable.ts';
import type { Told } from './words.ts';

/** One round trip. Notes and all else that only the desk reads stay out, as does what belongs to a holding. */
export async function readTold(db: Db, keys: Keys, ids: readonly number[]): Promise<Told[]> {
  const among = (column: unknown) => sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;
  const [rows, copies, said] = await db.batch([
    db.select().from(cases).where(among(cases.id)),
    db.select().from(caseCopies).where(among(caseCopies.caseId)),
    db
      .select({
        caseId: history.caseId,
        seq: history.seq,
        verb: history.verb,
        actor: history.actor,
        words: entries.words,
      })
      .from(history)
      .innerJoin(entries, and(eq(entries.caseId, history.caseId), eq(entries.seq, history.seq)))
      .where(
        and(
          among(history.caseId),
          sql`${entries.words} is not null`,
          or(eq(entries.visibility, 'reporter'), eq(history.verb, 'release')),
          sql`${history.verb} not in ('hold', 'free')`,
        ),
      )
      .orderBy(asc(history.seq)),
  ]);
  const byCase = Map.groupBy(said, ({ caseId }) => caseId);
  return Promise.all(
    rows.map(async (row) => ({
      row,
      // What stands in place of an erased title finds nothing.
      title: row.erasedAt === null ? ((await readable(open(keys, titlePlace(row.id), row.title))) ?? '') : '',
      copies: copies.filter(({ caseId }) => caseId === row.id).map(({ office }) => office),
      entries: await Promise.all(
        (byCase.get(row.id) ?? []).map(async ({ caseId, words, ...entry }) => ({
          ...entry,
          words: await openWords(keys, caseId, entry.seq, words),
        })),
      ),
    })),
  );
}

async function openWords(keys: Keys, caseId: number, seq: number, sealed: string | null): Promise<Words> {
  const place = { table: 'entries', column: 'words', row: `${caseId}:${seq}` };
  return JSON.parse((await readable(open(keys, place, sealed))) ?? '{}') as Words;
}

/** What cannot be opened is not indexed; once the keys are right again the index is made anew (the sweep does). */
const readable = (text: Promise<string | null>): Promise<string | null> =>
  text.catch((error: unknown) => {
    if (error instanceof Unreadable) return null;
    throw error;
  });
