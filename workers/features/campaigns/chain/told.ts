/** Figures of a chain in words, and the shares between its links. Pure. */
import { type Interval, shareOf, shareText } from '../../../../shared/interval.ts';
import { LEAST } from '../../../../shared/small-counts.ts';
import type { Range } from '../../../../shared/small-totals.ts';
import { formatNumber, formatRupiah } from '../../../../shared/text.ts';
import type { ChainLink } from './pieces.ts';
import type { Line } from './results.ts';
import { chainNames, countText } from './words.tsx';

export const linkNames: Record<ChainLink, string> = {
  ...chainNames,
  scanned: 'Dipindai atau diklik',
};

/** At the head of a column. */
export const shortNames: Record<ChainLink, string> = {
  scanned: 'Dipindai',
  opened: 'Dibuka',
  submitted: 'Laporan',
  accepted: 'Diterima',
  settled: 'Selesai',
  settledOnTime: 'Tepat waktu',
  confirmed: 'Disetujui',
};

/** What each link is a share of. */
export const shareOfLink: Record<ChainLink, ChainLink | 'reached'> = {
  scanned: 'reached',
  opened: 'scanned',
  submitted: 'opened',
  accepted: 'submitted',
  settled: 'accepted',
  settledOnTime: 'settled',
  confirmed: 'settled',
};

export const isExact = ({ least, most }: Range): boolean => least === most;

/** "1.234", "kurang dari 5", or "antara 12 dan 30". */
export function rangeText(range: Range): string {
  if (isExact(range)) return countText(range.least);
  if (range.least === 1 && range.most < LEAST) return countText(null);
  return `antara ${formatNumber(range.least)} dan ${formatNumber(range.most)}`;
}

/** The share of a link in the one before; null where either is hidden, nobody was there, or more came by other ways. */
export function shareIn(
  line: Pick<Line, 'chain' | 'reached' | 'reachedAll'>,
  link: ChainLink,
): Interval | null {
  const base = shareOfLink[link];
  const before = base === 'reached' ? (line.reachedAll ? line.reached : null) : exactly(line.chain[base]);
  const now = exactly(line.chain[link]);
  if (now === null || before === null || before === 0 || now > before) return null;
  return shareOf(now, before);
}

const exactly = (range: Range): number | null => (isExact(range) ? range.least : null);

export function shareTextOf(line: Parameters<typeof shareIn>[0], link: ChainLink): string {
  const share = shareIn(line, link);
  return share ? shareText(share) : '–';
}

export const reachText = ({ reached }: Pick<Line, 'reached'>): string =>
  reached === null ? 'tidak diketahui' : formatNumber(reached);

/** "Rp 1.200.000 sejauh diisi" while something is missing; never an estimate. */
export function costText({ cost, unpriced }: Pick<Line, 'cost' | 'unpriced'>): string {
  if (unpriced === 0) return cost > 0 ? formatRupiah(cost) : '–';
  return cost === 0
    ? 'biaya belum diisi'
    : `${formatRupiah(cost)} (${formatNumber(unpriced)} biaya belum diisi)`;
}

/** Why there is none is told beside it. */
export function perSettledText({ perSettled, unpriced, cost, chain }: Line): string {
  if (perSettled !== null) return formatRupiah(perSettled);
  if (unpriced > 0) return 'biaya belum lengkap';
  if (cost === 0 || chain.settled.most === 0) return '–';
  return chain.settled.least < LEAST ? 'terlalu sedikit yang selesai' : 'disembunyikan';
}
