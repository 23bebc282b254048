/** Openness in a minute: how many, about what, how fast, which office, what was promised and kept. */
import { periodName } from '../../../../shared/figures/periods.ts';
import type { nextRelease } from '../../../../shared/openness/quarters.ts';
import { formatDate, formatDay } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Notice } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import type { ImprovementRow, Release } from '../../evaluation/releases/queries.ts';
import type { Told } from '../figures.ts';
import { Categories, KeyFigures, Offices, Promises } from './figures.tsx';
import { Improvements } from './improvements.tsx';
import { Complaining, Journey } from './journey.tsx';

export interface OpennessProps {
  regency: Regency;
  /** The newest one; null before the first. */
  release: (Release & { told: Told }) | null;
  next: ReturnType<typeof nextRelease>;
  improvements: ImprovementRow[];
  /** Local ISO date. */
  today: string;
}

export async function OpennessPage({ regency, release, next, improvements, today }: OpennessProps) {
  const { about } = regency;
  const categories = release ? await Categories({ told: release.told }) : null;
  const promises = release ? await Promises({ told: release.told }) : null;
  return (
    <Page title="Keterbukaan" regency={regency} path="/keterbukaan">
      <h1>Laporan warga {about.fullName}</h1>
      {release ? (
        <p>
          {release.about.period.name}, terbit {formatDay(release.about.publishedAt)}.{' '}
          {release.about.sample ? 'DATA CONTOH: semua laporannya rekaan. ' : ''}
          <Next next={next} zone={about.timeZone} /> Tidak ada isi laporan di halaman ini, dan angka kecil
          digabung supaya pelapor tidak dapat ditebak.
        </p>
      ) : (
        <Notice title="Belum ada angka yang terbit">
          <p>
            Angka terbit tiap triwulan. <Next next={next} zone={about.timeZone} /> Sampai saat itu, di bawah
            ini dapat dibaca bagaimana laporan Anda berjalan dan apa yang dijanjikan.
          </p>
        </Notice>
      )}
      <p>
        Sudah melapor dan jawabannya tidak memuaskan? <a href="#tidak-puas">Ke mana mengadu</a>
      </p>
      {release ? (
        <>
          <KeyFigures told={release.told} />
          {categories}
          {promises}
          <Offices told={release.told} />
        </>
      ) : null}
      <Improvements rows={improvements} regency={regency} />
      <Journey regency={regency} today={today} />
      <Complaining regency={regency} today={today} />
      <h2>Datanya</h2>
      <p>
        Semua angka ini, dan yang lebih rinci, dapat diunduh dan dipakai siapa saja:{' '}
        <a href="/data">data terbuka</a>.
      </p>
    </Page>
  );
}

function Next({ next, zone }: { next: OpennessProps['next']; zone: Regency['about']['timeZone'] }) {
  return (
    <>
      {periodName(next.period)}{' '}
      {next.ready ? 'sedang diperiksa sebelum terbit.' : `terbit sesudah ${formatDate(next.from, zone)}.`}
    </>
  );
}
