/** The bulk actions of a person, newest first. */
import { formatDateTime, formatNumber } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Table } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { JobLine } from '../../bulk/queries.ts';
import { bulkWords, statusWords } from '../bulk-words.ts';

export function BulkListPage(props: { regency: Regency; who: Who; jobs: JobLine[] }) {
  const { jobs, regency } = props;
  return (
    <Page title="Tindakan massal saya" regency={regency} side="desk" who={props.who}>
      <p>
        <a href="/desk">← Kotak masuk</a>
      </p>
      <h1>Tindakan massal saya</h1>
      {jobs.length === 0 ? (
        <p>
          Belum ada. Buka sebuah daftar di <a href="/desk">kotak masuk</a>, lalu pilih “Tindakan untuk
          beberapa laporan”.
        </p>
      ) : (
        <Table
          caption="Tiga puluh yang terakhir"
          columns={['Tindakan', 'Keadaan', 'Laporan', 'Dibuat']}
          rows={jobs.map((job) => [
            <a href={`/desk/massal/${job.id}`}>
              {bulkWords[job.verb].title}, nomor {job.id}
            </a>,
            statusWords[job.status],
            formatNumber(job.total),
            formatDateTime(job.createdAt, regency.about.timeZone),
          ])}
        />
      )}
    </Page>
  );
}
