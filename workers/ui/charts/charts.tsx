/**
 * Charts as SVG, made on the server. Each stands in a figure with one sentence that says what it shows, and a table of
 * the same values. What cannot be told exactly is drawn from … to, by a pattern or a thin line.
 */
import type { Child } from 'hono/jsx';
import type { Told } from '../../../shared/figures/told.ts';
import { Details, Table } from '../blocks.tsx';
import {
  type BarLayout,
  type Box,
  LETTERS,
  type LineLayout,
  layoutBars,
  layoutLines,
  layoutStacks,
  type Mark,
  type Stack,
  type StackLayout,
  WIDTH,
} from './layout.ts';
import { dashes, fillOf, INK, Patterns, Point, short } from './marks.tsx';

export interface ChartHead {
  /** Unique in the page, as in ids. */
  id: string;
  title: string;
  /** What it shows, in plain words. */
  sentence: string;
}

/** Bars with their names, one below the other. @param top what the whole width stands for, e.g. 1 for shares */
export async function barChart(head: ChartHead & { column: string }, marks: readonly Mark[], top?: number) {
  const layout = await layoutBars(marks, top);
  return (
    <Chart
      head={head}
      height={layout.height}
      columns={['Nama', head.column]}
      rows={marks.map(({ name, told }) => [name, told.text])}
    >
      <Patterns id={head.id} />
      <Bars id={head.id} layout={layout} />
    </Chart>
  );
}

/** A line of time for each series, at most three. @param share values are shares from 0 to 1 */
export async function lineChart(
  head: ChartHead & { column: string },
  labels: readonly string[],
  lines: readonly { name: string; told: readonly Told[] }[],
  share = false,
) {
  const layout = await layoutLines(labels, lines, share);
  const legend = lines.length > 1 ? lines.length * 18 : 0;
  return (
    <Chart
      head={head}
      height={layout.height + legend}
      columns={[head.column, ...lines.map(({ name }) => name)]}
      rows={labels.map((label, at) => [label, ...lines.map(({ told }) => told[at]?.text ?? '–')])}
    >
      <Lines layout={layout} />
      {legend > 0
        ? lines.map(({ name }, at) => <LineName name={name} at={at} y={layout.height + at * 18 + 12} />)
        : null}
    </Chart>
  );
}

/** How wholes are divided, e.g. by state. @param names of the parts, at most six */
export async function stackChart(
  head: ChartHead & { column: string },
  names: readonly string[],
  stacks: readonly Stack[],
) {
  const layout = await layoutStacks(names, stacks);
  const hides = layout.rows.some(({ segments }) => segments.some(({ part }) => part === null));
  const parts = [...names.keys(), ...(hides ? [null] : [])];
  return (
    <Chart
      head={head}
      height={layout.height + parts.length * 18}
      columns={[head.column, ...names]}
      rows={stacks.map(({ name, parts: told }) => [name, ...told.map(({ text }) => text)])}
    >
      <Patterns id={head.id} />
      <Stacks id={head.id} layout={layout} />
      {parts.map((part, at) => {
        const y = layout.height + at * 18;
        return (
          <>
            <rect x="1" y={y + 2} width="22" height="12" fill={fillOf(head.id, part)} stroke={INK} />
            <text x="30" y={y + 12}>
              {part === null ? 'Disembunyikan (angka kecil)' : names[part]}
            </text>
          </>
        );
      })}
    </Chart>
  );
}

function Chart(props: {
  head: ChartHead;
  height: number;
  columns: string[];
  rows: string[][];
  children: Child;
}) {
  const { id, title, sentence } = props.head;
  return (
    <figure class="chart">
      <figcaption>
        <strong>{title}.</strong> {sentence}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${short(props.height)}`}
        role="img"
        aria-labelledby={`${id}-t`}
        aria-describedby={`${id}-d`}
        font-size="12"
        fill="currentColor"
      >
        <title id={`${id}-t`}>{title}</title>
        <desc id={`${id}-d`}>{sentence}</desc>
        {props.children}
      </svg>
      <Details summary="Angkanya dalam tabel">
        <Table caption={title} hideCaption columns={props.columns} rows={props.rows} />
      </Details>
    </figure>
  );
}

function Bars({ id, layout }: { id: string; layout: BarLayout }) {
  return layout.bars.map(({ name, text, y, sure, maybe }) => (
    <>
      <text y={y}>{cut(name, LETTERS - text.length)}</text>
      <text x={WIDTH} y={y} text-anchor="end">
        {text}
      </text>
      {sure.width > 0 ? <Rect box={sure} fill={INK} /> : null}
      {maybe ? <Rect box={maybe} fill={fillOf(id, 1)} /> : null}
    </>
  ));
}

function Lines({ layout }: { layout: LineLayout }) {
  return (
    <>
      {layout.ticks.map(({ y, text }) => (
        <>
          <path d={`M${layout.left} ${short(y)}H${WIDTH}`} stroke="#d8d2c6" />
          <text x={layout.left - 6} y={short(y) + 4} text-anchor="end">
            {text}
          </text>
        </>
      ))}
      {layout.labels.map(({ x, text }) => (
        <text x={short(x)} y={layout.height - 4} text-anchor="middle">
          {text}
        </text>
      ))}
      {layout.lines.map(({ path, points }, at) => (
        <>
          <path
            d={path}
            fill="none"
            stroke={INK}
            stroke-width="2"
            stroke-dasharray={dashes[at % dashes.length]}
          />
          {points.map(({ x, y, span }) => (
            <>
              {span ? <path d={`M${short(x)} ${short(span[0])}V${short(span[1])}`} stroke={INK} /> : null}
              <Point x={short(x)} y={short(y)} of={at} />
            </>
          ))}
        </>
      ))}
    </>
  );
}

function LineName({ name, at, y }: { name: string; at: number; y: number }) {
  return (
    <>
      <path
        d={`M0 ${y - 4}H34`}
        stroke={INK}
        stroke-width="2"
        stroke-dasharray={dashes[at % dashes.length]}
      />
      <Point x={17} y={y - 4} of={at} />
      <text x="42" y={y}>
        {name}
      </text>
    </>
  );
}

function Stacks({ id, layout }: { id: string; layout: StackLayout }) {
  return layout.rows.map(({ name, text, y, segments }) => (
    <>
      <text y={y}>{cut(name, LETTERS - text.length)}</text>
      <text x={WIDTH} y={y} text-anchor="end">
        {text}
      </text>
      {segments.map((segment) => (
        <Rect box={segment} fill={fillOf(id, segment.part)} />
      ))}
    </>
  ));
}

const Rect = ({ box, fill }: { box: Box; fill: string }) => (
  <rect
    x={short(box.x)}
    y={short(box.y)}
    width={short(box.width)}
    height={short(box.height)}
    fill={fill}
    stroke={INK}
    stroke-width="0.5"
  />
);

/** Names that would run into the number; the table has them whole. */
const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
