/** What an address of the figures asks for. Pure. */
import {
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

/** @param who null = a partner's key. Who sent a report where is for those who run the evaluation only */
export const bysFor = (who: Pick<Staff, 'roles'> | null): readonly By[] =>
  bys.filter(({ dimension }) => dimension !== 'disposer' || (who !== null && runsEvaluation(who)));

/** @param today local ISO date; without a period that can be read, its quarter is asked for */
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
    period: period ?? periodWith('quarter', today),
    by,
    typed: { from, to, wrong: period === null },
  };
}

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
