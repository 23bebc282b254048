import { formatNumber } from '../../../../../shared/text.ts';

/** "Rp 1.500.000", as the regency's own letters write it. */
export const rupiahText = (amount: number): string =>
  amount < 0 ? `-Rp ${formatNumber(-amount)}` : `Rp ${formatNumber(amount)}`;
