/** A clock as it begins, whatever it stands for. Pure. */
import type { ClockName } from '../../shared/regencies/types.ts';
import { planClock } from './plan.ts';
import { rulesOf, type Timing } from './rules.ts';
import type { clocks } from './table.ts';

type NewClock = typeof clocks.$inferInsert;

/** A clock about to start. */
export interface Due {
  clock: ClockName;
  days: number | null;
  date: string | null;
  calendarDays: number | null;
  /** Epoch ms. */
  dueAt: number;
}

/** @param now epoch ms, at which it starts */
export function newClock(
  regency: Timing,
  of: Pick<NewClock, 'subject' | 'subjectId' | 'startedSeq'>,
  due: Due,
  now: number,
): NewClock {
  const facts = { ...due, startedAt: now, pauses: [] };
  const plan = planClock(regency.calendar, facts, rulesOf(regency, due.clock, now), new Set(), now);
  return {
    ...of,
    startedAt: now,
    ...due,
    warnAt: plan.warnAt,
    nextAt: plan.reached[0]?.at ?? plan.nextAt,
    nextStage: plan.reached[0]?.id ?? plan.nextStage,
  };
}
