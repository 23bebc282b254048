/** When a quarter may be published. Pure. */
import { type Period, parsePeriod, periodBefore, periodId, periodWith } from '../figures/periods.ts';
import type { Calendar } from '../working-time.ts';

/**
 * So many working days after its end: what was answered in the last days of the quarter is then settled, as the reporter had
 * ten working days to say otherwise.
 */
export const REST_DAYS = 10;

/** Quarters looked at for a missing release. */
const LOOK_BACK = 8;

/** Epoch ms: the end of the tenth working day after its last day. */
export function publishableFrom({ to }: Pick<Period, 'to'>, calendar: Calendar): number {
  return calendar.addWorkingDays(calendar.startOfDay(to), REST_DAYS);
}

/** A quarter as an address names it; null for anything else. */
export function quarterOf(text: string): Period | null {
  const period = parsePeriod(text);
  return period?.kind === 'quarter' ? period : null;
}

export interface Waiting {
  period: Period;
  id: string;
  /** Epoch ms. */
  from: number;
  ready: boolean;
}

/**
 * Quarters that are over and not published, the newest first.
 * @param first month of the first figures, e.g. "2026-07"; null = there are none
 */
export function waitingQuarters(
  first: string | null,
  published: readonly string[],
  now: number,
  calendar: Calendar,
): Waiting[] {
  if (first === null) return [];
  const waiting: Waiting[] = [];
  let period = periodWith('quarter', calendar.localDate(now));
  for (let back = 0; back < LOOK_BACK; back++) {
    period = periodBefore(period);
    if (period.to < first) break;
    const id = periodId(period);
    const from = publishableFrom(period, calendar);
    if (!published.includes(id)) waiting.push({ period, id, from, ready: now > from });
  }
  return waiting;
}

/** The next release: of the quarter before this one if it has figures and is not published, else of this one. */
export function nextRelease(
  first: string | null,
  published: readonly string[],
  now: number,
  calendar: Calendar,
): { period: Period; ready: boolean; from: number } {
  const current = periodWith('quarter', calendar.localDate(now));
  const before = periodBefore(current);
  const waits = first !== null && before.to >= first && !published.includes(periodId(before));
  const period = waits ? before : current;
  const from = publishableFrom(period, calendar);
  return { period, from, ready: now > from };
}
