/** Tables of reports by one thing: kind, office, area, category, channel. Pure. */
import { NONE, noCounts } from '../figures/counts.ts';
import { LEAST } from '../small-counts.ts';
import type { Range } from '../small-totals.ts';
import { POOLED } from './columns.ts';
import { type Parted, partition, partOfRows } from './safe.ts';
import type { Named, OpenCell, Sums } from './types.ts';

interface Line extends Named {
  count: number;
  settled: number;
}

/** How many reports each has, and how many of them are settled. What no row names counts for none. */
export function linesOf(rows: readonly Named[], sums: Sums, none?: string): Line[] {
  const listed = new Set(rows.map(({ code }) => code));
  const others = [...sums].filter(([code]) => !listed.has(code));
  const lines = rows.map(({ code, name }) => {
    const { received, settled } = sums.get(code) ?? noCounts();
    return { code, name, count: received, settled };
  });
  if (none === undefined) return lines;
  const total = (name: 'received' | 'settled') => others.reduce((all, [, counts]) => all + counts[name], 0);
  return [{ code: NONE, name: none, count: total('received'), settled: total('settled') }, ...lines];
}

/** One row for each line, and one for those that are told together. */
export interface Told {
  code: string;
  name: string;
  /** null = told only together. */
  count: number | null;
  settled: Range | null;
  note: string;
}

export const TOGETHER = 'Baris yang digabung';

/**
 * @param settled of all reports, as told; null where the table does not tell it
 * @param together name of the row of what is told together
 * @returns nothing where all of them are fewer than five
 */
export function tellLines(lines: readonly Line[], settled: Range | null, together = TOGETHER): Told[] {
  const all = lines.reduce((sum, { count }) => sum + count, 0);
  if (all < LEAST) return lines.map((line) => pooledLine(line));
  const loose = lines.find(({ code }) => code === NONE)?.code;
  const parted = partition(lines, loose);
  const rows = rowsTold(lines, parted);
  const ranges = settled && partOfRows(rows, settled);
  const told = lines.filter(({ code }) => parted.told.has(code));
  const rangeOf = (row: number) => ranges?.[row] ?? null;
  const shown = lines.map((line): Told => {
    const row = told.indexOf(line);
    return row < 0 ? pooledLine(line) : { ...line, settled: rangeOf(row), note: '' };
  });
  if (parted.pooled.size === 0) return shown;
  const pool = { code: '', name: together, count: parted.pool, settled: rangeOf(told.length) };
  return [...shown, { ...pool, note: `gabungan ${parted.pooled.size} baris` }];
}

const pooledLine = ({ code, name }: Named): Told => ({
  code,
  name,
  count: null,
  settled: null,
  note: POOLED,
});

function rowsTold(lines: readonly Line[], { told, pooled, pool }: Parted) {
  const rows = lines
    .filter(({ code }) => told.has(code))
    .map(({ settled, count }) => ({ hits: settled, of: count }));
  const hits = lines.filter(({ code }) => pooled.has(code)).reduce((sum, { settled }) => sum + settled, 0);
  return pooled.size > 0 ? [...rows, { hits, of: pool }] : rows;
}

/** What has no code. */
export const NO_CODE = 'tanpa';

const shownCode = (code: string) => (code === NONE ? NO_CODE : code);

export const cellsOf = ({ code, name, count, note }: Told): OpenCell[] => [
  shownCode(code),
  name,
  count,
  note,
];

export const cellsWithSettled = ({ code, name, count, settled, note }: Told): OpenCell[] => [
  shownCode(code),
  name,
  count,
  settled?.least ?? null,
  settled?.most ?? null,
  note,
];
