/** The register of disclosures: who was shown, took away or printed what, and why. */
import { formatDateTime } from '../../../../shared/text.ts';
import { disclosureKinds, type Wanted } from '../../../privacy/disclosures.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import {
  Details,
  ErrorSummary,
  type Errors,
  Field,
  type Option,
  Pagination,
  Select,
  Table,
} from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { accessKinds } from '../giving.ts';
import type { CaseAccessLine, RegisterLine } from '../register.ts';
import { ReasonField } from './reason.tsx';

export interface RegisterPageProps {
  regency: Regency;
  who: Who;
  lines: RegisterLine[];
  next: string | null;
  /** The newest page. */
  first: string | null;
  wanted: Wanted;
  /** Local dates, as they were asked for. */
  period: { mulai: string; akhir: string };
  people: Option[];
  /** Of the form that takes the register away. */
  typed: string;
  errors: Errors;
}

export const UNREADABLE = 'laporan yang tidak dapat Anda baca';

export function RegisterPage(props: RegisterPageProps) {
  const { lines, wanted, next } = props;
  return (
    <Page
      title="Catatan akses"
      regency={props.regency}
      side="desk"
      who={props.who}
      path="/desk/catatan-akses"
    >
      <h1>Catatan akses</h1>
      <ErrorSummary errors={props.errors} />
      <p>
        Setiap pembukaan identitas, unduhan lampiran, pengambilan data, dan cetakan tercatat di sini sebelum
        terjadi, beserta alasannya. Catatan ini tidak dapat diubah atau dihapus. Laporan yang tidak boleh Anda
        ketahui tidak disebut nomornya.
      </p>
      <form method="get" action="/desk/catatan-akses" class="no-print">
        <div class="pair">
          <Select
            name="jenis"
            label="Jenis"
            empty="Semua"
            value={wanted.kind}
            options={disclosureKinds.map((kind) => ({ value: kind, label: accessKinds[kind] }))}
          />
          <Select name="petugas" label="Petugas" empty="Semua" value={wanted.actor} options={props.people} />
        </div>
        <div class="pair">
          <Field name="mulai" label="Dari tanggal" type="date" value={props.period.mulai} />
          <Field name="akhir" label="Sampai tanggal" type="date" value={props.period.akhir} />
        </div>
        <p class="actions">
          <button type="submit" class="second">
            Saring
          </button>
        </p>
      </form>
      {lines.length === 0 ? (
        <p>{next ? 'Tidak ada pada halaman ini. Lanjutkan ke halaman berikutnya.' : 'Belum ada catatan.'}</p>
      ) : (
        <Table
          caption="Catatan akses, terbaru dahulu"
          hideCaption
          columns={['Waktu', 'Petugas', 'Yang dibuka', 'Laporan', 'Alasan']}
          rows={lines.map((line) => cells(line, props.regency))}
        />
      )}
      <Pagination previous={props.first} next={next} />
      <Details summary="Unduh catatan ini (CSV)" open={props.errors.reason !== undefined}>
        <p>Memuat paling banyak 5.000 catatan terbaru menurut saringan di atas, dan tercatat sendiri.</p>
        <form method="post" action="/desk/catatan-akses">
          {wanted.kind ? <input type="hidden" name="jenis" value={wanted.kind} /> : null}
          {wanted.actor ? <input type="hidden" name="petugas" value={wanted.actor} /> : null}
          <input type="hidden" name="mulai" value={props.period.mulai} />
          <input type="hidden" name="akhir" value={props.period.akhir} />
          <ReasonField label="Untuk apa catatan ini diambil?" typed={props.typed} errors={props.errors} />
          <p class="actions">
            <button type="submit">Unduh CSV</button>
          </p>
        </form>
      </Details>
    </Page>
  );
}

function cells(line: RegisterLine, regency: Regency) {
  return [
    formatDateTime(line.at, regency.about.timeZone),
    line.by,
    line.what,
    line.code ? (
      <a class="nw" href={`/desk/kasus/${line.code}`}>
        {line.code}
      </a>
    ) : line.ofCase ? (
      UNREADABLE
    ) : (
      '–'
    ),
    line.reason ?? 'tidak ditampilkan',
  ];
}

/** Of one case, for the page of the case. */
export function CaseAccess(props: { lines: CaseAccessLine[]; regency: Regency }) {
  if (props.lines.length === 0) return <p>Belum ada yang membuka identitas, mengunduh, atau mencetak.</p>;
  return (
    <ul>
      {props.lines.map((line) => (
        <li>
          {line.what}: {line.by}
          <p class="hint">{formatDateTime(line.at, props.regency.about.timeZone)}</p>
          <p class="quote">{line.reason}</p>
        </li>
      ))}
    </ul>
  );
}
