/** All counts of a period in one, whatever their basis: what the formulas of definitions.ts are given. Pure. */
import { addCounts, type Counts, noCounts, OVERSIGHT } from '../../../../shared/figures/counts.ts';
import type { Definition, Value } from '../../../../shared/figures/definitions.ts';
import { type Period, until } from '../../../../shared/figures/periods.ts';
import { type Asked, type Cells, wholeOf } from './queries.ts';

export interface Span {
  /** Of ordinary cases and of posts. */
  counts: Counts;
  /** Accusations received; nothing else is told of them. */
  oversight: number;
}

/** What `readFigures` is asked for a span. @param yesterday the last local day whose dues are over */
export const spanAsks = (period: Period, yesterday: string): Asked[] => [
  { dimension: 'kind', basis: 'received', period },
  { dimension: 'kind', basis: 'due', period: until(period, yesterday) },
  { dimension: 'platform', basis: 'seen', period },
];

/** The answers to it, in their order, taken from the front of a list. */
export function takeSpan(answers: Cells[]): Span {
  const [received = new Map(), due = new Map(), seen = new Map()] = answers.splice(0, 3);
  const counts = wholeOf(received, OVERSIGHT);
  addCounts(counts, wholeOf(due, OVERSIGHT));
  addCounts(counts, wholeOf(seen));
  return { counts, oversight: received.get(OVERSIGHT)?.received ?? 0 };
}

export const spanValue = ({ id, value }: Definition, { counts, oversight }: Span): Value =>
  id === 'oversight' ? { kind: 'count', n: oversight } : value(counts);

/** Counts of one dimension, of all bases, by what its values are put together as. */
export function grouped(cells: readonly Cells[], groupOf: (value: string) => string): Map<string, Counts> {
  const groups = new Map<string, Counts>();
  for (const [value, counts] of cells.flatMap((some) => [...some])) {
    const group = groupOf(value);
    groups.set(group, addCounts(groups.get(group) ?? noCounts(), counts));
  }
  return groups;
}
