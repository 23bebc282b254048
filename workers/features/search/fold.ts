/**
 * The search index is a fold over the history as figures are (cases/fold.ts). Index and mark stand in the second database
 * and move in one batch of it, so every entry is taken up exactly once; without a mark the index is made anew. A case is
 * always written whole, as it is now: what was erased from it is gone from the index too.
 */
import { desc, lt, sql } from 'drizzle-orm';
import { type Marks, runFold } from '../../cases/fold.ts';
import type { Db, Statement } from '../../platform/db.ts';
import { groupsOf } from '../../platform/groups.ts';
import type { Keys } from '../../privacy/keys.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { digester, readWriting } from './digest.ts';
import { caseWords, searchMarks, wordsCommand } from './index-tables.ts';
import { readTold } from './read.ts';
import { type IndexRow, indexRow } from './words.ts';

/** Entries in one round; each round makes at most 12 statements, or a few more when reports are very long. */
export const PER_ROUND = 100;

/** Characters of one parameter; D1 takes 2 MB. */
const MOST_TOGETHER = 500_000;

export interface Index {
  db: Db;
  search: Db;
  keys: Keys;
  regency: Regency;
}

/**
 * Takes up what has happened since the last time.
 * @param rounds at most
 * @returns whether there may be more
 * @throws what D1 threw when it did not take a round
 */
export async function foldSearch(index: Index, rounds: number): Promise<boolean> {
  const { db, search, keys, regency } = index;
  const tools = { digest: digester(keys), writing: await readWriting(), regency };
  const marks: Marks = {
    db: search,
    table: 'search_marks',
    perRound: PER_ROUND,
    // Every round takes up at least one entry, so that no two begin at the same place.
    read: async () => {
      const toId = await markOf(search);
      return { toId, round: toId };
    },
    move: (from, to) => moveMark(search, from.toId, to),
  };
  const plan = async (caseIds: number[]) => {
    const told = await readTold(db, keys, caseIds);
    return replace(search, await Promise.all(told.map((one) => indexRow(one, tools))));
  };
  return (await runFold(db, { marks, plan }, rounds)).more;
}

export async function markOf(search: Db): Promise<number> {
  const [mark] = await search
    .select({ toId: searchMarks.toId })
    .from(searchMarks)
    .orderBy(desc(searchMarks.fromId))
    .limit(1);
  return mark?.toId ?? 0;
}

/** The lock of a round, as in cases/fold.ts; one that begins anew empties the index first. */
function moveMark(search: Db, from: number, to: number): Statement[] {
  const passed = sql`select 1 from ${searchMarks} where from_id > ${from}`;
  return [
    search
      .insert(searchMarks)
      .values({ fromId: from, toId: sql`iif(exists (${passed}), null, cast(${to} as integer))` }),
    search.delete(searchMarks).where(lt(searchMarks.fromId, from)),
    ...(from === 0 ? [search.insert(wordsCommand).values({ command: 'delete-all' })] : []),
  ];
}

function replace(search: Db, rows: readonly IndexRow[]): Statement[] {
  const ids = JSON.stringify(rows.map(({ id }) => id));
  return [
    search.delete(caseWords).where(sql`rowid in (select value from json_each(${ids}))`),
    ...groupsOf(rows, sizeOf, MOST_TOGETHER).map((some) =>
      search
        .insert(caseWords)
        .select(
          sql`select value ->> 'id', value ->> 'scope', value ->> 'words', value ->> 'inner' from json_each(${JSON.stringify(some)})`,
        ),
    ),
  ];
}

const sizeOf = (row: IndexRow) => row.scope.length + row.words.length + row.inner.length + 100;
