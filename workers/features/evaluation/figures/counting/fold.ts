/**
 * The fold of the figures: the cases that were touched are counted anew, and the sums move by what is different from
 * what they added before, so that a case that is opened again, or turns out to be an accusation, takes back what it gave.
 */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Calendar } from '../../../../../shared/working-time.ts';
import { type Fold, marksOf } from '../../../../cases/fold.ts';
import { cases, entries, history, touchedCases } from '../../../../cases/table.ts';
import { clocks } from '../../../../clocks/table.ts';
import type { Db, Statement } from '../../../../platform/db.ts';
import { inList } from '../../../../platform/in-list.ts';
import { figureFacts } from '../table.ts';
import { dueClocks } from './dues.ts';
import { type Counted, countedColumns, type Fact, factsOf } from './facts.ts';
import { tellingVerbs } from './steps.ts';
import { emptied, moveSums, replaceFacts, textOf } from './write.ts';

/** A new name after a change of what a count means: then everything is counted anew. */
const FIGURES = 'figures';

/** Entries in one round, and cases that were noted: some kilobytes for each, and the sums of the months they lie in. */
const PER_ROUND = 500;

export function figuresFold(db: Db, calendar: Calendar): Fold {
  return {
    marks: marksOf(db, FIGURES, PER_ROUND),
    touched: async () => {
      const rows = await db.select().from(touchedCases).limit(PER_ROUND);
      return rows.map(({ caseId }) => caseId);
    },
    plan: async (caseIds, from) => {
      const { counted, kept } = await readCounted(db, caseIds);
      const before = from === 0 ? [] : kept;
      const now = counted.flatMap((one) => factsOf(one, calendar));
      const same = new Set(before.map(textOf));
      const stays = new Set(now.map(textOf));
      const gone = before.filter((fact) => !stays.has(textOf(fact)));
      const come = now.filter((fact) => !same.has(textOf(fact)));
      return [
        ...(from === 0 ? emptied(db) : []),
        crossOff(db, caseIds, counted),
        ...replaceFacts(db, gone, come),
        ...(await moveSums(db, gone, come, from === 0)),
      ];
    },
  };
}

/**
 * A clock can be planned anew between the reading and the writing, without an entry of the history: where the dues are no
 * longer those that were read, the note stays for the next round.
 */
function crossOff(db: Db, caseIds: readonly number[], counted: readonly Counted[]): Statement {
  const read = new Map(counted.map(({ row, clocks: own }) => [row.id, own]));
  const dues = caseIds.map((id) => [id, (read.get(id) ?? []).reduce((sum, { dueAt }) => sum + dueAt, 0)]);
  const now = sql`(select coalesce(sum(c.due_at), 0) from clocks c where c.subject = 'case' and c.subject_id = case_id
    and c.clock in (select value from json_each(${JSON.stringify(dueClocks)})))`;
  return db
    .delete(touchedCases)
    .where(
      sql`(case_id, ${now}) in (select value ->> 0, value ->> 1 from json_each(${JSON.stringify(dues)}))`,
    );
}

/** Nobody else can fold what is read here before it is written: the mark aborts whoever is not the next. */
async function readCounted(
  db: Db,
  caseIds: readonly number[],
): Promise<{ counted: Counted[]; kept: Fact[] }> {
  const [rows, steps, clockRows, kept] = await db.batch([
    db.select(countedColumns).from(cases).where(inList(cases.id, caseIds)),
    db
      .select({
        caseId: history.caseId,
        seq: history.seq,
        verb: history.verb,
        actor: history.actor,
        at: history.at,
        office: sql<string | null>`${entries.facts} ->> '$.office'`.as('went_to'),
        from: sql<string | null>`${entries.facts} ->> '$.from'`.as('came_from'),
        accepted: sql<number | null>`${entries.facts} ->> '$.accepted'`.as('accepted'),
        leads: sql<number | null>`${entries.facts} ->> '$.leads'`.as('leads'),
      })
      .from(history)
      .innerJoin(entries, and(eq(entries.caseId, history.caseId), eq(entries.seq, history.seq)))
      .where(and(inList(history.caseId, caseIds), inArray(history.verb, tellingVerbs)))
      .orderBy(asc(history.caseId), asc(history.seq)),
    db
      .select({
        caseId: clocks.subjectId,
        clock: clocks.clock,
        startedSeq: clocks.startedSeq,
        dueAt: clocks.dueAt,
        pausedAt: clocks.pausedAt,
        stoppedAt: clocks.stoppedAt,
      })
      .from(clocks)
      .where(
        and(eq(clocks.subject, 'case'), inList(clocks.subjectId, caseIds), inArray(clocks.clock, dueClocks)),
      )
      .orderBy(asc(clocks.subjectId), asc(clocks.startedSeq), asc(clocks.clock)),
    db.select().from(figureFacts).where(inList(figureFacts.caseId, caseIds)),
  ]);
  const stepsOf = Map.groupBy(steps, ({ caseId }) => caseId);
  const clocksOf = Map.groupBy(clockRows, ({ caseId }) => caseId);
  const counted = rows.map((row) => ({
    row,
    steps: (stepsOf.get(row.id) ?? []).map((step) => ({
      ...step,
      accepted: step.accepted === 1,
      leads: step.leads === 1,
    })),
    clocks: clocksOf.get(row.id) ?? [],
  }));
  return { counted, kept };
}
