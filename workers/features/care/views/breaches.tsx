/** /desk/data-pribadi/insiden: the register, and the form of an incident. */
import { formatDateTime, formatNumber } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { ErrorSummary, type Errors, Field, Table, Tag, TextArea } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import type { SignedIn } from '../../http.ts';
import { hoursLeft, isAwaited } from '../breach-clock.ts';
import type { Typed } from '../breach-input.ts';
import type { Breach } from '../breach-rows.ts';
import type { BreachWords } from '../breach-words.ts';
import { BackToCare } from './parts.tsx';

export const breachPath = '/desk/data-pribadi/insiden';

export function BreachTag(props: { breach: Breach; now: number }) {
  const { breach, now } = props;
  if (breach.closedAt !== null) return <Tag tone="grey">ditutup</Tag>;
  if (!isAwaited(breach)) return <Tag tone="green">sudah diberitahukan</Tag>;
  return <Tag tone={breach.dueAt < now ? 'red' : 'amber'}>{hoursLeft(breach.dueAt, now)}</Tag>;
}

/** First words of what happened, as the name of an incident. */
export function breachName({ id, words }: Breach): string {
  const text = words?.what.replace(/\s+/g, ' ') ?? '[tidak dapat dibuka]';
  return `Insiden ${id}: ${text.length > 60 ? `${text.slice(0, 57)}…` : text}`;
}

export function BreachesPage(props: {
  regency: Regency;
  who: SignedIn;
  breaches: readonly Breach[];
  now: number;
}) {
  const { regency, breaches, now } = props;
  return (
    <Page
      title="Insiden data pribadi"
      regency={regency}
      side="desk"
      path="/desk/data-pribadi"
      who={props.who}
    >
      <BackToCare />
      <h1>Insiden data pribadi</h1>
      <p>
        Bila data pribadi bocor, hilang, atau dibuka yang tidak berhak, pemilik data dan lembaga pelindungan
        data diberi tahu paling lambat 3×24 jam sejak diketahui (UU 27/2022 Pasal 46).
      </p>
      <p>
        <a class="button" href={`${breachPath}/baru`}>
          Catat insiden
        </a>
      </p>
      {breaches.length === 0 ? (
        <p>Belum ada insiden yang dicatat.</p>
      ) : (
        <Table
          caption="Insiden yang dicatat"
          hideCaption
          columns={['Insiden', 'Diketahui', 'Orang', 'Keadaan']}
          rows={breaches.map((breach) => [
            <a href={`${breachPath}/${breach.id}`}>{breachName(breach)}</a>,
            formatDateTime(breach.foundAt, regency.about.timeZone),
            breach.people === null ? 'belum diketahui' : `sekitar ${formatNumber(breach.people)}`,
            <BreachTag breach={breach} now={now} />,
          ])}
        />
      )}
    </Page>
  );
}

const questions: [name: keyof BreachWords, label: string, hint: string | undefined, required: boolean][] = [
  ['what', 'Apa yang terjadi?', 'Tanpa nama orang bila dapat.', true],
  ['data', 'Data pribadi apa yang terungkap?', 'Misalnya nama, nomor telepon, isi laporan.', true],
  ['whose', 'Milik siapa?', 'Misalnya pelapor pengaduan jalan bulan Juli.', true],
  ['how', 'Kapan dan bagaimana data terungkap?', undefined, true],
  ['done', 'Apa yang sudah dan akan dilakukan?', 'Penanganan dan pemulihan.', true],
  [
    'advice',
    'Apa yang dapat dilakukan pemilik data?',
    'Boleh kosong. Misalnya waspada telepon yang mengaku petugas.',
    false,
  ],
];

/** For the list of what is wrong. */
export const breachLabels: Record<string, string> = {
  found: 'Kapan diketahui',
  people: 'Berapa orang',
  ...Object.fromEntries(questions.map(([name, label]) => [name, label.replace('?', '')])),
};

export function BreachFields(props: { typed: Typed; errors: Errors }) {
  const { typed, errors } = props;
  return (
    <>
      <Field
        label="Kapan diketahui?"
        name="found"
        type="datetime-local"
        hint="Batas 3×24 jam dihitung dari sini, termasuk hari libur."
        value={typed.found}
        error={errors.found}
        required
      />
      {questions.map(([name, label, hint, required]) => (
        <TextArea
          label={label}
          name={name}
          hint={hint}
          value={typed.words[name]}
          error={errors[name]}
          required={required}
          rows={3}
          more={{ maxlength: 4000 }}
        />
      ))}
      <Field
        label="Kira-kira berapa orang?"
        name="people"
        hint="Kosongkan bila belum diketahui."
        value={typed.people}
        error={errors.people}
        more={{ inputmode: 'numeric', maxlength: 9 }}
      />
    </>
  );
}

export function NewBreachPage(props: {
  regency: Regency;
  who: SignedIn;
  typed: Typed;
  errors: Errors;
  /** When the form was opened (epoch ms). */
  openedAt: number;
}) {
  return (
    <Page title="Catat insiden" regency={props.regency} side="desk" path="/desk/data-pribadi" who={props.who}>
      <p>
        <a href={breachPath}>← Insiden data pribadi</a>
      </p>
      <h1>Catat insiden</h1>
      <ErrorSummary errors={props.errors} labels={breachLabels} />
      <p>Catat dahulu yang sudah diketahui; yang belum dapat dilengkapi kemudian.</p>
      <form method="post" action={`${breachPath}/baru`}>
        <input type="hidden" name="opened" value={String(props.openedAt)} />
        <BreachFields typed={props.typed} errors={props.errors} />
        <button type="submit">Catat insiden</button>
      </form>
    </Page>
  );
}
