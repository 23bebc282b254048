/** Which clock rows apply to a case, and the statements that start, pause and stop clocks (domain.md section 3). */
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { CaseKind } from '../../shared/lifecycle/states.ts';
import type { PackClock } from '../../shared/regencies/types.ts';
import { clocks } from '../clocks/table.ts';
import type { Statement } from '../platform/db.ts';
import type { Regency } from '../regency/snapshot.ts';
import type { Ctx } from './context.ts';

export type ClockName = PackClock['clock'] | 'next_step' | 'scheduled';
export type ClockRow = typeof clocks.$inferSelect;

/** Clocks of the office: they pause while a completeness question or a return is open. */
export const officeClocks: ClockName[] = ['first_answer', 'settle', 'next_step'];

interface Class {
  kind: CaseKind;
  berkadar: boolean;
  urgent: boolean;
}

/**
 * Working days of a clock for a case of this class, from the row in force on the given local date.
 * @throws Error when the pack has no such clock: a regency cannot run without it
 */
export function clockDays(regency: Regency, clock: PackClock['clock'], of: Class, date: string): number {
  const wanted = of.berkadar
    ? 'berkadar'
    : of.kind === 'information'
      ? 'information'
      : of.kind === 'aspiration'
        ? 'aspiration'
        : 'biasa';
  const order = [of.urgent ? 'mendesak' : wanted, wanted, 'any'];
  for (const appliesTo of order) {
    const rows = regency.clocks.filter(
      (row) => row.clock === clock && row.appliesTo === appliesTo && row.validFrom <= date,
    );
    rows.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
    if (rows[0]) return rows[0].days;
  }
  throw new Error(`No clock "${clock}" for ${wanted}`);
}

/** When a clock that starts now is due, epoch ms. */
export function dueOf(ctx: Ctx, clock: PackClock['clock'], of: Class): number {
  const { calendar } = ctx.regency;
  return calendar.addWorkingDays(ctx.now, clockDays(ctx.regency, clock, of, calendar.localDate(ctx.now)));
}

/** The promise on the receipt: verify + settle, counted from receipt (epoch ms). */
export function promiseOf(ctx: Ctx, of: Class): number {
  const { calendar } = ctx.regency;
  const date = calendar.localDate(ctx.now);
  const days =
    clockDays(ctx.regency, 'verify', of, date) +
    clockDays(ctx.regency, 'settle', { ...of, urgent: false }, date);
  return calendar.addWorkingDays(ctx.now, days);
}

export function startClock(
  ctx: Ctx,
  caseId: number,
  seq: number,
  clock: ClockName,
  dueAt: number,
): Statement {
  return ctx.db
    .insert(clocks)
    .values({ subject: 'case', subjectId: caseId, clock, startedSeq: seq, startedAt: ctx.now, dueAt });
}

const runningOf = (caseId: number) =>
  and(eq(clocks.subject, 'case'), eq(clocks.subjectId, caseId), isNull(clocks.stoppedAt));

/** Stops the named running clocks, or all of them. */
export function stopClocks(ctx: Ctx, caseId: number, names?: ClockName[]): Statement {
  return ctx.db
    .update(clocks)
    .set({ stoppedAt: ctx.now })
    .where(and(runningOf(caseId), names ? inArray(clocks.clock, names) : undefined));
}

export function pauseClocks(ctx: Ctx, caseId: number, names: ClockName[]): Statement {
  return ctx.db
    .update(clocks)
    .set({ pausedAt: ctx.now })
    .where(and(runningOf(caseId), isNull(clocks.pausedAt), inArray(clocks.clock, names)));
}

/** Lets paused clocks run on; each due moves by the working days that lay in its pause. */
export function resumeClocks(ctx: Ctx, caseId: number, running: readonly ClockRow[]): Statement[] {
  return running
    .filter((row) => row.pausedAt !== null)
    .map((row) =>
      ctx.db
        .update(clocks)
        .set({ pausedAt: null, dueAt: shifted(ctx, row) })
        .where(
          and(
            runningOf(caseId),
            eq(clocks.clock, row.clock),
            eq(clocks.startedSeq, row.startedSeq),
            isNotNull(clocks.pausedAt),
          ),
        ),
    );
}

/** The due of a paused clock if it went on now. */
export function shifted(ctx: Ctx, row: ClockRow): number {
  return row.pausedAt === null
    ? row.dueAt
    : ctx.regency.calendar.pauseShift(row.dueAt, row.pausedAt, ctx.now);
}

/** The earliest due among rows, or the fallback. */
export function earliest(dues: readonly number[], fallback: number): number {
  return dues.length === 0 ? fallback : Math.min(...dues);
}

/** Condition for running clocks of many cases, for joins. */
export const isRunning = sql`${clocks.stoppedAt} is null`;
