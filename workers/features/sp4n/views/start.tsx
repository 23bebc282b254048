/** Where an export is uploaded, and the imports there were. */
import { formatDateTime, formatNumber } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Details, Field, Notice, Table } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { ImportRow } from '../queries.ts';
import { type ExportProblemName, exportProblems } from '../read/problem.ts';
import { statusWords } from '../words.ts';

interface StartProps {
  regency: Regency;
  who: Who;
  imports: ImportRow[];
  problem: ExportProblemName | null;
}

export function StartPage(props: StartProps) {
  const { regency, imports, problem } = props;
  return (
    <Page title="Impor dari SP4N-LAPOR!" regency={regency} side="desk" who={props.who}>
      <p>
        <a href="/desk">← Kotak masuk</a>
      </p>
      {problem ? (
        <Notice tone="bad" title="Berkas belum dapat dipakai" live>
          <p>{exportProblems[problem]}</p>
        </Notice>
      ) : null}
      <h1>Impor dari SP4N-LAPOR!</h1>
      <p>
        Unggah ekspor laporan dari SP4N-LAPOR!. Setiap baris diperiksa dahulu; belum ada yang berubah sebelum
        Anda menekan “Impor sekarang”.
      </p>
      <form method="post" action="/desk/sp4n/impor" enctype="multipart/form-data">
        <Field
          label="Berkas ekspor (.xlsx atau .csv)"
          hint="Paling besar 5 MB dan 20.000 baris. Judul kolom dicari dari “Tracking ID”."
          name="file"
          type="file"
          required
          more={{ accept: '.xlsx,.csv,.txt' }}
        />
        <p class="actions">
          <button type="submit">Periksa berkas</button>
        </p>
      </form>
      <Details summary="Apa yang dilakukan impor, dan apa yang tidak">
        <ul>
          <li>
            Laporan yang belum ada dicatat sebagai laporan SP4N-LAPOR!: dihitung dalam jumlah, klasifikasi,
            instansi, dan status. Kecepatan dan batas waktunya “tidak tersedia”, karena ditangani di sana.
          </li>
          <li>Laporan Kanal yang nomornya sudah dicatat tidak diubah; barisnya hanya ditautkan.</li>
          <li>
            Berkas yang sama, diimpor dua kali, tidak mengubah apa pun. Ekspor baru memperbarui statusnya.
          </li>
          <li>Nama pelapor disimpan terkunci. Nama pelapor anonim tidak disimpan.</li>
          <li>Yang menuduh pejabat atau petugas hanya dapat dibaca verifikator atau Inspektorat.</li>
          <li>Tidak ada pemberitahuan kepada siapa pun.</li>
          <li>Isi berkas dihapus setelah selesai, paling lama 24 jam.</li>
        </ul>
      </Details>
      <h2>Impor sebelumnya</h2>
      {imports.length === 0 ? (
        <p>Belum ada.</p>
      ) : (
        <Table
          caption="Impor sebelumnya"
          hideCaption
          columns={['Diunggah', 'Baris', 'Keadaan']}
          rows={imports.map((row) => [
            <a href={`/desk/sp4n/impor/${row.id}`}>{formatDateTime(row.at, regency.about.timeZone)}</a>,
            formatNumber(row.rows),
            statusWords[row.status],
          ])}
        />
      )}
    </Page>
  );
}
