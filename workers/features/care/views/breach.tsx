/** One incident: its clock, what is known, the draft notices, and what was done. */
import { formatDateTime, formatNumber, isoOffset } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import {
  ConfirmForm,
  Details,
  ErrorSummary,
  type Errors,
  Field,
  Notice,
  Summary,
  TextArea,
  Timeline,
} from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import type { SignedIn } from '../../http.ts';
import { hoursLeft, isAwaited } from '../breach-clock.ts';
import type { Typed } from '../breach-input.ts';
import type { Breach, BreachEntry } from '../breach-rows.ts';
import { BreachFields, breachLabels, breachPath } from './breaches.tsx';
import { unreadableHere } from './parts.tsx';

export const acts = ['ubah', 'pemilik', 'lembaga', 'catatan', 'tutup'] as const;
export type BreachAct = (typeof acts)[number];

export interface BreachPageProps {
  regency: Regency;
  who: SignedIn;
  breach: Breach;
  entries: readonly BreachEntry[];
  names: ReadonlyMap<string, string>;
  now: number;
  formKey: string;
  /** As it is, or as it was typed and refused. */
  typed: Typed;
  /** What was typed for an act. */
  note: string;
  at: string;
  /** The act that was refused. */
  open: BreachAct | null;
  errors: Errors;
  /** Somebody else was quicker. */
  collided: boolean;
  done: boolean;
}

export function BreachPage(props: BreachPageProps) {
  const { regency, breach, now } = props;
  const zone = regency.about.timeZone;
  const when = (at: number | null) => (at === null ? 'belum' : formatDateTime(at, zone));
  const { words } = breach;
  const said = (text: string | undefined) => text || (words === null ? unreadableHere : 'belum diisi');
  return (
    <Page
      title={`Insiden ${breach.id}`}
      regency={regency}
      side="desk"
      path="/desk/data-pribadi"
      who={props.who}
    >
      <p class="no-print">
        <a href={breachPath}>← Insiden data pribadi</a>
      </p>
      <h1>Insiden {breach.id}</h1>
      <ErrorSummary
        errors={props.errors}
        labels={breachLabels}
        ids={{ text: `${props.open}-text`, at: `${props.open}-at` }}
      />
      {props.done ? (
        <Notice tone="good" live>
          <p>Tersimpan.</p>
        </Notice>
      ) : null}
      {props.collided ? (
        <Notice tone="warn" title="Ada yang berubah sementara Anda menulis" live>
          <p>
            Yang baru ada di bawah. Yang Anda tulis masih ada di formulirnya; periksa, lalu kirim lagi bila
            masih perlu.
          </p>
        </Notice>
      ) : null}
      {isAwaited(breach) ? (
        <Notice tone={breach.dueAt < now ? 'bad' : 'warn'} title={hoursLeft(breach.dueAt, now)}>
          <p>Pemilik data dan lembaga diberi tahu paling lambat {formatDateTime(breach.dueAt, zone)}.</p>
        </Notice>
      ) : null}
      <Summary
        rows={[
          { term: 'Diketahui', value: when(breach.foundAt) },
          { term: 'Apa yang terjadi', value: said(words?.what) },
          { term: 'Data', value: said(words?.data) },
          { term: 'Milik siapa', value: said(words?.whose) },
          { term: 'Bagaimana', value: said(words?.how) },
          { term: 'Tindakan', value: said(words?.done) },
          {
            term: 'Jumlah orang',
            value: breach.people === null ? 'belum diketahui' : `sekitar ${formatNumber(breach.people)}`,
          },
          { term: 'Pemilik data diberi tahu', value: when(breach.toldPeopleAt) },
          { term: 'Lembaga diberi tahu', value: when(breach.toldAuthorityAt) },
          ...(breach.closedAt === null ? [] : [{ term: 'Ditutup', value: when(breach.closedAt) }]),
        ]}
      />
      <h2>Rancangan pemberitahuan</h2>
      <p class="links">
        <a href={`${breachPath}/${breach.id}/surat/pemilik`}>Kepada pemilik data</a>{' '}
        <a href={`${breachPath}/${breach.id}/surat/lembaga`}>Kepada lembaga</a>
      </p>
      {breach.closedAt === null ? <Acts {...props} /> : null}
      <h2>Catatan</h2>
      <Timeline
        items={props.entries.map((entry) => ({
          title: entryNames[entry.what],
          time: formatDateTime(entry.at, zone),
          datetime: isoOffset(entry.at, zone),
          by: props.names.get(entry.by) ?? 'Petugas',
          children: entry.words ? <p class="quote">{entry.words}</p> : null,
        }))}
      />
    </Page>
  );
}

const entryNames: Record<BreachEntry['what'], string> = {
  recorded: 'Dicatat',
  changed: 'Keterangan diperbaiki',
  told_people: 'Pemilik data diberi tahu',
  told_authority: 'Lembaga diberi tahu',
  noted: 'Catatan',
  closed: 'Ditutup',
};

function Acts(props: BreachPageProps) {
  const { breach, open, errors } = props;
  const action = (act: BreachAct) => `${breachPath}/${breach.id}/${act}`;
  return (
    <>
      <h2>Tindakan</h2>
      {/* What cannot be opened must not be saved as empty. */}
      {breach.words === null ? null : (
        <Details summary="Perbaiki keterangan" open={open === 'ubah'}>
          <form method="post" action={action('ubah')}>
            <input type="hidden" name="version" value={String(breach.version)} />
            <BreachFields typed={props.typed} errors={open === 'ubah' ? errors : {}} />
            <button type="submit">Simpan</button>
          </form>
        </Details>
      )}
      {breach.toldPeopleAt === null ? (
        <Told {...props} act="pemilik" summary="Pemilik data sudah diberi tahu" />
      ) : null}
      {breach.toldAuthorityAt === null ? (
        <Told {...props} act="lembaga" summary="Lembaga sudah diberi tahu" />
      ) : null}
      <Details summary="Tambah catatan" open={open === 'catatan'}>
        <form method="post" action={action('catatan')}>
          <Words {...props} act="catatan" label="Catatan" />
          <button type="submit">Simpan catatan</button>
        </form>
      </Details>
      <ConfirmForm
        action={action('tutup')}
        formKey={props.formKey}
        summary="Tutup insiden"
        submit="Tutup insiden"
        open={open === 'tutup'}
        danger
      >
        {isAwaited(breach) ? <p>Belum semua diberi tahu. Tuliskan mengapa insiden tetap ditutup.</p> : null}
        <p>Sesudah ditutup tidak dapat diubah lagi.</p>
        <Words {...props} act="tutup" label="Bagaimana insiden ini selesai?" />
      </ConfirmForm>
    </>
  );
}

function Told(props: BreachPageProps & { act: 'pemilik' | 'lembaga'; summary: string }) {
  const { breach, act, open, errors } = props;
  return (
    <Details summary={props.summary} open={open === act}>
      <form method="post" action={`${breachPath}/${breach.id}/${act}`}>
        <Field
          label="Kapan?"
          name="at"
          id={`${act}-at`}
          type="datetime-local"
          value={open === act ? props.at : undefined}
          error={open === act ? errors.at : undefined}
          required
        />
        <Words {...props} act={act} label="Dengan cara apa, dan kepada siapa?" />
        <button type="submit">Simpan</button>
      </form>
    </Details>
  );
}

function Words(props: BreachPageProps & { act: BreachAct; label: string }) {
  const own = props.open === props.act;
  return (
    <>
      <input type="hidden" name="version" value={String(props.breach.version)} />
      <TextArea
        label={props.label}
        name="text"
        id={`${props.act}-text`}
        value={own ? props.note : undefined}
        error={own ? props.errors.text : undefined}
        required
        rows={3}
        more={{ maxlength: 4000 }}
      />
    </>
  );
}
