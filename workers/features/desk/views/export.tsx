/** Why somebody takes a list away. */
import type { Regency } from '../../../regency/snapshot.ts';
import { ErrorSummary, type Errors } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { addressOf, filterWords, queryOf } from '../address.ts';
import type { Wanted } from '../export.ts';
import { ReasonField } from './reason.tsx';

export function ExportPage(props: {
  regency: Regency;
  who: Who;
  wanted: Wanted;
  typed: string;
  errors: Errors;
}) {
  const { regency, wanted } = props;
  const state = { list: wanted.list.id, filters: wanted.filters };
  const words = filterWords(wanted.filters, regency);
  return (
    <Page title="Unduh daftar" regency={regency} side="desk" who={props.who}>
      <p>
        <a href={addressOf(state)}>← {wanted.list.label}</a>
      </p>
      <h1>Unduh daftar “{wanted.list.label}” (CSV)</h1>
      <ErrorSummary errors={props.errors} />
      {words ? <p>Disaring: {words}.</p> : null}
      <p>
        Berkas memuat nomor, judul, jenis, kategori, wilayah, instansi, keadaan, dan tanggal dari paling
        banyak 5.000 laporan; tanpa isi dan tanpa identitas pelapor. Pengaduan khusus tidak disertakan, begitu
        pula judul laporan anonim yang belum dilepas.
      </p>
      <form method="post" action="/desk/ekspor">
        <input type="hidden" name="tampilan" value={queryOf(state)} />
        <ReasonField
          label="Untuk apa daftar ini diambil?"
          hint="Misalnya: bahan rapat koordinasi 3 Desember. Alasan ini masuk catatan akses bersama nama Anda."
          typed={props.typed}
          errors={props.errors}
        />
        <p class="actions">
          <button type="submit">Unduh CSV</button>
        </p>
      </form>
    </Page>
  );
}
