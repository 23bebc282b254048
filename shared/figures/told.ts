/**
 * What may be told of a figure (domain.md section 1): 1 to 4 cases nowhere, a share of few as an interval, a mean over few
 * not at all. Pages, API, files, the pack and the meeting's frozen figures all ask here. Pure.
 */
import { MANY, shareText, wilson } from '../interval.ts';
import { HIDDEN, LEAST, shownCount } from '../small-counts.ts';
import type { Range } from '../small-totals.ts';
import { formatNumber } from '../text.ts';
import type { Definition, Value } from './definitions.ts';

export interface Told {
  /** As a page shows it: "1.234", "kurang dari 5", "87 %", "antara 12 % dan 40 %", "3,2 hari kerja"; "–" = nothing counted. */
  text: string;
  /** In a spreadsheet: a number where it is exact (a share in percent), null where nothing is counted. */
  cell: number | string | null;
  /** What it lies between, a share from 0 to 1; both equal where it is exact, null where nothing is told. */
  range: Range | null;
}

/** Beside a hidden number another one is hidden too, so that it cannot be found by subtracting. */
export const COVERED = 'disembunyikan';

/** A share or a mean of 1 to 4. */
export const TOO_FEW = 'terlalu sedikit';

const NOTHING: Told = { text: '–', cell: null, range: null };
const words = (text: string, range: Range | null = null): Told => ({ text, cell: text, range });

/**
 * One figure.
 * @param invented the data are a demo's and point at nobody: small numbers are told
 */
export function tell({ unit }: Pick<Definition, 'unit'>, value: Value, invented: boolean): Told {
  switch (value.kind) {
    case 'count':
      return shownCount(value.n, invented) === null
        ? words(HIDDEN, { least: 1, most: LEAST - 1 })
        : number(value.n, formatNumber(value.n));
    case 'share':
      if (value.of === 0) return NOTHING;
      return shownCount(value.of, invented) === null ? words(TOO_FEW) : tellShare(value, invented);
    case 'mean': {
      if (value.of === 0) return NOTHING;
      if (shownCount(value.of, invented) === null) return words(TOO_FEW);
      const mean = Math.round((value.sum / value.of) * 10) / 10;
      return number(mean, unit === 'nilai' ? formatNumber(mean, 1) : `${formatNumber(mean, 1)} ${unit}`);
    }
  }
}

/** Small numbers inside a share are told as if they could be any small number: its interval depends on `of` alone. */
function tellShare({ hits, of }: { hits: number; of: number }, invented: boolean): Told {
  const few = LEAST - 1;
  const isSmall = (count: number) => shownCount(count, invented) === null;
  let [least, most] = [hits, hits];
  if (isSmall(hits) || isSmall(of - hits)) {
    // Up to twice the largest small number, whatever is not small leaves a rest that is.
    if (of <= 2 * few) [least, most] = [1, of - 1];
    else [least, most] = isSmall(hits) ? [1, few] : [of - few, of - 1];
  }
  const range =
    of >= MANY && least === most
      ? { least: hits / of, most: hits / of }
      : { least: wilson(least, of).least, most: wilson(most, of).most };
  const text = shareText(range);
  return range.least === range.most
    ? { text, cell: Math.round(range.least * 100), range }
    : words(text, range);
}

const number = (value: number, text: string): Told => ({
  text,
  cell: value,
  range: { least: value, most: value },
});

/**
 * One figure of each part of a whole that is told as well, e.g. of every office: where what is hidden could be found by
 * subtracting, the next larger ones are hidden too.
 * @returns in the order of the values
 */
export function tellParts(
  definition: Pick<Definition, 'unit'>,
  values: readonly Value[],
  invented: boolean,
): Told[] {
  const covered = new Set(invented ? [] : numbersIn(values).flatMap(coveredIn));
  return values.map((value, at) => (covered.has(at) ? words(COVERED) : tell(definition, value, invented)));
}

/** The rows of numbers whose sums are told with the whole. */
function numbersIn(values: readonly Value[]): number[][] {
  return [
    values.map((value) => (value.kind === 'count' ? value.n : value.of)),
    values.map((value) => (value.kind === 'share' ? value.hits : 0)),
    values.map((value) => (value.kind === 'share' ? value.of - value.hits : 0)),
  ];
}

/**
 * Which of these numbers are hidden beside the small ones, given that everybody knows their sum: from the smallest, until
 * each small number could be any from 1 to 4. Where all are not enough, none is told to be small or large.
 */
function coveredIn(numbers: readonly number[]): number[] {
  const few = LEAST - 1;
  const shown = numbers.map((n, at) => ({ n, at })).filter(({ n }) => n > 0);
  const small = shown.filter(({ n }) => n <= few);
  const large = shown.filter(({ n }) => n > few).sort((a, b) => a.n - b.n);
  if (small.length === 0) return [];
  let sum = small.reduce((total, { n }) => total + n, 0);
  const covered: number[] = [];
  const isSafe = () =>
    few + (small.length - 1) + LEAST * covered.length <= sum &&
    (covered.length > 0 || 1 + few * (small.length - 1) >= sum);
  for (const { n, at } of large) {
    if (isSafe()) return covered;
    covered.push(at);
    sum += n;
  }
  return isSafe() ? covered : shown.map(({ at }) => at);
}
