/** The charts of the figures. */
import type { Child } from 'hono/jsx';
import { type Definition, definitionOf } from '../../../../shared/figures/definitions.ts';
import { periodName } from '../../../../shared/figures/periods.ts';
import { reports, spanValue, states, tellMonths, tellStates } from '../../../../shared/figures/together.ts';
import type { Told } from '../../../../shared/figures/told.ts';
import { shownCount } from '../../../../shared/small-counts.ts';
import { barChart, lineChart, stackChart } from '../../../ui/charts/charts.tsx';
import { shortMonth } from './asked.ts';
import type { Board } from './board.ts';
import type { By } from './by.ts';
import { partsWords, shareWords, trendWords } from './words.ts';

/** How many bars are drawn; the table has all. */
const BARS = 15;

export interface BoardCharts {
  general: Child[];
  /** Of the dimension asked for; null where nothing is told. */
  detail: Child;
}

export async function boardCharts(board: Board): Promise<BoardCharts> {
  const detail = board.by && (await partsChart(board, board.by));
  if (board.months.every(({ span }) => span.counts.received + span.counts.seen === 0))
    return { general: [<p>Belum ada laporan untuk digambar dalam tiga belas bulan ini.</p>], detail };
  return {
    general: await Promise.all([statesChart(board), monthsChart(board), promiseChart(board)]),
    detail,
  };
}

function statesChart(board: Board) {
  return stackChart(
    { id: 'keadaan', title: 'Keadaan laporan', sentence: statesWords(board), column: 'Periode' },
    states.map(([, name]) => name),
    [board.period, board.before, board.lastYear].map((period, at) => stackOf(board, periodName(period), at)),
  );
}

function monthsChart(board: Board) {
  const names = board.months.map(({ period }) => shortMonth(period));
  const line = (definition: Definition) => ({ name: definition.name, told: monthly(board, definition) });
  const lines = [line(reports), line(definitionOf('posts_seen'))];
  const sentence = trendWords('laporan masuk', names, lines[0]?.told ?? []);
  return lineChart({ id: 'bulanan', title: 'Laporan tiap bulan', sentence, column: 'Bulan' }, names, lines);
}

function promiseChart(board: Board) {
  const promise = definitionOf('promise_kept');
  const names = board.months.map(({ period }) => shortMonth(period));
  const told = monthly(board, promise);
  const sentence = shareWords('janji ditepati', names, told);
  return lineChart(
    { id: 'janji', title: 'Janji ditepati tiap bulan', sentence, column: 'Bulan' },
    names,
    [{ name: promise.name, told }],
    true,
  );
}

async function partsChart({ rows }: Board, by: By): Promise<Child> {
  const { name: title } = definitionOf(by.figures[0] ?? 'received');
  const marks = rows
    .flatMap(({ name, told: [told] }) => (told?.range?.most ? [{ name, told }] : []))
    .slice(0, BARS);
  if (marks.length === 0) return null;
  return barChart(
    {
      id: 'rincian',
      title: `${title} menurut ${by.label}`,
      sentence: partsWords(rows, by.none),
      column: title,
    },
    marks,
  );
}

const monthly = ({ months, invented }: Board, definition: Definition): Told[] =>
  tellMonths(
    definition,
    months.map(({ period }) => period.from),
    months.map(({ span }) => spanValue(definition, span)),
    invented,
  );

function stackOf({ spans, invented }: Board, name: string, at: number) {
  const span = [spans.now, spans.before, spans.lastYear][at] ?? spans.now;
  const { received } = span.counts;
  const total = shownCount(received, invented);
  return { name, total, parts: tellStates(span, invented) };
}

function statesWords(board: Board): string {
  const { parts, total } = stackOf(board, '', 0);
  if (!total)
    return `Pada ${periodName(board.period)} tidak ada laporan${board.invented ? '' : ', atau kurang dari 5'}.`;
  const said = states.map(([, name], at) => `${name.toLowerCase()} ${parts[at]?.text ?? '–'}`);
  return `Dari ${total} laporan pada ${periodName(board.period)}: ${said.join(', ')}.`;
}
