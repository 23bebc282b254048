/** What an address of the figures asks for. Pure. */

import type { FigureId } from '../../../../shared/figures/definitions.ts';
import {
  isPastQuarter,
  monthsOf,
  type Period,
  parsePeriod,
  periodAfter,
  periodBefore,
  periodId,
  periodWith,
} from '../../../../shared/figures/periods.ts';
import type { Staff } from '../../../../shared/permissions/people.ts';
import { runsEvaluation } from '../../../../shared/permissions/rooms.ts';
import { type By, bys } from './by.ts';

export const FIGURES = '/desk/evaluasi/angka';

export interface AskedFor {
  period: Period;
  by: By | null;
}

/** What was typed, for the form that has to be filled in once more. */
export interface Typed {
  from: string;
  to: string;
  /** It is no period. */
  wrong: boolean;
}

/** Who asks: a partner's key is nobody. */
export type Asker = Pick<Staff, 'roles'> | null;

/**
 * Admin and leaders, who read ordinary cases of every office, ask for any days. From two periods that overlap, others could
 * find by subtracting what is hidden in both: they read the regency's quarters, partners those that are over.
 * @param today local ISO date
 */
export function mayAsk(who: Asker, period: Period, today: string): boolean {
  if (who === null) return isPastQuarter(period, today);
  return runsEvaluation(who) || period.kind === 'quarter';
}

/** The quarter of a day; for partners the last one that is over. @param today local ISO date */
export function quarterFor(who: Asker, today: string): Period {
  const quarter = periodWith('quarter', today);
  return who === null ? periodBefore(quarter) : quarter;
}

/** Figures whose numbers have nothing in common: what is hidden in one of them follows from no other. */
export const apart: readonly FigureId[] = [
  'received',
  'promise_kept',
  'settle_on_time',
  'follow_up_days',
  'satisfaction',
  'returns',
];

/** Who sent a report where is for those who run the evaluation only; partners find details among the open data. */
export function bysFor(who: Asker): readonly By[] {
  if (who === null) return [];
  if (runsEvaluation(who)) return bys;
  return bys
    .filter(({ dimension }) => dimension !== 'disposer')
    .map((by) => ({ ...by, figures: by.figures.filter((id) => apart.includes(id)) }));
}

/** @param today local ISO date; instead of a period that cannot be read, or not by this person, a quarter is told */
export function readAsked(
  query: (name: string) => string | undefined,
  who: Pick<Staff, 'roles'>,
  today: string,
): AskedFor & { typed: Typed } {
  const [from, to] = [query('dari') ?? '', query('sampai') ?? ''];
  const text = from || to ? `${from}_${to}` : query('periode');
  const period = text ? parsePeriod(text) : periodWith('quarter', today);
  const by = bysFor(who).find(({ id }) => id === query('menurut')) ?? null;
  return {
    period: period && mayAsk(who, period, today) ? period : quarterFor(who, earlier(period?.to, today)),
    by,
    typed: { from, to, wrong: period === null },
  };
}

const earlier = (day: string | undefined, today: string): string => (day && day < today ? day : today);

export function addressOf({ period, by }: AskedFor, path = FIGURES): string {
  return `${path}?periode=${periodId(period)}${by ? `&menurut=${by.id}` : ''}`;
}

/** The periods beside it; null after the one of today. */
export function beside(period: Period, today: string): { before: Period; after: Period | null } {
  const after = periodAfter(period);
  return { before: periodBefore(period), after: after.from > today ? null : after };
}

/** From the quarter a year earlier on, so that a month stands beside the same one; the last is the period's, or today's. */
export function trendMonths({ to }: Period, today: string): Period[] {
  const last = periodWith('month', to < today ? to : today);
  const first = periodWith('quarter', `${Number(last.from.slice(0, 4)) - 1}${last.from.slice(4)}`);
  return monthsOf({ from: first.from, to: last.to }).map((month) => periodWith('month', `${month}-01`));
}

const SHORT = 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'.split(' ');

/** "Jul 26" */
export const shortMonth = ({ from }: Period): string =>
  `${SHORT[Number(from.slice(5, 7)) - 1]} ${from.slice(2, 4)}`;
