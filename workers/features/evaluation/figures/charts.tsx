/** The charts of the figures. */
import type { Child } from 'hono/jsx';
import type { CountName } from '../../../../shared/figures/counts.ts';
import { definitionOf, type Value } from '../../../../shared/figures/definitions.ts';
import { periodName } from '../../../../shared/figures/periods.ts';
import { sideNames, sidesOf } from '../../../../shared/figures/sides.ts';
import { type Told, tell, tellParts } from '../../../../shared/figures/told.ts';
import { barChart, lineChart, stackChart } from '../../../ui/charts/charts.tsx';
import { shortMonth } from './asked.ts';
import type { Board } from './board.ts';
import { spanValue } from './spans.ts';
import { partsWords, shareWords, trendWords } from './words.ts';

/** How many bars are drawn; the table has all. */
const BARS = 15;

const states = [
  ['unverified', 'Belum terverifikasi'],
  ['waiting', 'Belum ditindaklanjuti'],
  ['paused', 'Tertunda'],
  ['process', 'Proses'],
  ['settled', 'Selesai'],
  ['archived', 'Diarsipkan'],
] as const satisfies readonly (readonly [CountName, string])[];

const reports = definitionOf('received');
const count = (n: number): Value => ({ kind: 'count', n });

export async function boardCharts(board: Board): Promise<Child[]> {
  const names = board.months.map(({ period }) => shortMonth(period));
  const sides = board.months.map(({ channels, span }) => [
    ...sidesOf(channels).map(({ received }) => received),
    span.counts.seen,
  ]);
  const lines = sideNames.map((name, side) => ({
    name,
    told: tellMonths(
      board,
      sides.map((of) => count(of[side] ?? 0)),
    ),
  }));
  const whole = tellMonths(
    board,
    board.months.map(({ span }) => spanValue(reports, span)),
  );
  const promise = definitionOf('promise_kept');
  const kept = board.months.map(({ span }) => tell(promise, spanValue(promise, span), board.invented));
  const { by, rows } = board;
  const shown = rows.filter(({ told }) => (told[0]?.range?.most ?? 0) > 0).slice(0, BARS);
  const first = by && definitionOf(by.figures[0] ?? 'received');
  return [
    await stackChart(
      { id: 'keadaan', title: 'Keadaan laporan', sentence: statesWords(board), column: 'Periode' },
      states.map(([, name]) => name),
      [board.period, board.before, board.lastYear].map((period, at) =>
        stackOf(board, periodName(period), at),
      ),
    ),
    await lineChart(
      {
        id: 'bulanan',
        title: 'Laporan tiap bulan',
        sentence: trendWords('laporan masuk', names, whole),
        column: 'Bulan',
      },
      names,
      lines,
    ),
    await lineChart(
      {
        id: 'janji',
        title: 'Janji ditepati tiap bulan',
        sentence: shareWords('janji ditepati', names, kept),
        column: 'Bulan',
      },
      names,
      [{ name: promise.name, told: kept }],
      true,
    ),
    ...(by && first && shown.length > 0
      ? [
          await barChart(
            {
              id: 'rincian',
              title: `${first.name} menurut ${by.label}`,
              sentence: partsWords(rows, by.none),
              column: first.name,
            },
            shown.flatMap(({ name, told: [told] }) => (told ? [{ name, told }] : [])),
          ),
        ]
      : []),
  ];
}

/** Months of the period are parts of its sum, which is told as well; the others stand alone. */
function tellMonths({ period, months, invented }: Board, values: readonly Value[]): Told[] {
  const inside = months.map(({ period: { from, to } }) => from >= period.from && to <= period.to);
  const parts = tellParts(
    reports,
    values.filter((_, at) => inside[at]),
    invented,
  );
  return values.map(
    (value, at) => (inside[at] ? parts.shift() : undefined) ?? tell(reports, value, invented),
  );
}

function stackOf({ spans, invented }: Board, name: string, at: number) {
  const { counts } = [spans.now, spans.before, spans.lastYear][at] ?? spans.now;
  const total = tell(reports, count(counts.received), invented);
  const told = tellParts(
    reports,
    states.map(([id]) => count(counts[id])),
    invented,
  );
  const isTold = total.range !== null && total.range.least === total.range.most;
  return { name, total: isTold ? counts.received : null, parts: told };
}

function statesWords(board: Board): string {
  const { parts, total } = stackOf(board, '', 0);
  if (!total) return `Pada ${periodName(board.period)} tidak ada laporan, atau kurang dari 5.`;
  const said = states.map(([, name], at) => `${name.toLowerCase()} ${parts[at]?.text ?? '–'}`);
  return `Dari ${total} laporan pada ${periodName(board.period)}: ${said.join(', ')}.`;
}
