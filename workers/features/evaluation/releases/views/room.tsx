/** What is published, what waits to be, and what was improved. */

import { periodName } from '../../../../../shared/figures/periods.ts';
import { REST_DAYS, type Waiting } from '../../../../../shared/openness/quarters.ts';
import { runsEvaluation } from '../../../../../shared/permissions/rooms.ts';
import { formatDate, formatDay } from '../../../../../shared/text.ts';
import { anyOffice } from '../../../../regency/named.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Done, Notice, Table, Tag } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { EvaluationNav } from '../../nav.tsx';
import type { ImprovementRow, Release } from '../queries.ts';

const ROOM = '/desk/evaluasi/terbitan';

const sentences: Record<string, string> = {
  terbit: 'Triwulan itu sudah terbit dan tidak berubah lagi.',
  tulis: 'Tersimpan. Warga baru melihatnya sesudah Anda tampilkan.',
  ubah: 'Perubahan tersimpan.',
  tampil: 'Perbaikan itu sekarang dibaca semua orang.',
  tarik: 'Perbaikan itu tidak tampil lagi.',
};

export interface ReleasesPageProps {
  regency: Regency;
  who: Who;
  releases: Release[];
  waiting: Waiting[];
  improvements: ImprovementRow[];
  done: string | undefined;
}

export function ReleasesPage(props: ReleasesPageProps) {
  const { regency, who, releases } = props;
  const zone = regency.about.timeZone;
  return (
    <Page title="Terbitan" regency={regency} side="desk" who={who} path="/desk/evaluasi">
      <EvaluationNav here={ROOM} />
      <Done sentence={sentences[props.done ?? '']} />
      <h1>Terbitan</h1>
      <p>
        Angka tiap triwulan untuk semua orang, di <a href="/keterbukaan">halaman keterbukaan</a> dan sebagai{' '}
        <a href="/data">data terbuka</a>. Terbit paling cepat {REST_DAYS} hari kerja sesudah triwulan
        berakhir: sampai saat itu warga masih dapat membantah jawaban hari terakhir. Yang sudah terbit tidak
        berubah lagi.
      </p>
      <WaitingQuarters {...props} />
      <h2>Sudah terbit</h2>
      {releases.length === 0 ? <p>Belum ada.</p> : null}
      {releases.length > 0 ? (
        <Table
          caption="Terbitan"
          hideCaption
          columns={['Triwulan', 'Terbit']}
          rows={releases.map(({ period, about, publishedAt }) => [
            <a href={`/data#${period}`}>{about.period.name}</a>,
            formatDate(publishedAt, zone),
          ])}
        />
      ) : null}
      <Improvements {...props} />
    </Page>
  );
}

function WaitingQuarters({ regency, who, waiting }: ReleasesPageProps) {
  const zone = regency.about.timeZone;
  return waiting.map(({ id, period, from, ready }) => (
    <Notice tone={ready ? 'warn' : 'info'} title={`${periodName(period)} belum terbit`}>
      <p>
        {ready
          ? runsEvaluation(who)
            ? 'Periksa pratinjaunya, lalu terbitkan.'
            : 'Menunggu admin atau pimpinan.'
          : `Dapat terbit sesudah ${formatDate(from, zone)}.`}{' '}
        <a href={`${ROOM}/${id}`}>Lihat pratinjau</a>
      </p>
    </Notice>
  ));
}

function Improvements({ regency, who, improvements }: ReleasesPageProps) {
  const runs = runsEvaluation(who);
  return (
    <section aria-labelledby="perbaikan">
      <h2 id="perbaikan">Diperbaiki karena laporan warga</h2>
      {runs ? (
        <p class="actions">
          <a class="button second" href={`${ROOM}/perbaikan/baru`}>
            Tulis perbaikan
          </a>
        </p>
      ) : null}
      {improvements.length === 0 ? (
        <p>Belum ada. Tulis apa yang berubah karena laporan, supaya warga tahu gunanya melapor.</p>
      ) : (
        <Table
          caption="Perbaikan"
          hideCaption
          columns={['Diperbaiki', 'Karena', 'OPD', 'Keadaan']}
          rows={improvements.map((row) => [
            <>
              {row.improvement} <span class="hint">{formatDay(row.doneOn)}</span>
            </>,
            row.complaint,
            anyOffice(regency, row.office)?.name ?? '–',
            <State row={row} runs={runs} />,
          ])}
        />
      )}
    </section>
  );
}

function State({ row, runs }: { row: ImprovementRow; runs: boolean }) {
  const shown = row.publishedAt !== null;
  const own = `${ROOM}/perbaikan/${row.id}`;
  return (
    <>
      <Tag tone={shown ? 'green' : 'grey'}>{shown ? 'Tampil' : 'Belum tampil'}</Tag>
      {runs ? (
        <form method="post" action={`${own}/${shown ? 'tarik' : 'tampilkan'}`}>
          <a href={own}>Ubah</a>{' '}
          <button type="submit" class="link">
            {shown ? 'Tarik' : 'Tampilkan'}
          </button>
        </form>
      ) : null}
    </>
  );
}
