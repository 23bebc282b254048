/**
 * What a due clock comes to: its stages are written down, those concerned are told, and a clock that acts changes its
 * case. Everything is planned anew from the clock's own facts first, so that a due which a new holiday has moved is not
 * told, and every stage is told once: its row's key is the lock.
 */
import { and, eq, sql } from 'drizzle-orm';
import type { Staff } from '../../../shared/permissions/people.ts';
import type { ClockName } from '../../../shared/regencies/types.ts';
import { assertSettings, type Done } from '../../cases/change.ts';
import type { Ctx } from '../../cases/context.ts';
import { type ClockRow, factsOfClock, nextDutySql } from '../../cases/due.ts';
import type { CaseFile } from '../../cases/load.ts';
import { cases, touchedCases } from '../../cases/table.ts';
import { planExpire } from '../../cases/verbs/expire.ts';
import { planInquire } from '../../cases/verbs/inquire.ts';
import { planSettle } from '../../cases/verbs/settle.ts';
import { type ClockFacts, latestOf, planClock } from '../../clocks/plan.ts';
import { type ClockRule, rulesOf } from '../../clocks/rules.ts';
import { clockStages, clocks } from '../../clocks/table.ts';
import { outbox } from '../../messaging/outbox.ts';
import type { Plan, Statement } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import { lettersFor } from './letters.ts';
import type { DueFile } from './queries.ts';

/** What came of one due clock. */
export interface Fired {
  /** Ids of notices that may leave now. */
  deliveries: string[];
}

const acting: Partial<Record<ClockName, (ctx: Ctx, file: CaseFile) => Promise<Plan<Done>>>> = {
  reporter: planSettle,
  completeness: planExpire,
  forwarded: planInquire,
};

/** @param told stages of this clock that were told before; @param people all active accounts */
export async function planDue(
  ctx: Ctx,
  file: DueFile,
  clock: ClockRow,
  told: ReadonlySet<string>,
  people: readonly Staff[],
): Promise<Plan<Fired>> {
  const { calendar } = ctx.regency;
  const facts = completed(ctx, clock);
  const rules = rulesOf(ctx.regency, clock.clock as ClockName, clock.startedAt);
  const plan = planClock(calendar, facts, rules, told, ctx.now);
  const latest = latestOf(plan.reached);
  const reached = (stages: { id: string }[]) =>
    rules.filter((rule) => stages.some((stage) => stage.id === rule.id));
  const now = reached(latest.told);
  const missed = reached(latest.skipped);
  const ofCase = file.subject === 'case' ? file : null;
  const acts = ofCase && now.some((rule) => rule.kind === 'act') ? await actOf(ctx, ofCase, clock) : null;
  const letters = lettersFor(ctx, file, { ...clock, dueAt: plan.dueAt }, now, missed, people);
  const moved = plan.dueAt !== clock.dueAt;
  const update = {
    days: facts.days,
    dueAt: plan.dueAt,
    warnAt: plan.warnAt,
    nextAt: plan.nextAt,
    nextStage: plan.nextStage,
  };
  const statements: Statement[] = [
    ...stageRows(ctx, clock, plan.dueAt, now, missed),
    // A clock that acted has stopped itself.
    ...(acts ? acts.statements : [ctx.db.update(clocks).set(update).where(asRead(clock))]),
    ...(moved && ofCase && !acts
      ? [
          ctx.db
            .update(cases)
            .set({ nextDueAt: sql`coalesce(${nextDutySql(ofCase.row.id)}, ${cases.nextDueAt})` })
            .where(eq(cases.id, ofCase.row.id)),
          // No entry of the history tells the figures that it is due on another day now.
          ctx.db.insert(touchedCases).values({ caseId: ofCase.row.id }).onConflictDoNothing(),
        ]
      : []),
    ...outbox(ctx.db, letters),
  ];
  const mayLeave = letters.filter((letter) => letter.nextAt <= ctx.now).map(({ id }) => id);
  return { statements, result: { deliveries: [...mayLeave, ...(acts?.result.deliveries ?? [])] } };
}

/** Null also when somebody has moved the case on meanwhile, so that there is nothing left to do. */
async function actOf(ctx: Ctx, file: CaseFile, clock: ClockRow): Promise<Plan<Done> | null> {
  try {
    return (await acting[clock.clock as ClockName]?.(ctx, file)) ?? null;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'conflict') return null;
    throw error;
  }
}

/** Clocks that started before their days were kept: they are counted back from their due. */
function completed(ctx: Ctx, clock: ClockRow): ClockFacts {
  const facts = factsOfClock(clock);
  if (clock.days !== null || clock.date !== null || clock.clock === 'promise') return facts;
  const days = ctx.regency.calendar.workingDaysBetween(clock.startedAt, clock.dueAt);
  return days > 0 ? { ...facts, days } : facts;
}

/** The clock's row as it was read: whoever stopped, paused or moved it meanwhile wins. */
function asRead(clock: ClockRow) {
  return and(
    eq(clocks.subject, clock.subject),
    eq(clocks.subjectId, clock.subjectId),
    eq(clocks.clock, clock.clock),
    eq(clocks.startedSeq, clock.startedSeq),
    sql`${clocks.nextAt} is ${clock.nextAt}`,
  );
}

/** One statement; `due_at` and `settings` come out NULL, and abort the batch, when clock or settings are others now. */
function stageRows(
  ctx: Ctx,
  clock: ClockRow,
  dueAt: number,
  now: readonly ClockRule[],
  missed: readonly ClockRule[],
): Statement[] {
  const wayOf = (rule: ClockRule) =>
    rule.kind === 'step' ? rule.step.way : rule.kind === 'act' ? 'act' : 'single';
  // What waits for the weekly list stands in it whenever it was reached.
  const outcomeOf = (rule: ClockRule) =>
    now.includes(rule) || wayOf(rule) === 'weekly' ? 'told' : 'skipped';
  const rows = [...missed, ...now].map((rule) => [rule.id, outcomeOf(rule), wayOf(rule)]);
  if (rows.length === 0) return [];
  return [
    // Columns in the order of the table.
    ctx.db
      .insert(clockStages)
      .select(sql`select c.subject, c.subject_id, c.clock, c.started_seq, j.value ->> 0, ${ctx.now}, j.value ->> 1,
        j.value ->> 2, case when c.next_at is ${clock.nextAt} then ${dueAt} end, ${assertSettings(ctx.regency.version)}, null
      from json_each(${JSON.stringify(rows)}) j cross join clocks c
      where c.subject = ${clock.subject} and c.subject_id = ${clock.subjectId} and c.clock = ${clock.clock}
        and c.started_seq = ${clock.startedSeq}`),
  ];
}
