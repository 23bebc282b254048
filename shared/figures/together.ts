/**
 * Figures that stand beside each other and are made of the same numbers: what lies between two of them is hidden as well
 * when it is 1 to 4. For the whole and for the rows of a table, on pages, in files and in the pack. Pure.
 */
import { HIDDEN, LEAST } from '../small-counts.ts';
import { type CountName, type Counts, OVERSIGHT } from './counts.ts';
import { type Definition, definitionOf, definitions, type FigureId, type Value } from './definitions.ts';
import { isPastQuarter, type Period, periodWith } from './periods.ts';
import { tellPosts, tellPromise } from './threes.ts';
import { covered, isExact, NOTHING, type Told, tell, tellNested, tellParts, tellRange } from './told.ts';

/** All counts of a period in one, whatever their basis: what the formulas of definitions.ts are given. */
export interface Span {
  /** Of ordinary cases and of posts. */
  counts: Counts;
  /** Accusations received; null where they are not told: of anything but a quarter that is over (`oversightIn`). */
  oversight: number | null;
}

/**
 * Accusations are counted for quarters that are over only: who could ask for other days, the accused among them, would find
 * the day on which one came.
 * @param today local ISO date
 */
export const oversightIn = (period: Period, received: number, today: string): number | null =>
  isPastQuarter(period, today) ? received : null;

export const spanValue = ({ id, value }: Definition, { counts, oversight }: Span): Value =>
  id === OVERSIGHT ? count(oversight ?? 0) : value(counts);

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

const perQuarter: Told = { text: 'per triwulan yang sudah lewat', cell: null, range: null };

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
  const posts = tellPosts(counts, invented);
  instead.set('posts_answered', posts.answered);
  if (span.oversight === null) instead.set(OVERSIGHT, perQuarter);
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
  const kept = column(definitionOf('promise_kept'), definitionOf('promise_kept').value);
  const tellOne = ({ id }: Definition, one: Told, at: number): Told => {
    const row = instead[at]?.get(id);
    if (row === undefined || one.text === covered.text) return one;
    if (id !== 'promise_open') return row;
    // What covers a small number says too much beside what stands in its row.
    const alone = isExact(one) || one.text === HIDDEN;
    return alone && !isHidden(kept[at]) ? row : covered;
  };
  return asked.map((definition) =>
    column(definition, definition.value).map((one, at) => tellOne(definition, one, at)),
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
});
type Part = 'received' | 'merged' | 'process' | 'settled' | 'explained';

/** What is told in another way because of what stands beside it. @param of how each part is told */
function insteadOf(counts: Counts, of: Record<Part, Told>, invented: boolean): Map<FigureId, Told> {
  const instead = new Map<FigureId, Told>();
  if (invented) return instead;
  const { received, settled, carriedOut } = counts;
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
  const promise = tellPromise(counts, invented);
  instead.set('promise_kept', promise.kept);
  instead.set('promise_open', promise.open);
  return instead;
}

/** Something is counted, and nothing told of it. */
const isHidden = (told: Told | undefined): boolean => told?.range === null && told.text !== NOTHING.text;

const count = (n: number): Value => ({ kind: 'count', n });

function tellSum(a: Told, b: Told): Told {
  if (b.cell === 0) return a;
  if (a.cell === 0) return b;
  if (a.range === null || b.range === null) return covered;
  const range = { least: a.range.least + b.range.least, most: a.range.most + b.range.most };
  return range.least === range.most ? tell(reports, count(range.least), false) : tellRange(range);
}
