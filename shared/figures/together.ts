/**
 * Figures that stand beside each other and are made of the same numbers: what lies between two of them is hidden as well
 * when it is 1 to 4. For the whole and for the rows of a table, on pages, in files and in the pack. Pure.
 */
import { HIDDEN, LEAST } from '../small-counts.ts';
import { type CountName, type Counts, OVERSIGHT } from './counts.ts';
import { type Definition, definitionOf, definitions, type FigureId, type Value } from './definitions.ts';
import { periodWith } from './periods.ts';
import { covered, isExact, type Told, tell, tellNested, tellParts, tellRange } from './told.ts';

/** All counts of a period in one, whatever their basis: what the formulas of definitions.ts are given. */
export interface Span {
  /** Of ordinary cases and of posts. */
  counts: Counts;
  /** Accusations received; nothing else is told of them. */
  oversight: number;
}

export const spanValue = ({ id, value }: Definition, { counts, oversight }: Span): Value =>
  id === OVERSIGHT ? count(oversight) : value(counts);

export const reports = definitionOf('received');

/** SP4N-LAPOR!'s words for states; together they are all that was received. */
export const states = [
  ['unverified', 'Belum terverifikasi'],
  ['waiting', 'Belum ditindaklanjuti'],
  ['paused', 'Tertunda'],
  ['process', 'Proses'],
  ['settled', 'Selesai'],
  ['archived', 'Diarsipkan'],
] as const satisfies readonly (readonly [CountName, string])[];

/** In the order of `states`. */
export const tellStates = ({ counts }: Pick<Span, 'counts'>, invented: boolean): Told[] =>
  tellParts(
    reports,
    states.map(([name]) => count(counts[name])),
    invented,
  );

/** Counts that stand on no page of the whole: they count for whoever sent a report somewhere. */
const ofDisposers: readonly FigureId[] = ['dispositions', 'sent_back'];

export const wholeDefinitions = definitions.filter(({ id }) => !ofDisposers.includes(id));

/** In the order of `wholeDefinitions`; the states are told beside them. */
export function tellWhole(span: Span, invented: boolean): Told[] {
  const { counts } = span;
  const [, , , process = covered, settled = covered, archived = covered] = tellStates(span, invented);
  const alone = partsBy((value) => tell(reports, count(value(counts)), invented));
  const instead = insteadOf(counts, { ...alone, process, settled }, invented);
  instead.set('archived', archived);
  return wholeDefinitions.map(
    (definition) => instead.get(definition.id) ?? tell(definition, spanValue(definition, span), invented),
  );
}

/**
 * Figures of the parts of a whole that is told as well, e.g. of every office.
 * @param parents the name of the larger part that each row lies in, where these are told too
 * @returns a column for each definition, in the order of the rows
 */
export function tellRows(
  asked: readonly Definition[],
  rows: readonly Counts[],
  parents: readonly string[],
  invented: boolean,
): Told[][] {
  const column = (definition: Definition, value: (counts: Counts) => Value) =>
    tellNested(definition, rows.map(value), parents, invented);
  const columns = partsBy((value) => column(reports, (counts) => count(value(counts))));
  const instead = rows.map((counts, at) =>
    insteadOf(
      counts,
      partsBy((_, name) => columns[name][at] ?? covered),
      invented,
    ),
  );
  return asked.map((definition) =>
    column(definition, definition.value).map((one, at) =>
      one.text === covered.text ? one : (instead[at]?.get(definition.id) ?? one),
    ),
  );
}

/**
 * One figure by month: beside the months of a quarter its sum is told as well, on this page or another.
 * @param months the first day of each
 */
export function tellMonths(
  definition: Definition,
  months: readonly string[],
  values: readonly Value[],
  invented: boolean,
): Told[] {
  const quarters = Map.groupBy(months.keys(), (at) => periodWith('quarter', months[at] ?? '').from);
  return [...quarters.values()].flatMap((own) =>
    tellParts(
      definition,
      own.flatMap((at) => values[at] ?? []),
      invented,
    ),
  );
}

/** Numbers that are told, or that are left when one is taken from another. */
const partsBy = <T>(map: (value: (counts: Counts) => number, name: Part) => T): Record<Part, T> => ({
  received: map(({ received }) => received, 'received'),
  merged: map(({ merged }) => merged, 'merged'),
  process: map(({ process }) => process, 'process'),
  settled: map(({ settled }) => settled, 'settled'),
  // Settled, and only explained or planned.
  explained: map(({ settled, carriedOut }) => settled - carriedOut, 'explained'),
  late: map(lateIn, 'late'),
});
type Part = 'received' | 'merged' | 'process' | 'settled' | 'explained' | 'late';

/** Answered after the promise had passed. */
const lateIn = ({ promiseDue, promiseKept, promiseOpen }: Counts): number =>
  promiseDue - promiseKept - promiseOpen;

/** What is told in another way because of what stands beside it. @param of how each part is told */
function insteadOf(counts: Counts, of: Record<Part, Told>, invented: boolean): Map<FigureId, Told> {
  const instead = new Map<FigureId, Told>();
  if (invented) return instead;
  const { received, settled, carriedOut, promiseOpen } = counts;
  instead.set('reports', tellSum(of.received, of.merged));
  if (received >= LEAST) {
    const exact = isExact(of.settled);
    if (!exact) {
      // Covered, it is not told to be small or large either.
      if (of.settled.text !== HIDDEN) instead.set('settled', covered);
      instead.set('confirmed', covered);
    }
    if (!exact || !isExact(of.process)) instead.set('followed_up', covered);
    const [done = covered] = tellParts(reports, [count(carriedOut), count(settled - carriedOut)], invented);
    if (!exact || !isExact(of.explained) || !isExact(done)) instead.set('carried_out', covered);
  }
  if (!isExact(of.late) && promiseOpen > 0) {
    const [open = covered] = tellParts(reports, [count(promiseOpen), count(lateIn(counts))], invented);
    instead.set('promise_open', isExact(open) ? covered : open);
  }
  return instead;
}

const count = (n: number): Value => ({ kind: 'count', n });

function tellSum(a: Told, b: Told): Told {
  if (b.cell === 0) return a;
  if (a.cell === 0) return b;
  if (a.range === null || b.range === null) return covered;
  const range = { least: a.range.least + b.range.least, most: a.range.most + b.range.most };
  return range.least === range.most ? tell(reports, count(range.least), false) : tellRange(range);
}
