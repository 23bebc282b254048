/**
 * What became better since the period before: only where chance cannot explain it (the intervals of 95 % do not touch)
 * and no number behind it is hidden. Pure.
 */
import { NONE } from '../figures/counts.ts';
import {
  type Definition,
  definitionOf,
  definitions,
  type FigureId,
  type Value,
} from '../figures/definitions.ts';
import { wilson } from '../interval.ts';
import { LEAST } from '../small-counts.ts';
import { type FrozenCounts, frozenCounts, type Glance } from './frozen.ts';

export interface Improvement {
  figure: FigureId;
  /** Code of the office, or null for the whole regency. */
  office: string | null;
}

/** Of an office: what it answers for itself. */
const ofOffice: readonly FigureId[] = ['settle_on_time', 'promise_kept'];

/** Days and working days move together: one of them is enough. */
const ofWhole = definitions.filter(({ id }) => id !== 'follow_up_working_days');

/** A mean of fewer moves by chance, and by less it is the same. */
const MANY_ENOUGH = 30;
const BY = 0.1;

/** @returns the whole first, then offices in the order of their codes */
export function improvedOf({ now, before }: Pick<Glance, 'now' | 'before'>): Improvement[] {
  const offices = Object.keys(now.by.office).filter((office) => office !== NONE);
  return [
    ...better(ofWhole, null, before.whole, now.whole),
    ...offices
      .sort()
      .flatMap((office) =>
        better(ofOffice.map(definitionOf), office, before.by.office[office], now.by.office[office]),
      ),
  ];
}

function better(
  candidates: readonly Definition[],
  office: string | null,
  earlier: FrozenCounts | undefined,
  later: FrozenCounts | undefined,
): Improvement[] {
  return candidates.flatMap(({ id, basis, better: way, value }) => {
    const [before, now] = [value(frozenCounts(earlier, basis)), value(frozenCounts(later, basis))];
    const is = way === 'high' ? isMore(before, now) : way === 'low' && isMore(now, before);
    return is ? [{ figure: id, office }] : [];
  });
}

/** Is `b` certainly more than `a`? */
function isMore(a: Value, b: Value): boolean {
  if (a.kind === 'share' && b.kind === 'share')
    return isPlain(a) && isPlain(b) && wilson(b.hits, b.of).least > wilson(a.hits, a.of).most;
  if (a.kind === 'mean' && b.kind === 'mean')
    return Math.min(a.of, b.of) >= MANY_ENOUGH && b.sum / b.of >= (1 + BY) * (a.sum / a.of);
  return false;
}

/** Neither those that did nor those that did not are few. */
const isPlain = ({ hits, of }: { hits: number; of: number }): boolean =>
  of >= LEAST && [hits, of - hits].every((count) => count === 0 || count >= LEAST);
