/** What is read for all counts of a period in one, and how they are put together. Pure. */
import { addCounts, type Counts, noCounts, OVERSIGHT } from '../../../../shared/figures/counts.ts';
import { type Period, until } from '../../../../shared/figures/periods.ts';
import { oversightIn, type Span } from '../../../../shared/figures/together.ts';
import { type Asked, type Cells, wholeOf } from './queries.ts';

/** What `readFigures` is asked for a span. @param yesterday the last local day whose dues are over */
export const spanAsks = (period: Period, yesterday: string): Asked[] => [
  { dimension: 'kind', basis: 'received', period },
  { dimension: 'kind', basis: 'due', period: until(period, yesterday) },
  { dimension: 'platform', basis: 'seen', period },
];

/** The answers to it, in their order, taken from the front of a list. @param today local ISO date */
export function takeSpan(answers: Cells[], period: Period, today: string): Span {
  const [received = new Map(), due = new Map(), seen = new Map()] = answers.splice(0, 3);
  const counts = wholeOf(received, OVERSIGHT);
  addCounts(counts, wholeOf(due, OVERSIGHT));
  addCounts(counts, wholeOf(seen));
  return { counts, oversight: oversightIn(period, received.get(OVERSIGHT)?.received ?? 0, today) };
}

/** Counts of one dimension, of all bases, by what its values are put together as. */
export function grouped(cells: readonly Cells[], groupOf: (value: string) => string): Map<string, Counts> {
  const groups = new Map<string, Counts>();
  for (const [value, counts] of cells.flatMap((some) => [...some])) {
    const group = groupOf(value);
    groups.set(group, addCounts(groups.get(group) ?? noCounts(), counts));
  }
  return groups;
}
