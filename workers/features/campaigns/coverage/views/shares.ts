/** Shares of places in words. */
import { percentOf, type Share } from '../../../../../shared/coverage.ts';
import { formatNumber } from '../../../../../shared/text.ts';

/** "39%" */
export function percentText(share: Share): string {
  const percent = percentOf(share);
  return percent === null ? '–' : `${formatNumber(percent)}%`;
}

/** "12 dari 31 (39%)" */
export function shareText(share: Share): string {
  return share.places === 0
    ? '–'
    : `${formatNumber(share.hung)} dari ${formatNumber(share.places)} (${percentText(share)})`;
}
