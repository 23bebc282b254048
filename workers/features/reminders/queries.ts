/** Reads what is due: which cases and items of the action plan, and of those everything that decides what is told. */
import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { ClockRow } from '../../cases/due.ts';
import type { CaseFile } from '../../cases/load.ts';
import { caseAccused, cases, contacts } from '../../cases/table.ts';
import { clockStages, clocks } from '../../clocks/table.ts';
import type { Db } from '../../platform/db.ts';
import { type ActionRow, actionRows } from '../evaluation/actions/queries.ts';

/** What clocks stand for. */
export type Subject = 'case' | 'action';

interface DueClocks {
  /** Those that are due, and the stages that were told of each. */
  due: { clock: ClockRow; told: Set<string> }[];
}
export type DueCase = CaseFile & DueClocks & { subject: 'case' };
export type DueAction = DueClocks & { subject: 'action'; row: ActionRow };
export type DueFile = DueCase | DueAction;

/**
 * Due clocks, the oldest first; reads so many rows of the partial index. A case may come more than once.
 * @param at epoch ms
 */
export function dueClocks(db: Db, at: number, limit: number) {
  return db
    .select({ subject: clocks.subject, id: clocks.subjectId, since: sql<number>`${clocks.nextAt}` })
    .from(clocks)
    .where(lte(clocks.nextAt, at))
    .orderBy(asc(clocks.nextAt))
    .limit(limit);
}

/** Two round trips for up to 100 in all. What has no due clock (any more) is absent. */
export async function readDue(
  db: Db,
  wanted: Record<Subject, readonly number[]>,
  at: number,
): Promise<DueFile[]> {
  const [found, plan] = await Promise.all([
    wanted.case.length === 0 ? [] : readDueCases(db, wanted.case, at),
    wanted.action.length === 0 ? [] : readDueActions(db, wanted.action, at),
  ]);
  return [...found, ...plan].filter(({ due }) => due.length > 0);
}

async function readDueCases(db: Db, ids: readonly number[], at: number): Promise<DueCase[]> {
  const wanted = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const [rows, accused, running, told] = await db.batch([
    db
      .select({ row: cases, email: contacts.emailIndex })
      .from(cases)
      .leftJoin(contacts, eq(contacts.caseId, cases.id))
      .where(sql`${cases.id} in ${wanted}`),
    db.select().from(caseAccused).where(sql`${caseAccused.caseId} in ${wanted}`),
    runningOf(db, 'case', ids),
    toldOf(db, 'case', ids),
  ]);
  return rows.map(({ row, email }) => ({
    subject: 'case',
    row,
    accused: accused.filter((a) => a.caseId === row.id).map((a) => a.subject),
    copies: [],
    tags: [],
    running: running.filter((clock) => clock.subjectId === row.id),
    hasEmail: email !== null,
    due: dueOf(row.id, running, told, at),
  }));
}

async function readDueActions(db: Db, ids: readonly number[], at: number): Promise<DueAction[]> {
  const [rows, running, told] = await db.batch([
    actionRows(db, ids),
    runningOf(db, 'action', ids),
    toldOf(db, 'action', ids),
  ]);
  return rows.map((row) => ({ subject: 'action', row, due: dueOf(row.id, running, told, at) }));
}

const among = (column: typeof clocks.subjectId | typeof clockStages.subjectId, ids: readonly number[]) =>
  sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;

function runningOf(db: Db, subject: Subject, ids: readonly number[]) {
  return db
    .select()
    .from(clocks)
    .where(and(eq(clocks.subject, subject), among(clocks.subjectId, ids), isNull(clocks.stoppedAt)));
}

function toldOf(db: Db, subject: Subject, ids: readonly number[]) {
  const { subjectId, clock, startedSeq, stage } = clockStages;
  return db
    .select({ subjectId, clock, startedSeq, stage })
    .from(clockStages)
    .where(and(eq(clockStages.subject, subject), among(subjectId, ids)));
}

/** Of one subject's running clocks those that are due. */
function dueOf(
  id: number,
  running: readonly ClockRow[],
  told: Awaited<ReturnType<typeof toldOf>>,
  at: number,
): DueClocks['due'] {
  return running
    .filter((clock) => clock.subjectId === id && clock.nextAt !== null && clock.nextAt <= at)
    .map((clock) => {
      const own = told.filter(
        (row) => row.subjectId === id && row.clock === clock.clock && row.startedSeq === clock.startedSeq,
      );
      return { clock, told: new Set(own.map(({ stage }) => stage)) };
    });
}
