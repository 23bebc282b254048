/** What every form of a case's reporter carries, and where its errors stand. */
import type { Child } from 'hono/jsx';
import { ConfirmForm, ErrorSummary, type Errors, HiddenKey } from '../../../ui/components.tsx';
import { type ActName, blank, type Typed } from '../forms.ts';

/** A form that was refused, or is not finished yet. */
export interface Pending {
  typed: Typed;
  errors: Errors;
}

export interface ActProps {
  /** Seq of the last entry on the page. */
  seen: number;
  pending: Pending | null;
}

/** With a fragment: a refused form comes back in view, also far down the page. */
export const actPath = (act: ActName) => `/lacak/laporan/${act}#${act}`;

/** What stands in a form: as it was typed, or nothing. */
export function standing(act: ActName, props: ActProps): Pending & { open: boolean } {
  const { pending, seen } = props;
  if (pending?.typed.act === act) return { ...pending, open: true };
  return { typed: blank(act, seen), errors: {}, open: false };
}

const labels: Record<string, string> = {
  text: 'Tulisan',
  reason: 'Alasan',
  score: 'Penilaian',
  file: 'Foto atau PDF',
  attachments: 'Foto atau PDF',
  photos: 'Foto atau PDF',
  'contact.name': 'Nama',
  'contact.email': 'E-mail',
  'contact.phone': 'Nomor HP',
};

/** Id of a field: several forms of the page have one of the same name. */
export const fieldId = (act: ActName, name: string) => `${act}-${name}`;

export function Wrongs(props: { act: ActName; errors: Errors }) {
  const ids = Object.fromEntries(
    Object.keys(props.errors).map((name) => {
      const field = name === 'attachments' || name === 'photos' ? 'file' : name;
      return [name, name === 'kirim' ? props.act : fieldId(props.act, field)];
    }),
  );
  return <ErrorSummary errors={props.errors} labels={labels} ids={ids} />;
}

/** A form behind a button, for what cannot be taken back or is seldom done. */
export function Folded(
  props: ActProps & {
    act: ActName;
    summary: string;
    submit: string;
    danger?: boolean;
    children: (standing: Pending) => Child;
  },
) {
  const { act } = props;
  const now = standing(act, props);
  return (
    <ConfirmForm
      id={act}
      action={actPath(act)}
      formKey={now.typed.key}
      summary={props.summary}
      submit={props.submit}
      danger={props.danger}
      open={now.open}
    >
      <input type="hidden" name="seen" value={props.seen} />
      <Wrongs act={act} errors={now.errors} />
      {props.children(now)}
    </ConfirmForm>
  );
}

/** The hidden fields of a form that stands open. */
export function Hidden(props: { typed: Typed; seen: number }) {
  return (
    <>
      <HiddenKey value={props.typed.key} />
      <input type="hidden" name="seen" value={props.seen} />
    </>
  );
}
