/** Periods of the evaluation, as local ISO dates, and the sums by month and day that they are made of. Pure. */
import { formatDay } from '../text.ts';

export const periodKinds = ['month', 'quarter', 'half', 'year', 'free'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export interface Period {
  kind: PeriodKind;
  /** First and last day, both within, e.g. "2026-07-01". */
  from: string;
  to: string;
}

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/** Longest free period, in days: what a page reads stays bounded. */
const LONGEST = 3 * 366;

/**
 * Reads "2026-07", "2026-Q3", "2026-H2", "2026" or "2026-03-05_2026-04-09".
 * @returns null for anything else, a date that does not exist, an end before its beginning, or more than three years
 */
export function parsePeriod(text: string): Period | null {
  const [, year, half, quarter, month] =
    /^(20\d\d)(?:-H([12])|-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  if (year) {
    if (half) return months('half', Number(year), (Number(half) - 1) * 6);
    if (quarter) return months('quarter', Number(year), (Number(quarter) - 1) * 3);
    if (month) return months('month', Number(year), Number(month) - 1);
    return months('year', Number(year), 0);
  }
  const [, from = '', to = ''] = /^(20\d\d-\d\d-\d\d)_(20\d\d-\d\d-\d\d)$/.exec(text) ?? [];
  if (!isDay(from) || !isDay(to) || to < from || daysIn({ from, to }) > LONGEST) return null;
  return { kind: 'free', from, to };
}

/** How an address names it; what `parsePeriod` reads. */
export function periodId({ kind, from, to }: Period): string {
  const year = from.slice(0, 4);
  const month = monthOf(from);
  switch (kind) {
    case 'month':
      return from.slice(0, 7);
    case 'quarter':
      return `${year}-Q${Math.floor(month / 3) + 1}`;
    case 'half':
      return `${year}-H${Math.floor(month / 6) + 1}`;
    case 'year':
      return year;
    case 'free':
      return `${from}_${to}`;
  }
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** "Juli 2026", "Triwulan III 2026", "Semester II 2026", "Tahun 2026", "5 Maret 2026 sampai 9 April 2026". */
export function periodName({ kind, from, to }: Period): string {
  const year = from.slice(0, 4);
  const month = monthOf(from);
  switch (kind) {
    case 'month':
      return formatDay(from).replace(/^\d+ /, '');
    case 'quarter':
      return `Triwulan ${ROMAN[Math.floor(month / 3)]} ${year}`;
    case 'half':
      return `Semester ${ROMAN[Math.floor(month / 6)]} ${year}`;
    case 'year':
      return `Tahun ${year}`;
    case 'free':
      return `${formatDay(from)} sampai ${formatDay(to)}`;
  }
}

/** The period of a kind that a day lies in; for `free`, the 30 days that end with it. */
export function periodWith(kind: PeriodKind, day: string): Period {
  if (kind === 'free') return { kind, from: plusDays(day, -29), to: day };
  const length = MONTHS[kind];
  return months(kind, Number(day.slice(0, 4)), Math.floor(monthOf(day) / length) * length);
}

/** The one before, equally long. */
export function periodBefore(period: Period): Period {
  if (period.kind !== 'free') return periodWith(period.kind, plusDays(period.from, -1));
  const to = plusDays(period.from, -1);
  return { kind: 'free', from: plusDays(to, 1 - daysIn(period)), to };
}

/** The one after, equally long. */
export function periodAfter(period: Period): Period {
  if (period.kind !== 'free') return periodWith(period.kind, plusDays(period.to, 1));
  const from = plusDays(period.to, 1);
  return { kind: 'free', from, to: plusDays(from, daysIn(period) - 1) };
}

/** The same one a year earlier; 29 February becomes the 28th. */
export function periodLastYear(period: Period): Period {
  const earlier = (day: string) => {
    const date = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
    return isDay(date) ? date : plusDays(`${date.slice(0, 7)}-01`, 27);
  };
  if (period.kind !== 'free') return periodWith(period.kind, earlier(period.from));
  return { kind: 'free', from: earlier(period.from), to: earlier(period.to) };
}

/** Periods to choose from, newest first. @param today local ISO date */
export function choosable(today: string): { label: string; periods: Period[] }[] {
  const back = (kind: 'month' | 'quarter' | 'half' | 'year', count: number) => {
    const list = [periodWith(kind, today)];
    for (let last = list[0]; last && list.length < count; last = list.at(-1)) list.push(periodBefore(last));
    return list;
  };
  return [
    { label: 'Triwulan', periods: back('quarter', 8) },
    { label: 'Bulan', periods: back('month', 13) },
    { label: 'Semester', periods: back('half', 4) },
    { label: 'Tahun', periods: back('year', 4) },
  ];
}

/** Cut off after a day: what is not due yet was neither kept nor broken. @returns null when nothing is left */
export function until(period: Period, lastDay: string): Period | null {
  if (lastDay < period.from) return null;
  return lastDay >= period.to ? period : { kind: 'free', from: period.from, to: lastDay };
}

/** A whole quarter whose last day is over. @param today local ISO date */
export const isPastQuarter = ({ kind, to }: Period, today: string): boolean =>
  kind === 'quarter' && to < today;

/** Months of a period as "2026-07", for a line of time. */
export function monthsOf({ from, to }: Pick<Period, 'from' | 'to'>): string[] {
  const list: string[] = [];
  for (let at = from.slice(0, 7); at <= to.slice(0, 7); at = plusDays(`${at}-01`, 31).slice(0, 7))
    list.push(at);
  return list;
}

export interface Bucket {
  /** A month "2026-07" or a day "2026-07-14". */
  bucket: string;
  /** -1: these days are taken away from their month. */
  sign: 1 | -1;
}

/** Sums by month and by day that make up a period: at most 15 days at either end, added or taken away. */
export function bucketsOf({ from, to }: Pick<Period, 'from' | 'to'>): Bucket[] {
  return monthsOf({ from, to }).flatMap((month): Bucket[] => {
    const whole = { from: `${month}-01`, to: lastDayOf(month) };
    const first = from > whole.from ? from : whole.from;
    const last = to < whole.to ? to : whole.to;
    const within = daysOf(first, last);
    const outside = [...daysOf(whole.from, plusDays(first, -1)), ...daysOf(plusDays(last, 1), whole.to)];
    if (within.length <= outside.length) return within.map((bucket) => ({ bucket, sign: 1 }));
    return [{ bucket: month, sign: 1 }, ...outside.map((bucket): Bucket => ({ bucket, sign: -1 }))];
  });
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Days of a period, both ends counted. */
export function daysIn({ from, to }: Pick<Period, 'from' | 'to'>): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000) + 1;
}

function daysOf(from: string, to: string): string[] {
  return to < from ? [] : Array.from({ length: daysIn({ from, to }) }, (_, day) => plusDays(from, day));
}

function months(kind: Exclude<PeriodKind, 'free'>, year: number, first: number): Period {
  const month = (index: number) => `${year}-${String(index + 1).padStart(2, '0')}`;
  return { kind, from: `${month(first)}-01`, to: lastDayOf(month(first + MONTHS[kind] - 1)) };
}

const lastDayOf = (month: string): string => plusDays(`${plusDays(`${month}-01`, 31).slice(0, 7)}-01`, -1);

const monthOf = (day: string): number => Number(day.slice(5, 7)) - 1;

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
