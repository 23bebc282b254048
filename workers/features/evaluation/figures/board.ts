/** What the page, the files and the API of the figures tell, read in one query. Pure but for reading. */
import { OVERSIGHT } from '../../../../shared/figures/counts.ts';
import { type Definition, definitionOf } from '../../../../shared/figures/definitions.ts';
import {
  type Period,
  periodBefore,
  periodLastYear,
  plusDays,
  until,
} from '../../../../shared/figures/periods.ts';
import { type Span, tellRows, tellWhole, wholeDefinitions } from '../../../../shared/figures/together.ts';
import { NOTHING, type Told } from '../../../../shared/figures/told.ts';
import type { Db } from '../../../platform/db.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { programsByCode } from '../../campaigns/queries.ts';
import { staffNames } from '../../staff/queries.ts';
import { type AskedFor, trendMonths } from './asked.ts';
import { type By, groupOf, type Names, nameOf, parentOf } from './by.ts';
import { type Asked, type Cells, readFigures } from './queries.ts';
import { grouped, spanAsks, takeSpan } from './spans.ts';

export interface FigureLine {
  definition: Definition;
  now: Told;
  before: Told;
  lastYear: Told;
}

export interface ByRow {
  /** Code, id or actor; '-' = none. */
  value: string;
  name: string;
  /** In the order of the dimension's figures. */
  told: Told[];
}

export interface Board extends AskedFor {
  /** Equally long, and a year earlier. */
  before: Period;
  lastYear: Period;
  spans: Record<'now' | 'before' | 'lastYear', Span>;
  lines: FigureLine[];
  /** Reports by channel in the period. */
  channels: Cells;
  months: { period: Period; span: Span }[];
  /** By the dimension asked for, the most reports first, as far as they are told. */
  rows: ByRow[];
  /** Counts by area code. */
  areas: Cells;
  invented: boolean;
}

/** Some 150 rows for a quarter, and never more for more cases. @param today local ISO date */
export async function readBoard(db: Db, regency: Regency, asked: AskedFor, today: string): Promise<Board> {
  const { period, by } = asked;
  const yesterday = plusDays(today, -1);
  const [before, lastYear] = [periodBefore(period), periodLastYear(period)];
  const months = trendMonths(period, today);
  const answers = await readFigures(db, [
    ...[period, before, lastYear].flatMap((one) => spanAsks(one, yesterday)),
    { dimension: 'channel', basis: 'received', period },
    { dimension: 'area', basis: 'received', period },
    ...months.flatMap((month) => spanAsks(month, yesterday)),
    ...(by ? asksOf(by, period, yesterday) : []),
  ]);
  const take = () => answers.shift() ?? new Map();
  const span = (of: Period) => takeSpan(answers, of, today);
  const spans = { now: span(period), before: span(before), lastYear: span(lastYear) };
  const invented = regency.switches.demo;
  const [now, earlier, yearAgo] = [spans.now, spans.before, spans.lastYear].map((one) =>
    tellWhole(one, invented),
  );
  return {
    ...asked,
    ...{ before, lastYear, spans, invented },
    channels: take(),
    areas: take(),
    months: months.map((month) => ({ period: month, span: span(month) })),
    rows: by ? await rowsOf(db, regency, by, answers) : [],
    lines: wholeDefinitions.map((definition, at) => ({
      definition,
      now: now?.[at] ?? NOTHING,
      before: earlier?.[at] ?? NOTHING,
      lastYear: yearAgo?.[at] ?? NOTHING,
    })),
  };
}

export const asksOf = ({ dimension }: By, period: Period, yesterday: string): Asked[] => [
  { dimension, basis: 'received', period },
  { dimension, basis: 'due', period: until(period, yesterday) },
];

async function rowsOf(db: Db, regency: Regency, by: By, cells: readonly Cells[]): Promise<ByRow[]> {
  const names = await namesFor(
    db,
    by,
    cells.flatMap((some) => [...some.keys()]),
  );
  const groups = [...grouped(cells, groupOf(by, regency, names))].filter(
    ([value]) => value !== OVERSIGHT || by.dimension !== 'kind',
  );
  const parents = groups.map(([value]) => parentOf(by, regency, value));
  const counts = groups.map(([, each]) => each);
  const columns = tellRows(by.figures.map(definitionOf), counts, parents, regency.switches.demo);
  const rows = groups.map(([value], at): ByRow => {
    const told = columns.flatMap((column) => column[at] ?? []);
    return { value, name: nameOf(by, regency, names, value), told };
  });
  return rows.sort((a, b) => size(b) - size(a) || a.name.localeCompare(b.name, 'id'));
}

/** By what is told, so that the order gives nothing away. */
const size = ({ told }: ByRow): number => told[0]?.range?.least ?? 0;

/** @param values of the dimension */
export async function namesFor(db: Db, { dimension }: By, values: readonly string[]): Promise<Names> {
  const ids = values.flatMap((value) => Number(/^staff:(\d+)$/.exec(value)?.[1] ?? 0) || []);
  return {
    programs: dimension === 'placement' ? await programsByCode(db) : new Map(),
    staff: dimension === 'disposer' ? await staffNames(db, ids) : new Map(),
  };
}
