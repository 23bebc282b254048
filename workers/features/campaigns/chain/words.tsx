/** Words and numbers of a chain. */
import { HIDDEN, smallCountsText } from '../../../../shared/small-counts.ts';
import { formatNumber } from '../../../../shared/text.ts';
import type { Link } from '../queries.ts';

export const chainNames: Record<Link, string> = {
  scanned: 'Dipindai',
  visitors: 'Pengunjung',
  opened: 'Formulir dibuka',
  submitted: 'Laporan masuk',
  accepted: 'Diterima untuk ditangani',
  settled: 'Selesai',
  settledOnTime: 'Selesai tepat waktu',
  confirmed: 'Disetujui pelapor',
};

export const countText = (count: number | null): string => (count === null ? HIDDEN : formatNumber(count));

/** "kanal.example.id/7K3MQ9", as it stands on the banner. */
export const shortAddress = (origin: string, code: string): string =>
  `${origin.replace(/^https?:\/\//, '')}/${code}`;

/** What the numbers are, and that small ones are not told. */
export function SmallCounts(props: { invented: boolean }) {
  return (
    <p class="hint">
      {smallCountsText(props.invented, 'tertulis “kurang dari 5”, supaya tidak menunjuk kepada seseorang')}.
      Pengunjung dihitung sekali sehari; program pembaca tidak dihitung. Pengaduan tentang aparat dan laporan
      yang belum diperiksa tidak dihitung di papan mana pun.
    </p>
  );
}
