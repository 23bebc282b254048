/** What other days of a clock would have done to the last cases. */
import { HIDDEN, shownCount } from '../../../../shared/small-counts.ts';
import { formatNumber } from '../../../../shared/text.ts';
import type { LateCounts } from '../clock-preview.ts';

/** @param props.invented sample data: small numbers point at nobody */
export function ClockEffect({ counts, invented }: { counts: LateCounts; invented: boolean }) {
  const { looked, before, after } = counts;
  const told = (count: number) => {
    const shown = shownCount(count, invented);
    return shown === null ? HIDDEN : formatNumber(shown);
  };
  return (
    <>
      <h2>Akibatnya pada laporan terakhir</h2>
      <p>
        {looked === 0
          ? 'Belum ada laporan yang dapat dibandingkan.'
          : `Dari ${told(looked)} laporan terakhir yang memakai batas waktu ini, ${told(after)} akan lewat batas; dengan batas waktu yang dulu berlaku baginya ${told(before)}.`}
      </p>
      <p class="hint">
        Batas waktu yang sedang berjalan tetap memakai hari kerja yang berlaku saat dimulai. Pengaduan
        berkadar dan yang ditahan tidak dihitung.
      </p>
    </>
  );
}
