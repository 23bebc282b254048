/** How far it is, told by its owner; closing it asks back, and what was closed can be opened again. */
import { type ActionState, actionStateNames } from '../../../../../shared/action.ts';
import { newKey } from '../../../../platform/ids.ts';
import {
  ConfirmForm,
  Details,
  ErrorSummary,
  type Errors,
  Field,
  Notice,
  Select,
  TextArea,
} from '../../../../ui/components.tsx';
import { PLAN } from '../filter.ts';
import { mayMoveTo } from '../moves.ts';
import type { ActionLine } from '../queries.ts';
import type { ActionPageProps } from './action.tsx';

export interface TypedReport {
  state: string;
  progress: string;
  note: string;
}

const open: ActionState[] = ['planned', 'running', 'blocked'];

const labels = { state: 'Keadaan', progress: 'Kemajuan (persen)', note: 'Catatan' };

export function Report({ who, line, refused, to }: ActionPageProps) {
  const { row } = line;
  const states = mayMoveTo(who, row);
  if (states.length === 0) return null;
  const mine = refused?.form === 'report' ? refused : null;
  const wanted = mine?.typed.state ?? to ?? '';
  const form = { line, errors: mine?.errors ?? {}, typed: mine?.typed ?? null };
  if (row.doneAt !== null)
    return (
      <section aria-labelledby="lapor">
        <h2 id="lapor">Buka lagi</h2>
        <p>Bila ternyata belum selesai, kegiatan ini dapat dibuka lagi. Riwayatnya tetap ada.</p>
        <form method="post" action={`${PLAN}/${row.id}/lapor`}>
          <Hidden line={line} state="running" />
          <button type="submit" class="second">
            Buka lagi
          </button>
        </form>
      </section>
    );
  return (
    <section aria-labelledby="lapor" class="no-print">
      <h2 id="lapor">Laporkan kemajuan</h2>
      <Progress
        {...form}
        wanted={open.find((state) => state === wanted) ?? row.state}
        mine={isOpen(wanted)}
      />
      <Close {...form} state="done" open={wanted === 'done'} />
      {states.includes('dropped') ? <Close {...form} state="dropped" open={wanted === 'dropped'} /> : null}
    </section>
  );
}

const isOpen = (wanted: string) => (open as string[]).includes(wanted);

interface FormProps {
  line: ActionLine;
  errors: Errors;
  typed: TypedReport | null;
}

function Progress(props: FormProps & { wanted: ActionState; mine: boolean }) {
  const { line, wanted, mine } = props;
  const { row, measured } = line;
  const errors = mine ? props.errors : {};
  const typed = mine ? props.typed : null;
  return (
    <Details summary="Catat kemajuan atau kendala" open={mine}>
      <form method="post" action={`${PLAN}/${row.id}/lapor`} autocomplete="off" novalidate>
        <ErrorSummary errors={errors} labels={labels} />
        <input type="hidden" name="version" value={row.version} />
        <div class="pair">
          <Select
            name="state"
            label={labels.state}
            value={wanted}
            error={errors.state}
            options={open.map((value) => ({ value, label: actionStateNames[value] }))}
          />
          {measured ? null : (
            <Field
              name="progress"
              label={labels.progress}
              value={typed?.progress ?? String(row.progress)}
              error={errors.progress}
              more={{ inputmode: 'numeric', maxlength: 3 }}
            />
          )}
        </div>
        <TextArea
          name="note"
          label={labels.note}
          value={typed?.note}
          error={errors.note}
          hint="Apa yang sudah dikerjakan, atau apa kendalanya. Jangan menulis nama warga."
          more={{ maxlength: 2000 }}
        />
        <button type="submit">Simpan laporan</button>
      </form>
    </Details>
  );
}

const closing = {
  done: {
    summary: 'Nyatakan selesai',
    submit: 'Ya, kegiatan ini selesai',
    label: 'Apa yang dicapai',
    about: 'Pengingatnya berhenti. Kegiatan yang selesai masih dapat dibuka lagi.',
  },
  dropped: {
    summary: 'Batalkan kegiatan',
    submit: 'Ya, batalkan kegiatan ini',
    label: 'Mengapa dibatalkan',
    about: 'Pengingatnya berhenti. Kegiatan ini tetap ada di rencana aksi sebagai dibatalkan.',
  },
} as const;

function Close(props: FormProps & { state: keyof typeof closing; open: boolean }) {
  const { line, state, open: mine } = props;
  const { row, measured, progress } = line;
  const words = closing[state];
  const id = `${state}-note`;
  return (
    <ConfirmForm
      action={`${PLAN}/${row.id}/lapor`}
      formKey={newKey()}
      summary={words.summary}
      submit={words.submit}
      danger={state === 'dropped'}
      open={mine}
    >
      <ErrorSummary errors={mine ? props.errors : {}} labels={{ note: words.label }} ids={{ note: id }} />
      <Hidden line={line} state={state} />
      <p>{words.about}</p>
      {state === 'done' && measured && progress < 100 ? (
        <Notice tone="warn">
          <p>Menurut register kampanye kegiatan ini baru {progress}&nbsp;%. Angka itu tetap ditunjukkan.</p>
        </Notice>
      ) : null}
      <TextArea
        name="note"
        id={id}
        label={words.label}
        value={mine ? props.typed?.note : undefined}
        error={mine ? props.errors.note : undefined}
        required
        rows={3}
        more={{ maxlength: 2000 }}
      />
    </ConfirmForm>
  );
}

function Hidden({ line: { row }, state }: { line: ActionLine; state: ActionState }) {
  return (
    <>
      <input type="hidden" name="version" value={row.version} />
      <input type="hidden" name="state" value={state} />
    </>
  );
}
