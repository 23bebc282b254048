/** The dry run row by row, the progress of an import, and what became of each row. Never what stands in a row. */
import { formatDateTime, formatNumber } from '../../../../shared/text.ts';
import { newKey } from '../../../platform/ids.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { ConfirmForm, Notice, Pagination, Summary, Table } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { ImportRow } from '../queries.ts';
import type { Checked, Outcome } from '../store.ts';
import { outcomeWords, reasonText, statusWords } from '../words.ts';

interface ResultProps {
  regency: Regency;
  who: Who;
  row: ImportRow;
  rows: Checked[];
  counts: Record<string, number>;
  /** Row after which the next page begins. */
  next: number | null;
  later: boolean;
}

const headings: Record<ImportRow['status'], string> = {
  mapping: 'Cocokkan kolom',
  checked: 'Hasil pemeriksaan',
  running: 'Impor sedang berjalan',
  done: 'Impor selesai',
  cancelled: 'Impor dibatalkan',
};

export function ResultPage(props: ResultProps) {
  const { regency, row, rows, counts } = props;
  const here = `/desk/sp4n/impor/${row.id}`;
  return (
    <Page title={headings[row.status]} regency={regency} side="desk" who={props.who}>
      <p>
        <a href="/desk/sp4n/impor">← Impor dari SP4N-LAPOR!</a>
      </p>
      <h1>{headings[row.status]}</h1>
      <State row={row} counts={counts} />
      <Summary
        rows={[
          { term: 'Diunggah', value: formatDateTime(row.at, regency.about.timeZone) },
          { term: 'Keadaan', value: statusWords[row.status] },
          ...(Object.keys(outcomeWords) as Outcome[]).map((outcome) => ({
            term: outcomeWords[outcome],
            value: formatNumber(counts[outcome] ?? 0),
          })),
        ]}
      />
      {rows.length === 0 ? null : (
        <Table
          caption={
            row.status === 'checked'
              ? 'Yang akan terjadi pada setiap baris'
              : 'Yang terjadi pada setiap baris'
          }
          columns={['Baris', 'Tracking ID', 'Hasil', 'Keterangan']}
          rows={rows.map((one) => [
            `Baris ${formatNumber(one.row)}`,
            one.number ?? '–',
            outcomeWords[one.outcome],
            reasonText(one.reason) || '–',
          ])}
        />
      )}
      <Pagination
        previous={props.later ? here : null}
        next={props.next === null ? null : `${here}?dari=${props.next}`}
      />
    </Page>
  );
}

function State({ row, counts }: { row: ImportRow; counts: Record<string, number> }) {
  const here = `/desk/sp4n/impor/${row.id}`;
  const acting = (counts.created ?? 0) + (counts.updated ?? 0);
  if (row.status === 'checked')
    return (
      <>
        <p>
          Belum ada yang berubah. {acting === 0 ? 'Tidak ada baris yang akan mengubah sesuatu. ' : ''}
          <a href={`${here}/kolom`}>Ubah kolom</a>
        </p>
        <form method="post" action={`${here}/mulai`} class="actions">
          <button type="submit">Impor sekarang</button>
        </form>
        <Cancel row={row} />
      </>
    );
  if (row.status === 'running')
    return (
      <>
        <Notice tone="info" live>
          <p>
            {formatNumber(row.nextRow)} dari {formatNumber(row.rows)} baris. Halaman ini boleh ditutup; impor
            berjalan terus. <a href={here}>Muat ulang</a>
          </p>
          <progress max={row.rows} value={row.nextRow} aria-label="Kemajuan impor">
            {formatNumber(row.nextRow)}
          </progress>
        </Notice>
        <Cancel row={row} />
      </>
    );
  if (row.status === 'cancelled')
    return <p>Yang sudah diimpor tetap tercatat. Unggah lagi berkasnya untuk melanjutkan sisanya.</p>;
  return (
    <Notice tone="good" live>
      <p>Semua baris sudah diproses, dan isi berkas sudah dihapus dari Kanal.</p>
    </Notice>
  );
}

function Cancel({ row }: { row: ImportRow }) {
  return (
    <ConfirmForm
      action={`/desk/sp4n/impor/${row.id}/batal`}
      formKey={newKey()}
      summary="Batalkan"
      submit="Ya, batalkan dan hapus isi berkas"
      danger
    />
  );
}
