/**
 * What may be published for everybody, so that no number and no difference of numbers points at 1 to 4 reports. The rules
 * may be known: for every group of reports that is not published there is another set of reports with the very same
 * tables, in which the group is empty or has five or more (test/unit/openness-safe.test.ts looks for one that has not).
 *
 * 1. Reports by one thing (office, village …): rows with five or more are exact, all others are told only together.
 * 2. A part of them (settled): exact only as a whole; of a row, and of everything else, in steps of five. Pure.
 */
import { LEAST } from '../small-counts.ts';
import type { Range } from '../small-totals.ts';

export interface Row {
  code: string;
  count: number;
}

export interface Parted {
  /** Exact, five or more each. */
  told: Map<string, number>;
  /** Told only together: `pool` reports, five or more unless there are none. */
  pooled: Set<string>;
  pool: number;
}

const MOST = LEAST - 1;

/**
 * Rows below five are pooled. When the pool itself says too much of one of them, the first row of five or more joins it: all
 * reports of the small ones could be its own.
 * @param rows all there can be, also empty ones, in an order that does not depend on the counts; together five or more
 * @param loose row of what has no place among the others; it is always pooled, and the small ones' reports could be its own
 */
export function partition(rows: readonly Row[], loose?: string): Parted {
  const small = rows.filter(({ code, count }) => count < LEAST || code === loose);
  const sum = small.reduce((all, { count }) => all + count, 0);
  const told = rows.filter((row) => !small.includes(row));
  const room = loose === undefined ? MOST * (small.length - 1) : sum;
  if (small.length > 0 && (sum < LEAST || sum > room)) small.push(...told.splice(0, 1));
  return {
    told: new Map(told.map(({ code, count }) => [code, count])),
    pooled: new Set(small.map(({ code }) => code)),
    pool: small.reduce((all, { count }) => all + count, 0),
  };
}

/** In steps of five: 0 to 4, 5 to 9, … @param of what it is a part of, when that is told */
export function inFives(count: number, of = Number.POSITIVE_INFINITY): Range {
  const least = count - (count % LEAST);
  return { least, most: Math.min(least + MOST, of) };
}

/** A part of everything: exact unless it, or the rest, is smaller than five. @param of told, five or more */
export function partOfWhole(hits: number, of: number): Range {
  if (hits < LEAST) return { least: 0, most: MOST };
  if (of - hits < LEAST) return { least: of - MOST, most: of };
  return { least: hits, most: hits };
}

/**
 * The part of each row, beside `partOfWhole` of them all; null = nothing may be told of any. Where nearly all or nearly
 * none belong to the part, a row tells no more than the whole does.
 * @param rows exact ones and the pool: their reports are told
 */
export function partOfRows(rows: readonly { hits: number; of: number }[], whole: Range): Range[] | null {
  if (whole.least === 0) return rows.map(({ of }) => ({ least: 0, most: Math.min(MOST, of) }));
  if (whole.least !== whole.most) return rows.map(({ of }) => ({ least: Math.max(0, of - MOST), most: of }));
  const ranges = rows.map(({ hits, of }) => inFives(hits, of));
  const { least, most } = sumOf(ranges);
  return whole.least - least >= LEAST && most - whole.least >= LEAST ? ranges : null;
}

/**
 * Rows whose reports are not told otherwise, in steps of five beside their sum in steps of five; null as above. Sums that
 * rows of 3 and 4 alone could have are never told by row: whether they are would say that all rows are small.
 */
export function rowsInFives(counts: readonly number[]): Range[] | null {
  const ranges = counts.map((count) => inFives(count));
  const { least, most } = sumOf(ranges);
  const whole = inFives(counts.reduce((all, count) => all + count, 0)).least;
  const full = MOST * counts.length;
  if (whole > full - MOST && whole <= full) return null;
  return whole === least || most - whole >= MOST ? ranges : null;
}

function sumOf(ranges: readonly Range[]): Range {
  return ranges.reduce((all, { least, most }) => ({ least: all.least + least, most: all.most + most }), {
    least: 0,
    most: 0,
  });
}
