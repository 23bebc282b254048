/** Who acts for whom, and the form that names a deputy. */
import { formatDate } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { ErrorSummary, type Errors, Field, Notice, Select, Table } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import type { SignedIn } from '../../http.ts';
import type { DeputyLine } from '../deputies.ts';

interface Props {
  regency: Regency;
  who: SignedIn;
  /** May name deputies for everybody. */
  admin: boolean;
  lines: DeputyLine[];
  people: { id: number; name: string }[];
  typed: Record<string, string>;
  errors: Errors;
  /** Local ISO date. */
  today: string;
  /** Epoch ms. */
  now: number;
  done?: string | undefined;
}

export function DeputiesPage(props: Props) {
  const { who, regency, errors, typed, admin } = props;
  const options = (but: number | null) =>
    props.people.filter(({ id }) => id !== but).map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <Page title="Pengganti saat tidak masuk" regency={regency} side="desk" path="/desk/pengganti" who={who}>
      <h1>Pengganti saat tidak masuk</h1>
      <ErrorSummary errors={errors} />
      {props.done ? (
        <Notice tone="good" live>
          <p>{props.done}</p>
        </Notice>
      ) : null}
      <p>
        Pengganti melihat dan mengerjakan laporan yang sama selama tanggal itu, dan riwayat menyebut atas nama
        siapa ia bertindak. Pengaduan khusus yang ditahan atau ditangani Inspektorat tidak ikut dialihkan,
        begitu pula laporan yang menyangkut salah seorang dari keduanya.
      </p>
      <h2>Yang berlaku dan yang akan datang</h2>
      {props.lines.length === 0 ? (
        <p>Belum ada pengganti yang ditunjuk.</p>
      ) : (
        <Table
          caption="Pengganti"
          hideCaption
          columns={['Tidak masuk', 'Digantikan oleh', 'Sejak', 'Sampai', 'Tindakan']}
          rows={props.lines.map((line) => cells(line, props))}
        />
      )}
      <h2 id="tunjuk">Tunjuk pengganti</h2>
      <form method="post" action="/desk/pengganti">
        {admin ? (
          <Select
            name="staffId"
            label="Yang tidak masuk"
            options={options(null)}
            value={typed.staffId ?? String(who.id)}
            error={errors.staffId}
          />
        ) : null}
        <Select
          name="deputyId"
          label="Digantikan oleh"
          empty="Pilih petugas"
          options={options(admin ? null : who.id)}
          value={typed.deputyId}
          error={errors.deputyId}
        />
        <Field
          name="from"
          type="date"
          label="Hari pertama"
          value={typed.from ?? props.today}
          error={errors.from}
          required
        />
        <Field name="to" type="date" label="Hari terakhir" value={typed.to} error={errors.to} required />
        <button type="submit">Tunjuk pengganti</button>
      </form>
    </Page>
  );
}

/** Who acts for one person, now or soon; on the pages of their account. */
export function Replaced(props: { lines: DeputyLine[]; id: number; regency: Regency }) {
  const zone = props.regency.about.timeZone;
  return (
    <>
      {props.lines
        .filter(({ staffId }) => staffId === props.id)
        .map((line) => (
          <p>
            Digantikan oleh <strong>{line.deputy}</strong> dari {formatDate(line.fromAt, zone)} sampai{' '}
            {formatDate(line.toAt - 1, zone)}.
          </p>
        ))}
    </>
  );
}

function cells(line: DeputyLine, { regency, now }: Props) {
  const zone = regency.about.timeZone;
  return [
    line.away,
    line.deputy,
    `${formatDate(line.fromAt, zone)}${line.fromAt > now ? ' (belum mulai)' : ''}`,
    formatDate(line.toAt - 1, zone),
    <form method="post" action={`/desk/pengganti/${line.id}/akhiri`}>
      <button type="submit" class="second">
        Akhiri{' '}
        <span class="vh">
          penggantian {line.away} oleh {line.deputy}
        </span>
      </button>
    </form>,
  ];
}
