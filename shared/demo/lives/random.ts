/** Chance that can be repeated: the same seed always gives the same numbers, on every machine. */

export interface Random {
  /** From 0 (inclusive) to 1 (exclusive). */
  next(): number;
  chance(share: number): boolean;
  /** From `low` to `high`, both inclusive. */
  whole(low: number, high: number): number;
  between(low: number, high: number): number;
  /** @throws RangeError for an empty list */
  pick<T>(list: readonly T[]): T;
  /** One of these, as often as its weight says. @throws RangeError for an empty list */
  weighted<T>(list: Weighted<T>): T;
}

type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/** @param seed parts that together name this stream, e.g. the seed of the run and the number of a life */
export function randomOf(...seed: (string | number)[]): Random {
  let state = digest(seed.join('\u0000'));
  // Mulberry32: small, fast, and even enough for lives.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + next() * (high - low);
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    whole,
    chance: (share) => next() < share,
    pick: (list) => found(list[whole(0, list.length - 1)]),
    weighted: (list) => at(list, next()),
  };
}

/** Fractional part of the golden ratio: its multiples lie most evenly between 0 and 1. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** One of these in turn, so that whichever run of numbers is looked at holds each about as often as its weight says. */
export const inTurn = <T>(list: Weighted<T>, n: number): T => at(list, (n * GOLDEN) % 1);

function at<T>(list: Weighted<T>, share: number): T {
  let left = share * list.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of list) {
    left -= weight;
    if (left < 0) return value;
  }
  return found(list.at(-1))[0];
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('nothing to choose from');
  return value;
}

/** FNV-1a, 32 bits. */
export function digest(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
