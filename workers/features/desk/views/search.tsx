/** The search box, and the page of what it found. */
import { kindNames } from '../../../../shared/lifecycle/states.ts';
import { formatDate } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Field, Select, StateTag, Table } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { Asked } from '../asked.ts';
import type { Found } from '../searching.ts';
import { areaName, holderName } from '../words.ts';

/** Longest text that is searched for. Characters. */
export const MAX_TEXT = 200;

const typing = { autocomplete: 'off', spellcheck: 'false', maxlength: MAX_TEXT };

/** Text can hold names, so it is sent in a form and never stands in an address (asked.ts). */
export function SearchBox(props: { wrong?: string | undefined }) {
  return (
    <form method="post" action="/desk/cari" class="search no-print">
      <Field
        label="Cari laporan: nomor atau kata"
        name="kata"
        value={props.wrong}
        error={
          props.wrong === undefined
            ? undefined
            : 'Nomor laporan ini tidak ditemukan. Periksa kembali hurufnya.'
        }
        more={typing}
      />
      <button type="submit" class="second">
        Cari
      </button>
    </form>
  );
}

export const periods = [
  { value: '', label: 'Semua waktu' },
  { value: 'tahun', label: 'Tahun ini' },
  { value: '90', label: '90 hari terakhir' },
];

export const openness = [
  { value: '', label: 'Semua' },
  { value: 'open', label: 'Masih terbuka' },
  { value: 'closed', label: 'Sudah ditutup' },
];

/** @param props.found null = nothing was asked that can be searched */
export function SearchPage(props: { regency: Regency; who: Who; asked: Asked; found: Found | null }) {
  const { asked, found } = props;
  return (
    <Page title="Cari laporan" regency={props.regency} side="desk" who={props.who}>
      <p>
        <a href="/desk">← Kotak masuk</a>
      </p>
      <h1>Cari laporan</h1>
      <form method="post" action="/desk/cari" class="search no-print">
        <Field label="Nomor atau kata" name="kata" value={asked.text} more={typing} />
        <Select label="Diterima" name="masa" value={asked.period} options={periods} />
        <Select label="Keadaan" name="keadaan" value={asked.state} options={openness} />
        <button type="submit">Cari</button>
      </form>
      {asked.text ? (
        <p class="no-print">
          <a href="/desk/cari?baru">Pencarian baru</a>
        </p>
      ) : null}
      {found && found.lines.length > 0 ? (
        <Hits regency={props.regency} found={found} />
      ) : (
        <Nothing asked={asked} found={found} />
      )}
    </Page>
  );
}

function Nothing(props: { asked: Asked; found: Found | null }) {
  return (
    <>
      {props.found ? (
        <p role="status">Tidak ada laporan yang cocok, atau Anda tidak berwenang membacanya.</p>
      ) : props.asked.text.trim() ? (
        <p role="status">Ketik setidaknya satu kata yang berarti; kata seperti “yang” dan “di” dilewati.</p>
      ) : null}
      <p>
        Yang dapat dicari: kata dalam judul, isi, tempat, balasan, dan jawaban; nama desa atau kecamatan;
        nomor laporan atau nomor SP4N-LAPOR!, utuh atau bagian akhirnya.
      </p>
      <p>
        Kata dicari utuh: “lubang” menemukan “berlubang”, tetapi “lub” tidak menemukan apa-apa. Bila lebih
        dari satu kata diketik, semuanya harus ada. Laporan yang baru masuk dapat dicari setelah satu menit.
      </p>
    </>
  );
}

function Hits(props: { regency: Regency; found: Found }) {
  const { regency, found } = props;
  return (
    <>
      <p role="status">
        {found.more
          ? `${found.lines.length} laporan terbaru yang cocok. Masih ada lagi: persempit dengan kata lain.`
          : `${found.lines.length} laporan ditemukan, yang terbaru lebih dulu.`}
      </p>
      <Table
        caption="Laporan yang ditemukan"
        hideCaption
        columns={columns}
        rows={found.lines.map(({ code, title, row }) => [
          <>
            <a href={`/desk/kasus/${code}`}>{title ?? 'Laporan anonim, belum dilepas'}</a>
            <small>
              <span class="nw">{code}</span> · {kindNames[row.kind].id}
            </small>
          </>,
          <StateTag state={row.state} side="desk" />,
          areaName(regency, row.area) ?? '–',
          formatDate(row.receivedAt, regency.about.timeZone),
          holderName(regency, row.holder),
        ])}
      />
    </>
  );
}

const columns = ['Laporan', 'Keadaan', 'Wilayah', 'Diterima', 'Dipegang'];
