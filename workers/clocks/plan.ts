/**
 * What a clock comes to under a calendar: its due, the stages it has reached and the next one. Pure: the same row, rules
 * and calendar give the same plan, so a holiday that is added later only needs the row to be planned again.
 */
import type { PackStep } from '../../shared/regencies/types.ts';
import { type Calendar, DAY_MS } from '../../shared/working-time.ts';

/** What a clock is made of; everything else is worked out. */
export interface ClockFacts {
  /** Epoch ms. */
  startedAt: number;
  /** Working days it runs for; the day of the start is not counted. */
  days: number | null;
  /** Local ISO date it ends on. */
  date: string | null;
  /** The same limit in calendar days, where a law counts so. */
  calendarDays: number | null;
  /** Pauses that are over: [from, to] in epoch ms, in order. */
  pauses: readonly (readonly [number, number])[];
  /** Holds where neither days nor date do: the promise of a receipt, which no calendar moves. */
  dueAt: number;
}

/** A point of a clock at which something is told or done. */
export interface Rule {
  id: string;
  /** As a step's; `day` = the morning of so many working days after the start, `due` = when it passes. */
  when: PackStep['when'] | { at: 'day'; days: number } | { at: 'due' };
}

export interface Stage {
  id: string;
  /** Epoch ms. */
  at: number;
}

export interface ClockPlan {
  dueAt: number;
  /** The due by calendar days where it is the earlier one. */
  warnAt: number | null;
  /** Reached and not told yet, in order. Those of the last instant are told, earlier ones were missed. */
  reached: Stage[];
  nextAt: number;
  nextStage: string | null;
}

/** `next_at` of a clock that still runs with nothing left to tell; later than any instant of a calendar in use. */
export const NEVER = Date.UTC(9999, 11, 31);

/** The due of a clock and, where a law counts calendar days and ends earlier, the day that warns. */
export function duesOf(calendar: Calendar, facts: ClockFacts): { dueAt: number; warnAt: number | null } {
  const dueAt = pausesApplied(calendar, facts, endOf(calendar, facts));
  if (facts.calendarDays === null) return { dueAt, warnAt: null };
  const last = calendar.localDate(facts.startedAt + facts.calendarDays * DAY_MS);
  const warnAt = pausesApplied(calendar, facts, calendar.lastOfficeEnd(last));
  return { dueAt, warnAt: warnAt < dueAt ? warnAt : null };
}

/**
 * @param rules every point of this clock
 * @param told ids of the stages that were told or skipped before
 * @param now epoch ms
 */
export function planClock(
  calendar: Calendar,
  facts: ClockFacts,
  rules: readonly Rule[],
  told: ReadonlySet<string>,
  now: number,
): ClockPlan {
  const dues = duesOf(calendar, facts);
  const stages = rules
    .filter((rule) => !told.has(rule.id))
    .map((rule) => ({ id: rule.id, at: stageAt(calendar, facts, dues, rule.when) }))
    .sort((a, b) => a.at - b.at);
  const next = stages.find((stage) => stage.at > now);
  return {
    ...dues,
    reached: stages.filter((stage) => stage.at <= now),
    nextAt: next?.at ?? NEVER,
    nextStage: next?.id ?? null,
  };
}

/** Reached stages as those to tell (the latest instant's) and those that were missed. */
export function latestOf(reached: readonly Stage[]): { told: Stage[]; skipped: Stage[] } {
  const last = reached.at(-1)?.at;
  return {
    told: reached.filter((stage) => stage.at === last),
    skipped: reached.filter((stage) => stage.at !== last),
  };
}

function endOf(calendar: Calendar, facts: ClockFacts): number {
  if (facts.days !== null) return calendar.addWorkingDays(facts.startedAt, facts.days);
  return facts.date === null ? facts.dueAt : calendar.endOfOffice(facts.date);
}

/** A pause leaves as many working days as there were, also of a due that had passed: lateness does not grow in it. */
function pausesApplied(calendar: Calendar, facts: ClockFacts, at: number): number {
  if (facts.days === null && facts.date === null) return at;
  return facts.pauses.reduce((due, [from, to]) => calendar.pauseShift(due, from, to), at);
}

function stageAt(
  calendar: Calendar,
  facts: ClockFacts,
  dues: { dueAt: number; warnAt: number | null },
  when: Rule['when'],
): number {
  const target = dues.warnAt ?? dues.dueAt;
  const after = (days: number) =>
    calendar.midnightBefore(pausesApplied(calendar, facts, calendar.addWorkingDays(facts.startedAt, days)));
  switch (when.at) {
    case 'share': {
      const paused = facts.pauses.reduce((sum, [from, to]) => sum + calendar.workingDaysBetween(from, to), 0);
      const length = calendar.workingDaysBetween(facts.startedAt, target) - Math.max(0, paused);
      return Math.min(after(Math.max(1, Math.ceil(length * when.value))), calendar.midnightBefore(target));
    }
    case 'day':
      return after(when.days);
    case 'due_day':
      return calendar.midnightBefore(target);
    case 'due':
      return dues.dueAt;
    case 'late':
      return when.days === 0 ? dues.dueAt : calendar.addWorkingDays(dues.dueAt, when.days);
  }
}
