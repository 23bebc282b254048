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
  /** The same for a narrow column, where it is shorter: "12–40 %". */
  short?: string;
  /** In a spreadsheet: a number where it is exact (a share in percent), null where nothing is counted. */
  cell: number | string | null;
  /** What it lies between, a share from 0 to 1; both equal where it is exact, null where nothing is told. */
  range: Range | null;
}

/** Beside a hidden number another one is hidden too, so that it cannot be found by subtracting. */
export const COVERED = 'disembunyikan';

/** A share or a mean of 1 to 4. */
export const TOO_FEW = 'terlalu sedikit';

/** Nothing is counted. */
export const NOTHING: Told = { text: '–', cell: null, range: null };
const words = (text: string, range: Range | null = null): Told => ({ text, cell: text, range });

/** Hidden beside a small number. */
export const covered: Told = { text: COVERED, cell: COVERED, range: null };

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
  if (!isSmall(hits) && !isSmall(of - hits)) return tellHits({ least: hits, most: hits }, of);
  // Up to twice the largest small number, whatever is not small leaves a rest that is.
  if (of <= 2 * few) return tellHits({ least: 1, most: of - 1 }, of);
  return tellHits(isSmall(hits) ? { least: 1, most: few } : { least: of - few, most: of - 1 }, of);
}

/** A share of which only this is told. @param hits both ends equal = exactly so many */
export function tellHits({ least, most }: Range, of: number): Told {
  const range =
    of >= MANY && least === most
      ? { least: least / of, most: most / of }
      : { least: wilson(least, of).least, most: wilson(most, of).most };
  const text = shareText(range);
  return range.least === range.most
    ? { text, cell: Math.round(range.least * 100), range }
    : { ...words(text, range), short: shortShare(range) };
}

const shortShare = ({ least, most }: Range): string =>
  `${Math.round(least * 100)}–\u2060${Math.round(most * 100)}\u00a0%`;

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
  const cover = invented ? new Map<number, null>() : coverOf(values);
  return values.map((value, at) => {
    const range = cover.get(at);
    if (range === undefined) return tell(definition, value, invented);
    return range !== null && value.kind === 'count' ? tellRange(range) : covered;
  });
}

/**
 * The same for parts of parts that are told as well, e.g. villages of kecamatan: of a part that is covered itself nothing
 * is told.
 * @param parents the name of the larger part of each value
 */
export function tellNested(
  definition: Pick<Definition, 'unit'>,
  values: readonly Value[],
  parents: readonly string[],
  invented: boolean,
): Told[] {
  const members = Map.groupBy(values.keys(), (at) => parents[at] ?? '');
  const groups = [...members.values()].map((own) => own.flatMap((at) => values[at] ?? []));
  const cover = invented ? new Map<number, null>() : coverOf(groups.map(sumOf));
  const told = groups.map((own, at) =>
    cover.has(at)
      ? own.map((value) => (sizeOf(value) === 0 ? tell(definition, value, invented) : covered))
      : tellParts(definition, own, invented),
  );
  const places = new Map([...members.values()].flatMap((own, g) => own.map((at, i) => [at, told[g]?.[i]])));
  return values.map((_, at) => places.get(at) ?? NOTHING);
}

const sizeOf = (value: Value): number => (value.kind === 'count' ? value.n : value.of);

export const isExact = ({ range }: Told): boolean => range !== null && range.least === range.most;

/** "antara 12 dan 15", as one can find by subtracting anyway. */
export const tellRange = (range: Range): Told => ({
  ...words(`antara ${formatNumber(range.least)} dan ${formatNumber(range.most)}`, range),
  short: `${formatNumber(range.least)}–\u2060${formatNumber(range.most)}`,
});

function sumOf(values: readonly Value[]): Value {
  return values.reduce((sum, value): Value => {
    if (sum.kind === 'count' && value.kind === 'count') return { kind: 'count', n: sum.n + value.n };
    if (sum.kind === 'share' && value.kind === 'share')
      return { kind: 'share', hits: sum.hits + value.hits, of: sum.of + value.of };
    if (sum.kind === 'mean' && value.kind === 'mean')
      return { kind: 'mean', sum: sum.sum + value.sum, of: sum.of + value.of };
    return sum;
  });
}

const coverOf = (values: readonly Value[]): Map<number, Range | null> =>
  new Map(numbersIn(values).flatMap((numbers) => [...coveredIn(numbers)]));

/** The rows of numbers whose sums are told with the whole. */
function numbersIn(values: readonly Value[]): number[][] {
  return [
    values.map(sizeOf),
    values.map((value) => (value.kind === 'share' ? value.hits : 0)),
    values.map((value) => (value.kind === 'share' ? value.of - value.hits : 0)),
  ];
}

/**
 * Which of these numbers are hidden beside the small ones, given that everybody knows their sum: from the smallest, until
 * each small number could be any from 1 to 4, also for who knows that what is hidden is smaller than what is told. Where all
 * are not enough, or all could be small, none is told to be small, large or 0.
 * @returns by place; a single one keeps the range that the sum leaves it
 */
function coveredIn(numbers: readonly number[]): Map<number, Range | null> {
  const few = LEAST - 1;
  const shown = numbers.map((n, at) => ({ n, at })).filter(({ n }) => n > 0);
  const small = shown.filter(({ n }) => n <= few);
  const large = shown.filter(({ n }) => n > few).sort((a, b) => a.n - b.n);
  if (small.length === 0) return new Map();
  let sum = small.reduce((total, { n }) => total + n, 0);
  const covered: number[] = [];
  const others = small.length - 1;
  const isSafe = () => {
    const below = (large[covered.length]?.n ?? Number.POSITIVE_INFINITY) - 1;
    const most = covered.length === 0 ? 0 : covered.length * below;
    return few + others + LEAST * covered.length <= sum && 1 + few * others + most >= sum;
  };
  for (const { n, at } of large) {
    // Never without a cover: that it was not needed would tell their sum.
    if (covered.length > 0 && isSafe()) break;
    covered.push(at);
    sum += n;
  }
  const allSmall = covered.length === large.length && sum === few * numbers.length;
  if (allSmall || !isSafe()) return new Map(numbers.map((_, at) => [at, null]));
  const only = { least: Math.max(LEAST, sum - few * small.length), most: sum - small.length };
  return new Map(covered.map((at) => [at, covered.length === 1 ? only : null]));
}
