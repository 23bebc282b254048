/** Reads what is due: which cases, and of those everything that decides what is told. */
import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { ClockRow } from '../../cases/due.ts';
import type { CaseFile } from '../../cases/load.ts';
import { caseAccused, cases, contacts } from '../../cases/table.ts';
import { clockStages, clocks } from '../../clocks/table.ts';
import type { Db } from '../../platform/db.ts';

/** A case with clocks that are due, and the stages that were told of each. */
export interface DueCase extends CaseFile {
  due: { clock: ClockRow; told: Set<string> }[];
}

/**
 * Due clocks of cases, the oldest first; reads so many rows of the partial index. A case may come more than once.
 * @param at epoch ms
 */
export function dueClocks(db: Db, at: number, limit: number) {
  return (
    db
      .select({ id: clocks.subjectId, since: sql<number>`${clocks.nextAt}` })
      .from(clocks)
      // The plus keeps SQLite from the primary key, through which it would read every clock there ever was.
      .where(and(lte(clocks.nextAt, at), sql`+${clocks.subject} = 'case'`))
      .orderBy(asc(clocks.nextAt))
      .limit(limit)
  );
}

/** One round trip for up to 100 ids. Cases without a due clock (any more) are absent. */
export async function readDueCases(db: Db, ids: readonly number[], at: number): Promise<DueCase[]> {
  const wanted = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const [rows, accused, running, stages] = await db.batch([
    db
      .select({ row: cases, email: contacts.emailIndex })
      .from(cases)
      .leftJoin(contacts, eq(contacts.caseId, cases.id))
      .where(sql`${cases.id} in ${wanted}`),
    db.select().from(caseAccused).where(sql`${caseAccused.caseId} in ${wanted}`),
    db
      .select()
      .from(clocks)
      .where(
        and(eq(clocks.subject, 'case'), sql`${clocks.subjectId} in ${wanted}`, isNull(clocks.stoppedAt)),
      ),
    db
      .select({
        caseId: clockStages.subjectId,
        clock: clockStages.clock,
        startedSeq: clockStages.startedSeq,
        stage: clockStages.stage,
      })
      .from(clockStages)
      .where(and(eq(clockStages.subject, 'case'), sql`${clockStages.subjectId} in ${wanted}`)),
  ]);
  return rows
    .map(({ row, email }) => {
      const own = running.filter((clock) => clock.subjectId === row.id);
      const toldOf = (clock: ClockRow) =>
        stages.filter(
          (stage) =>
            stage.caseId === row.id && stage.clock === clock.clock && stage.startedSeq === clock.startedSeq,
        );
      return {
        row,
        accused: accused.filter((a) => a.caseId === row.id).map((a) => a.subject),
        copies: [],
        tags: [],
        running: own,
        hasEmail: email !== null,
        due: own
          .filter((clock) => clock.nextAt !== null && clock.nextAt <= at)
          .map((clock) => ({ clock, told: new Set(toldOf(clock).map(({ stage }) => stage)) })),
      };
    })
    .filter((file) => file.due.length > 0);
}
