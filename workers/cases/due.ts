/** Which clock rows apply to a case, and the statements that start, pause and stop clocks (domain.md section 3). */
import { and, eq, inArray, isNull, notInArray, type SQL, sql } from 'drizzle-orm';
import type { CaseKind } from '../../shared/lifecycle/states.ts';
import type { ClockName, PackClock } from '../../shared/regencies/types.ts';
import { type ClockFacts, duesOf } from '../clocks/plan.ts';
import { type Due, newClock } from '../clocks/start.ts';
import { clocks } from '../clocks/table.ts';
import type { Statement } from '../platform/db.ts';
import { insertInto } from '../platform/insert.ts';
import type { Regency } from '../regency/snapshot.ts';
import type { Ctx } from './context.ts';

export type ClockRow = typeof clocks.$inferSelect;

/** Clocks of the office: they pause while a completeness question or a return is open. */
export const officeClocks: ClockName[] = ['first_answer', 'settle', 'next_step', 'return'];

/** Not what the holder has to do next: a window, the promise of the receipt, work that was announced for later. */
const besideDuty: readonly string[] = ['return', 'promise', 'scheduled'];

interface Class {
  kind: CaseKind;
  berkadar: boolean;
  urgent: boolean;
}

/** For which cases rows stand, in the order in which a case of this class looks for its own. */
export function classesOf({ kind, berkadar, urgent }: Class): PackClock['appliesTo'][] {
  const wanted = berkadar
    ? 'berkadar'
    : kind === 'information'
      ? 'information'
      : kind === 'aspiration'
        ? 'aspiration'
        : 'biasa';
  return [urgent ? 'mendesak' : wanted, wanted, 'any'];
}

/**
 * The clock row for a case of this class that is in force on the given local date.
 * @throws Error when the pack has no such clock: a regency cannot run without it
 */
function clockRow(regency: Regency, clock: PackClock['clock'], of: Class, date: string): PackClock {
  const order = classesOf(of);
  for (const appliesTo of order) {
    const rows = regency.clocks.filter(
      (row) => row.clock === clock && row.appliesTo === appliesTo && row.validFrom <= date,
    );
    rows.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
    if (rows[0]) return rows[0];
  }
  throw new Error(`No clock "${clock}" for ${order.join(', ')}`);
}

/** Working days of a clock for a case of this class, from the row in force on the given local date. */
export function clockDays(regency: Regency, clock: PackClock['clock'], of: Class, date: string): number {
  return clockRow(regency, clock, of, date).days;
}

/** A clock that starts now. */
export function dueOf(ctx: Ctx, clock: PackClock['clock'], of: Class): Due {
  const { calendar } = ctx.regency;
  const row = clockRow(ctx.regency, clock, of, calendar.localDate(ctx.now));
  const dueAt = calendar.addWorkingDays(ctx.now, row.days);
  return { clock, days: row.days, date: null, calendarDays: row.calendarDays ?? null, dueAt };
}

/** A clock that ends on a date somebody named. @param date local ISO date */
export function dueOn(ctx: Ctx, clock: 'next_step' | 'scheduled', date: string): Due {
  return { clock, days: null, date, calendarDays: null, dueAt: ctx.regency.calendar.endOfOffice(date) };
}

/** The promise as a clock: no calendar moves it, only a completeness pause does. @param dueAt epoch ms */
export const promised = (dueAt: number): Due => ({
  clock: 'promise',
  days: null,
  date: null,
  calendarDays: null,
  dueAt,
});

/** The promise on the receipt: verify + settle, counted from receipt (epoch ms). */
export function promiseOf(ctx: Ctx, of: Class): number {
  const { calendar } = ctx.regency;
  const date = calendar.localDate(ctx.now);
  const days =
    clockDays(ctx.regency, 'verify', of, date) +
    clockDays(ctx.regency, 'settle', { ...of, urgent: false }, date);
  return calendar.addWorkingDays(ctx.now, days);
}

/**
 * Until when an answer may be contested: as long as the reporter's clock would run from it (epoch ms).
 * Null without an answer.
 */
export function contestEnd(regency: Regency, row: Class & { answeredAt: number | null }): number | null {
  if (row.answeredAt === null) return null;
  const days = clockDays(regency, 'reporter', row, regency.calendar.localDate(row.answeredAt));
  return regency.calendar.addWorkingDays(row.answeredAt, days);
}

const insertClocks = insertInto(clocks);

/** Starts clocks in one statement. */
export function startClocks(
  ctx: Ctx,
  caseId: number,
  seq: number,
  dues: readonly [Due, ...Due[]],
): Statement {
  const [first, ...rest] = dues;
  const newRow = (due: Due) =>
    newClock(ctx.regency, { subject: 'case', subjectId: caseId, startedSeq: seq }, due, ctx.now);
  return insertClocks(ctx.db, newRow(first), ...rest.map(newRow));
}

const runningOf = (caseId: number) =>
  and(eq(clocks.subject, 'case'), eq(clocks.subjectId, caseId), isNull(clocks.stoppedAt));

/** Stops the named running clocks, or all of them. */
export function stopClocks(ctx: Ctx, caseId: number, names?: ClockName[]): Statement {
  return stopWhere(ctx, caseId, names ? inArray(clocks.clock, names) : undefined);
}

/** Stops all but the named clocks. */
export function stopClocksBut(ctx: Ctx, caseId: number, names: ClockName[]): Statement {
  return stopWhere(ctx, caseId, notInArray(clocks.clock, names));
}

function stopWhere(ctx: Ctx, caseId: number, which: SQL | undefined): Statement {
  return ctx.db
    .update(clocks)
    .set({ stoppedAt: ctx.now, nextAt: null })
    .where(and(runningOf(caseId), which));
}

export function pauseClocks(ctx: Ctx, caseId: number, names: ClockName[]): Statement {
  return ctx.db
    .update(clocks)
    .set({ pausedAt: ctx.now, nextAt: null })
    .where(and(runningOf(caseId), isNull(clocks.pausedAt), inArray(clocks.clock, names)));
}

/** Lets paused clocks run on; each due moves by the working days that lay in its pause, and the sweep plans it anew. */
export function resumeClocks(ctx: Ctx, caseId: number, running: readonly ClockRow[]): Statement[] {
  return running
    .filter((row) => row.pausedAt !== null)
    .map((row) =>
      ctx.db
        .update(clocks)
        .set({
          pausedAt: null,
          pauses: sql`json_insert(${clocks.pauses}, '$[#]', json_array(${clocks.pausedAt}, cast(${ctx.now} as integer)))`,
          dueAt: shifted(ctx, row),
          nextAt: ctx.now,
        })
        .where(
          and(
            runningOf(caseId),
            eq(clocks.clock, row.clock),
            eq(clocks.startedSeq, row.startedSeq),
            sql`${clocks.pausedAt} is not null`,
          ),
        ),
    );
}

/** Lets paused clocks run on with the due that they had: what was promised stays promised. */
export function continueClocks(ctx: Ctx, caseId: number, names: ClockName[]): Statement {
  return ctx.db
    .update(clocks)
    .set({ pausedAt: null, nextAt: ctx.now })
    .where(and(runningOf(caseId), inArray(clocks.clock, names), sql`${clocks.pausedAt} is not null`));
}

/** The due of a clock if it went on now. */
export function shifted(ctx: Ctx, row: ClockRow): number {
  if (row.pausedAt === null) return row.dueAt;
  const { calendar } = ctx.regency;
  // The promise, and clocks from before pauses were kept, have no facts to work it out from.
  if (row.days === null && row.date === null) return calendar.pauseShift(row.dueAt, row.pausedAt, ctx.now);
  const facts = factsOfClock(row);
  return duesOf(calendar, { ...facts, pauses: [...facts.pauses, [row.pausedAt, ctx.now]] }).dueAt;
}

/** The promise (epoch ms) once an open completeness question ends now; nothing else ever moves it. */
export function promiseAfterQuestion(
  ctx: Ctx,
  file: { row: { dueAt: number }; running: readonly ClockRow[] },
): number {
  const asked = file.running.find((clock) => clock.clock === 'completeness');
  return asked ? ctx.regency.calendar.pauseShift(file.row.dueAt, asked.startedAt, ctx.now) : file.row.dueAt;
}

/** A clock's row as the plan takes it. */
export function factsOfClock(row: ClockRow): ClockFacts {
  return { ...row, pauses: JSON.parse(row.pauses) as [number, number][] };
}

/** What the holder has to do next: the earliest due of running duties, or the fallback (epoch ms). */
export function nextDuty(ctx: Ctx, rows: readonly ClockRow[], fallback: number): number {
  const dues = rows.filter((row) => !besideDuty.includes(row.clock)).map((row) => shifted(ctx, row));
  return dues.length === 0 ? fallback : Math.min(...dues);
}

/** SQL for the same, of a case as it stands in the database; null when no duty runs. */
export function nextDutySql(caseId: number) {
  return sql<number | null>`(select min(${clocks.dueAt}) from ${clocks} where ${runningOf(caseId)}
    and ${clocks.pausedAt} is null and ${clocks.clock} not in ('return', 'promise', 'scheduled'))`;
}

/** Work was announced for a date, and is not done yet. */
export function isScheduled(file: { running: readonly Pick<ClockRow, 'clock'>[] }): boolean {
  return file.running.some(({ clock }) => clock === 'scheduled');
}
