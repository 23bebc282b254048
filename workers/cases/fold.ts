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
   */
  plan(caseIds: number[]): Promise<Statement[]>;
}

/** How far a fold has come, kept beside what it moves: both change in one batch of the same database. */
export interface Marks {
  db: Db;
  /** Table of the lock, whose violation says that somebody else has folded from there. */
  table: string;
  read(): Promise<number>;
  /** Statements that move the mark, and abort the batch when somebody else has. */
  move(from: number, to: number): Statement[];
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
export async function runFold(db: Db, { marks, plan }: Fold, rounds: number): Promise<Folded> {
  let folded = 0;
  for (let round = 0; round < rounds; round++) {
    const from = await marks.read();
    const entries = await db
      .select({ id: history.id, caseId: history.caseId })
      .from(history)
      .where(gt(history.id, from))
      .orderBy(asc(history.id))
      .limit(marks.perRound);
    const last = entries.at(-1);
    if (!last) return { entries: folded, more: false };
    // The cases are read after the entries: what happens in between is seen now, and once more by the next round.
    const moves = await plan([...new Set(entries.map((entry) => entry.caseId))]);
    const [outcome] = await commit(marks.db, [
      { statements: [...marks.move(from, last.id), ...moves], result: null },
    ]);
    if (outcome && !outcome.ok) {
      // Somebody else has folded from here meanwhile: on from where they are.
      if (outcome.constraint?.startsWith(marks.table)) continue;
      throw outcome.error;
    }
    folded += entries.length;
    if (entries.length < marks.perRound) return { entries: folded, more: false };
  }
  return { entries: folded, more: true };
}

/** The mark of a fold whose figures stand in the same database as the history. */
export function marksOf(db: Db, name: string): Marks {
  return {
    db,
    table: 'fold_marks',
    perRound: PER_ROUND,
    read: () => markOf(db, name),
    move: (from, to) => moveMark(db, name, from, to),
  };
}

async function markOf(db: Db, name: string): Promise<number> {
  const [mark] = await db
    .select({ toId: foldMarks.toId })
    .from(foldMarks)
    .where(eq(foldMarks.fold, name))
    .orderBy(desc(foldMarks.fromId))
    .limit(1);
  return mark?.toId ?? 0;
}

/**
 * The lock of a round: its key lets one batch go on from a place, and NULL, which the column refuses, stops one that
 * slept so long that others have moved past its place and removed the mark there.
 */
function moveMark(db: Db, name: string, from: number, to: number): Statement[] {
  const passed = sql`select 1 from ${foldMarks} where fold = ${name} and from_id > ${from}`;
  return [
    db
      .insert(foldMarks)
      .values({ fold: name, fromId: from, toId: sql`iif(exists (${passed}), null, cast(${to} as integer))` }),
    db.delete(foldMarks).where(and(eq(foldMarks.fold, name), lt(foldMarks.fromId, from))),
  ];
}
