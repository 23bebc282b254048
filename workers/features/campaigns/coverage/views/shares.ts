/** Shares of places in words. */
import { percentOf, type Share } from '../../../../../shared/coverage.ts';
import { formatNumber } from '../../../../../shared/text.ts';

/** "12 dari 31 (39%)" */
export function shareText(share: Share): string {
  const percent = percentOf(share);
  const told = `${formatNumber(share.hung)} dari ${formatNumber(share.places)}`;
  return percent === null ? '–' : `${told} (${formatNumber(percent)}%)`;
}
