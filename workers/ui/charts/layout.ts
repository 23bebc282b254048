/**
 * Where the parts of a chart lie: plain numbers and paths, for pages (SVG) and for PDF alike. d3 is loaded at the first
 * chart only. Units are those of a drawing WIDTH wide, whose letters are readable on a phone.
 */
import type { Told } from '../../../shared/figures/told.ts';
import { formatNumber } from '../../../shared/text.ts';

export const WIDTH = 360;

/** Letters that fit beside each other in a line. */
export const LETTERS = 46;

/** Room of a line of text. */
const LINE = 16;

/** A value with its name, as far as it may be told. */
export interface Mark {
  name: string;
  told: Told;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Bar {
  name: string;
  text: string;
  /** Baseline of name and text. */
  y: number;
  /** What is sure. */
  sure: Box;
  /** What may be beyond it; null where the value is exact. */
  maybe: Box | null;
}

export interface BarLayout {
  height: number;
  bars: Bar[];
}

/** @param top what the whole width stands for; without it the largest value */
export async function layoutBars(marks: readonly Mark[], top?: number): Promise<BarLayout> {
  const { scaleLinear } = await import('d3-scale');
  const most = top ?? Math.max(...marks.map(({ told }) => told.range?.most ?? 0));
  const x = scaleLinear([0, most > 0 ? most : 1], [0, WIDTH]).clamp(true);
  const row = 2 * LINE + 4;
  const bars = marks.map(({ name, told }, at): Bar => {
    const { least, most: end } = told.range ?? { least: 0, most: 0 };
    const box = { y: at * row + LINE, height: LINE - 5 };
    const sure = { ...box, x: 0, width: x(least) };
    const maybe = end > least ? { ...box, x: x(least), width: x(end) - x(least) } : null;
    return { name, text: told.text, y: at * row + LINE - 4, sure, maybe };
  });
  return { height: marks.length * row, bars };
}

export interface Line {
  name: string;
  /** SVG path; broken where nothing is told. */
  path: string;
  points: {
    x: number;
    y: number /** From … to, where the value is not exact. */;
    span: [number, number] | null;
  }[];
}

export interface LineLayout {
  height: number;
  lines: Line[];
  /** Across, with what stands at their left. */
  ticks: { y: number; text: string }[];
  /** Below, as many as fit. */
  labels: { x: number; text: string }[];
  left: number;
}

const PLOT = { top: 12, bottom: 180, left: 52, right: WIDTH - 20 };

/**
 * @param labels of the points, e.g. months
 * @param lines as many values as labels each
 * @param share values are shares from 0 to 1
 */
export async function layoutLines(
  labels: readonly string[],
  lines: readonly { name: string; told: readonly Told[] }[],
  share: boolean,
): Promise<LineLayout> {
  const [{ scaleLinear, scalePoint }, { line }] = await Promise.all([import('d3-scale'), import('d3-shape')]);
  const highest = Math.max(4, ...lines.flatMap(({ told }) => told.map(({ range }) => range?.most ?? 0)));
  const y = scaleLinear([0, share ? 1 : highest], [PLOT.bottom, PLOT.top]);
  if (!share) y.nice(4);
  const x = scalePoint([...labels.keys()], [PLOT.left, PLOT.right]).padding(0.2);
  const at = (index: number) => x(index) ?? PLOT.left;
  const format = y.tickFormat(4, share ? '%' : '~s');
  const every = Math.ceil(labels.length / 5);
  return {
    height: PLOT.bottom + LINE + 4,
    left: PLOT.left,
    ticks: y
      .ticks(4)
      .map((tick) => ({ y: y(tick), text: format(tick).replace('.', ',').replace('%', '\u00a0%') })),
    labels: labels.flatMap((text, index) =>
      (labels.length - 1 - index) % every === 0 ? [{ x: at(index), text }] : [],
    ),
    lines: lines.map(({ name, told }) => {
      const points = told.map(({ range }, index) => range && { x: at(index), ...range });
      const draw = line<(typeof points)[number]>()
        .defined((point) => point !== null)
        .x((point) => point?.x ?? 0)
        .y((point) => (point ? y((point.least + point.most) / 2) : 0));
      return {
        name,
        path: draw(points) ?? '',
        points: points.flatMap((point) => {
          if (point === null) return [];
          const { least, most } = point;
          const span: [number, number] | null = most > least ? [y(most), y(least)] : null;
          return [{ x: point.x, y: y((least + most) / 2), span }];
        }),
      };
    }),
  };
}

export interface Segment extends Box {
  name: string;
  /** Index of the part, for its pattern; null = parts that are hidden, together. */
  part: number | null;
}

export interface StackLayout {
  height: number;
  rows: { name: string; text: string; y: number; segments: Segment[] }[];
}

export interface Stack {
  name: string;
  /** The sum of the parts, which is told; null = it may not be. */
  total: number | null;
  parts: readonly Told[];
}

/** Each row as long as the others: what is compared is how it is divided. What is hidden lies at the end, as one piece. */
export async function layoutStacks(names: readonly string[], stacks: readonly Stack[]): Promise<StackLayout> {
  const [{ scaleLinear }, { stack }] = await Promise.all([import('d3-scale'), import('d3-shape')]);
  const row = 2 * LINE + 8;
  const keys = [...names.keys(), -1];
  const rows = stacks.map(({ name, total, parts }, index) => {
    const exact = parts.map(({ range }) => (range && range.least === range.most ? range.least : 0));
    const rest = (total ?? 0) - exact.reduce((sum, one) => sum + one, 0);
    const x = scaleLinear([0, total || 1], [0, WIDTH]);
    const series = stack<readonly number[], number>()
      .keys(keys)
      .value((values, key) => values.at(key) ?? 0)([[...exact, rest]]);
    const segments = series.flatMap((one): Segment[] => {
      const [from, to] = one[0] ?? [0, 0];
      if (total === null || to <= from) return [];
      const place = { x: x(from), width: x(to) - x(from), y: index * row + LINE, height: LINE };
      return [{ ...place, part: one.key < 0 ? null : one.key, name: names[one.key] ?? 'Disembunyikan' }];
    });
    const text = total === null ? '' : formatNumber(total);
    return { name, text, y: index * row + LINE - 4, segments };
  });
  return { height: stacks.length * row, rows };
}
