/** How published numbers are told to people. Pure. */
import type { Told } from '../figures/told.ts';
import type { Range } from '../small-totals.ts';
import { formatNumber } from '../text.ts';

/** "1.234", "35–39", "kurang dari 5". */
export function rangeText({ least, most }: Range): string {
  if (least === most) return formatNumber(least);
  if (least === 0) return `kurang dari ${formatNumber(most + 1)}`;
  return `${formatNumber(least)}–${formatNumber(most)}`;
}

/** What part of a whole lies in the first of two ranges, from 0 to 1; null where there may be nothing. */
export function shareRange(hits: Range, rest: Range): Range | null {
  if (hits.least + rest.least === 0) return null;
  return { least: hits.least / (hits.least + rest.most), most: hits.most / (hits.most + rest.least) };
}

/** "87 %", "80–92 %"; rounded outwards, so that it never says more than the numbers do. */
export function percentText({ least, most }: Range): string {
  const [low, high] = [Math.floor(least * 100), Math.ceil(most * 100)];
  return low === high || least === most ? `${Math.round(least * 100)}\u00a0%` : `${low}–${high}\u00a0%`;
}

/** For charts. */
export const toldRange = (range: Range): Told => ({ text: rangeText(range), cell: null, range });
