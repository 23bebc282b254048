/**
 * Figures are folds over the history (design.md, "How a change is written"): a round takes the entries after the mark,
 * looks at the cases they touched as they are now, and moves figures and mark in one batch. D1 has one writer, so no
 * entry below the mark can appear later. A rebuild begins at mark 0.
 */
import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm';
import { commit, type Db, type Statement } from '../platform/db.ts';
import { foldMarks } from '../platform/table.ts';
import { history } from './table.ts';

/** Entries in one round of a fold that does not say otherwise. */
const PER_ROUND = 500;

export interface Fold {
  marks: Marks;
  /**
   * Reads the cases as they are now and says how the figures move. Folding a case again must change nothing.
   * @param caseIds each once
   * @param from where the round begins; 0 = everything is made anew
   */
  plan(caseIds: number[], from: number): Promise<Statement[]>;
  /**
   * Cases that have changed without an entry of the history, at most `perRound` of them. They are planned with the others,
   * and the plan crosses them off.
   */
  touched?(): Promise<number[]>;
}

/** How far a fold has come: up to which entry, and in how many rounds. */
export interface Mark {
  toId: number;
  round: number;
}

/** The mark is kept beside what the fold moves: both change in one batch of the same database. */
export interface Marks {
  db: Db;
  /** Table of the lock, whose violation says that somebody else has folded from there. */
  table: string;
  read(): Promise<Mark>;
  /** Statements that move the mark, and abort the batch when somebody else has. */
  move(from: Mark, to: number): Statement[];
  /** Entries in one round. */
  perRound: number;
}

export interface Folded {
  /** Entries that this run took up. */
  entries: number;
  /** All rounds were used: there may be more. */
  more: boolean;
}

/**
 * Folds what has happened since the last time.
 * @param db where the history is
 * @param rounds at most; a sweep that finds more goes on a minute later
 * @throws what D1 threw when it did not take a round
 */
export async function runFold(db: Db, fold: Fold, rounds: number): Promise<Folded> {
  const { marks } = fold;
  let folded = 0;
  for (let round = 0; round < rounds; round++) {
    const from = await marks.read();
    const entries = await db
      .select({ id: history.id, caseId: history.caseId, isLast })
      .from(history)
      .where(gt(history.id, from.toId))
      .orderBy(asc(history.id))
      .limit(marks.perRound);
    const touched = (await fold.touched?.()) ?? [];
    if (entries.length + touched.length === 0) return { entries: folded, more: false };
    // The cases are read after the entries: what happens in between is seen now, and once more by the next round.
    const caseIds = [...new Set([...entries.flatMap((one) => (one.isLast ? one.caseId : [])), ...touched])];
    const moves = await fold.plan(caseIds, from.toId);
    const [outcome] = await commit(marks.db, [
      { statements: [...marks.move(from, entries.at(-1)?.id ?? from.toId), ...moves], result: null },
    ]);
    if (outcome && !outcome.ok) {
      // Somebody else has folded from here meanwhile: on from where they are.
      if (outcome.constraint?.startsWith(marks.table)) continue;
      throw outcome.error;
    }
    folded += entries.length;
    if (Math.max(entries.length, touched.length) < marks.perRound) return { entries: folded, more: false };
  }
  return { entries: folded, more: true };
}

/** A case is read as it is now, and once: with the last of its entries, in this round or in a later one. */
const isLast = sql<number>`not exists (select 1 from history later
  where later.case_id = history.case_id and later.seq > history.seq)`;

/** The mark of a fold whose figures stand in the same database as the history. */
export function marksOf(db: Db, name: string, perRound = PER_ROUND): Marks {
  return {
    db,
    table: 'fold_marks',
    perRound,
    read: () => markOf(db, name),
    move: (from, to) => moveMark(db, name, from.round, to),
  };
}

async function markOf(db: Db, name: string): Promise<Mark> {
  const [mark] = await db
    .select({ toId: foldMarks.toId, round: foldMarks.round })
    .from(foldMarks)
    .where(eq(foldMarks.fold, name))
    .orderBy(desc(foldMarks.round))
    .limit(1);
  return mark ?? { toId: 0, round: 0 };
}

/**
 * The lock of a round: its key lets one batch be the next one, and NULL, which the column refuses, stops one that slept
 * so long that others have come and gone, and removed the mark that would have stopped it.
 */
function moveMark(db: Db, name: string, round: number, to: number): Statement[] {
  const passed = sql`select 1 from ${foldMarks} where fold = ${name} and from_id > ${round}`;
  return [
    db.insert(foldMarks).values({
      fold: name,
      round: round + 1,
      toId: sql`iif(exists (${passed}), null, cast(${to} as integer))`,
    }),
    db.delete(foldMarks).where(and(eq(foldMarks.fold, name), lt(foldMarks.round, round + 1))),
  ];
}
