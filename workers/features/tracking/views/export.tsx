/** All that is kept about a reporter, to read and to print; the same words stand in the archive. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { channelNames } from '../../../../shared/lifecycle/channel-names.ts';
import { type Channel, kindNames, outcomeTitles } from '../../../../shared/lifecycle/states.ts';
import { formatDateTime } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Notice, Summary } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import { sizeOf } from '../../files.ts';
import type { Exported } from '../export.ts';

interface ExportProps {
  regency: Regency;
  data: Exported;
}

export function ExportPage(props: ExportProps) {
  const { regency, data } = props;
  return (
    <Page title={`Data laporan ${data.report.code}`} regency={regency} path="/lacak" scripts={['form.js']}>
      <p class="no-print">
        <a href="/lacak/laporan">← Laporan Anda</a>
      </p>
      <h1>Data Anda</h1>
      <Notice>
        <p>Semua yang kami simpan tentang Anda dan laporan ini. Simpan di tempat yang aman.</p>
      </Notice>
      <p class="actions no-print">
        <a class="button second" href="/lacak/laporan/data.zip" download>
          Unduh semua (ZIP)
        </a>
        <a class="button second" href="/lacak/laporan/data.json" download>
          Unduh datanya saja (JSON)
        </a>
        <button type="button" class="second" data-print hidden>
          Cetak
        </button>
      </p>
      <Parts {...props} base="/lacak/laporan/lampiran/" />
    </Page>
  );
}

/** A page of its own, without anything from elsewhere: it is opened from a folder. */
export function ExportDocument(props: ExportProps) {
  const { data } = props;
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="id">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`Data laporan ${data.report.code}`}</title>
        </head>
        <body style="font-family: sans-serif; max-width: 45rem; margin: 1rem auto; padding: 0 1rem">
          <h1>Data laporan {data.report.code}</h1>
          <Parts {...props} base={null} />
        </body>
      </html>
    </>
  );
}

const words: Record<string, string> = {
  title: 'Judul',
  text: 'Isi',
  place: 'Tempat',
  position: 'Titik lokasi',
  reason: 'Alasan',
  question: 'Pertanyaan',
  nextStep: 'Langkah berikutnya',
  budget: 'Sumber anggaran',
  postLink: 'Tautan kiriman',
  answer: 'Tindak lanjut di SP4N-LAPOR!',
};
const kinds: Record<string, string> = {
  reveal: 'membuka identitas Anda',
  download: 'mengunduh lampiran',
  export: 'mengambil berkas laporan',
  print: 'mencetak laporan',
};
const statuses: Record<string, string> = {
  pending: 'menunggu dikirim',
  sent: 'terkirim',
  failed: 'gagal dikirim',
  skipped: 'tidak dikirim',
  uncertain: 'mungkin terkirim',
};
const decisions = { granted: 'dikabulkan', refused: 'belum dapat dipenuhi' };
const typists = { reporter: 'Anda', officer: 'petugas, untuk Anda', program: 'aplikasi' };

/** @param props.base where files are fetched; null = they lie beside it */
function Parts({ regency, data, base }: ExportProps & { base: string | null }) {
  const { report, contact } = data;
  const at = (iso: string | null) =>
    iso === null ? null : formatDateTime(Date.parse(iso), regency.about.timeZone);
  const chosen = [report.anonymous && 'anonim', report.confidential && 'isi dirahasiakan'].filter(Boolean);
  return (
    <>
      <h2>Laporan</h2>
      <Rows
        rows={[
          ['Nomor', report.code],
          ['Judul', report.title],
          ['Jenis', [kindNames[report.kind].id, ...chosen].join(', ')],
          ['Status', report.status],
          ['Kategori', report.category],
          ['Wilayah', report.area],
          ['Lewat', channelNames[report.channel as Channel] ?? report.channel],
          ['Kode pada spanduk atau QR', report.placement],
          ['Ditulis oleh', data.typedBy && typists[data.typedBy]],
          ['Tentang aparat', report.aboutOfficial && 'ya'],
          ['Mendesak', report.urgent && 'ya'],
          ['Menyangkut', report.danger],
          ['Diterima', at(report.receivedAt)],
          ['Janji jawaban', at(report.promisedBy)],
          ['Dijawab', at(report.answeredAt)],
          ['Hasil', report.outcome && (outcomeTitles[report.outcome] ?? report.outcome)],
          ['Selesai', at(report.closedAt)],
          ['Penilaian Anda', report.rating && `${report.rating} dari 4`],
          ['Nomor SP4N-LAPOR!', report.sp4nNumber],
          ['Alamat di SP4N-LAPOR!', report.sp4nLink],
          ['Mengikuti laporan', report.follows],
          ['Kiriman media sosial', data.posts.join(', ')],
          ['Isi dihapus', at(report.erasedAt)],
        ]}
      />
      <h2>Kontak</h2>
      {contact ? (
        <Rows
          rows={[
            ['Nama', contact.name],
            ['E-mail', contact.email],
            ['Nomor HP', contact.phone],
          ]}
        />
      ) : (
        <p>Tidak ada yang disimpan.</p>
      )}
      <h2>Yang Anda tulis</h2>
      {data.written
        .filter(({ words: said }) => Object.values(said).some(Boolean))
        .map((entry) => (
          <>
            <h3>{at(entry.at)}</h3>
            <Rows
              rows={[
                ['Tanggal kejadian', text(entry.given?.occurredOn)],
                ['Nomor surat', text(entry.given?.letterNumber)],
                ['Tanggal surat', text(entry.given?.letterDate)],
                ...Object.entries(entry.words).map(([name, said]): Row => [words[name] ?? name, said]),
              ]}
            />
          </>
        ))}
      {data.released ? (
        <>
          <h3>Yang dibaca instansi sebagai gantinya</h3>
          <Rows
            rows={[
              ['Judul', data.released.title],
              ['Isi', data.released.text],
            ]}
          />
        </>
      ) : null}
      <h2>Perjalanan laporan</h2>
      <Way entries={data.way} at={at} />
      {data.wayOfFollowed.length > 0 ? (
        <>
          <h3>Laporan gabungan {report.follows}</h3>
          <Way entries={data.wayOfFollowed} at={at} />
        </>
      ) : null}
      <h2>Berkas</h2>
      <List
        empty="Tidak ada."
        items={data.files.map((file) => (
          <a href={base === null ? file.name : `${base}${file.id}`}>
            {file.name} ({sizeOf(file.bytes)})
          </a>
        ))}
      />
      <h2>Siapa yang membuka data Anda</h2>
      <p>
        Membaca laporan untuk menanganinya tidak dicatat di sini; membuka identitas, mengunduh, dan mencetak
        dicatat.
      </p>
      <List
        empty="Tidak ada."
        items={data.shownTo.map((line) => (
          <>
            {at(line.at)}: {line.who}, {kinds[line.kind] ?? line.kind}
          </>
        ))}
      />
      <h2>Pemberitahuan kepada Anda</h2>
      <List
        empty="Tidak ada."
        items={data.notices.map((notice) => (
          <>
            {at(notice.sentAt ?? notice.createdAt)}: {notice.subject} ({statuses[notice.status]})
          </>
        ))}
      />
      <h2>Penghapusan</h2>
      <List
        empty="Belum ada yang diminta atau dihapus."
        items={[
          ...data.erasureRequests.map(
            (asked) =>
              `${at(asked.askedAt)}: Anda meminta penghapusan${asked.reason ? ` (${asked.reason})` : ''}; ${asked.decision ? decisions[asked.decision] : 'menunggu keputusan'}${asked.answer ? `: ${asked.answer}` : ''}`,
          ),
          ...data.erasures.map(
            (done) =>
              `${at(done.at)}: ${done.scope === 'content' ? 'isi laporan dan kontak' : 'kontak'} dihapus`,
          ),
        ]}
      />
    </>
  );
}

type Row = [term: string, value: Child | false];

/** What has no value is left out. */
function Rows(props: { rows: Row[] }) {
  const rows = props.rows.flatMap(([term, value]) => (value ? [{ term, value }] : []));
  return rows.length === 0 ? <p>Tanpa tulisan.</p> : <Summary rows={rows} />;
}

function List(props: { empty: string; items: Child[] }) {
  if (props.items.length === 0) return <p>{props.empty}</p>;
  return (
    <ul>
      {props.items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}

function Way(props: { entries: Exported['way']; at: (iso: string) => string | null }) {
  return (
    <ol>
      {props.entries.map((entry) => (
        <li>
          {props.at(entry.at)}: {entry.summary}
          {entry.outcome ? ` ${outcomeTitles[entry.outcome] ?? entry.outcome}.` : ''}
          {entry.by === 'officer'
            ? Object.entries(entry.words).map(([name, said]) => (
                <p>
                  {words[name] ?? name}: {said}
                </p>
              ))
            : null}
        </li>
      ))}
    </ol>
  );
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
