/**
 * Three numbers of which two figures are told: promises that were kept, late and are open; posts that were answered, became
 * reports, and neither. A hidden number could be found from both figures together, so that they are told together. Pure.
 */
import { LEAST } from '../small-counts.ts';
import type { Counts } from './counts.ts';
import { definitionOf } from './definitions.ts';
import { covered, type Told, tell, tellHits, tellRange } from './told.ts';

const FEW = LEAST - 1;

const isSmall = (n: number): boolean => n > 0 && n <= FEW;

/** Of two small numbers together. */
const isSmallPair = (n: number): boolean => n > 0 && n <= 2 * FEW;

export interface ToldPromise {
  /** `promise_kept` and `promise_open`. */
  kept: Told;
  open: Told;
}

/** What was not kept is late or open: it is told exactly only from 9 on, so that either may be any small number. */
export function tellPromise(
  { promiseDue: due, promiseKept: kept, promiseOpen: open }: Counts,
  invented: boolean,
): ToldPromise {
  const broken = due - kept;
  const late = broken - open;
  const alone: ToldPromise = {
    kept: tell(definitionOf('promise_kept'), { kind: 'share', hits: kept, of: due }, invented),
    open: tell(definitionOf('promise_open'), { kind: 'count', n: open }, invented),
  };
  if (invented || open + due === 0) return alone;
  const hidden = open === 0 ? alone.open : covered;
  if (due < LEAST) return { ...alone, open: hidden };
  const small = isSmall(kept) || isSmallPair(broken);
  if (small && due <= 4 * FEW) return { kept: tellHits({ least: 0, most: due - 1 }, due), open: hidden };
  if (isSmall(kept)) return { ...alone, open: isSmall(open) ? alone.open : hidden };
  if (isSmallPair(broken))
    return {
      kept: tellHits({ least: due - 2 * FEW, most: due - 1 }, due),
      open: open === 0 ? alone.open : tellRange({ least: 1, most: 2 * FEW }),
    };
  if (isSmall(late) && open > 0)
    return { ...alone, open: tellRange({ least: broken - FEW, most: broken - 1 }) };
  return alone;
}

export interface ToldPosts {
  seen: Told;
  answered: Told;
  converted: Told;
}

/**
 * A post that became a report counts as answered, too: where either, or what was not answered, is small,
 * only the reports are told.
 */
export function tellPosts(counts: Counts, invented: boolean): ToldPosts {
  const one = (id: 'posts_seen' | 'posts_answered' | 'posts_converted') => {
    const definition = definitionOf(id);
    return tell(definition, definition.value(counts), invented);
  };
  const alone = {
    seen: one('posts_seen'),
    answered: one('posts_answered'),
    converted: one('posts_converted'),
  };
  const { seen, postAnswered, converted } = counts;
  const parts = [postAnswered, converted, seen - postAnswered - converted];
  return invented || seen < LEAST || !parts.some(isSmall) ? alone : { ...alone, answered: covered };
}
