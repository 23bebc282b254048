/** Shares of few people as intervals: 3 of 4 is no "75 %". Pure. */

/** Of the standard normal distribution, for 95 of 100. */
const Z = 1.959964;

/**
 * From so many on a bare percentage is told: its interval is then at most 10 points to either side, which is what a reader
 * of whole percentages takes it for anyway.
 */
export const MANY = 100;

/** Parts of one, 0 to 1. */
export interface Interval {
  least: number;
  most: number;
}

/**
 * Wilson's interval at 95 %: unlike the textbook one it is right for few people, and never leaves 0 to 1.
 * @param hits at most `of` @param of at least 1
 */
export function wilson(hits: number, of: number): Interval {
  const share = hits / of;
  const weight = 1 + Z ** 2 / of;
  const middle = (share + Z ** 2 / (2 * of)) / weight;
  const half = (Z / weight) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return { least: hits === 0 ? 0 : middle - half, most: hits === of ? 1 : middle + half };
}

/** What may be said of a share: itself when many people are behind it, else its interval. */
export function shareOf(hits: number, of: number): Interval {
  return of >= MANY ? { least: hits / of, most: hits / of } : wilson(hits, of);
}

/** "34 %", or "antara 12 % dan 40 %"; number and sign stay on one line. */
export function shareText({ least, most }: Interval): string {
  const [low, high] = [least, most].map((share) => `${Math.round(share * 100)}\u00a0%`);
  return low === high ? `${low}` : `antara ${low} dan ${high}`;
}
