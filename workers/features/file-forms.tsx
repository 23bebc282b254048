/** Adding a file to something, and taking one away for good. */
import type { Child } from 'hono/jsx';
import { newKey } from '../platform/ids.ts';
import { ConfirmForm, Details, ErrorSummary, type Errors, Field } from '../ui/components.tsx';

interface AddFileProps {
  action: string;
  /** In the middle of a sentence: "bukti". */
  noun: string;
  summary: string;
  /** Who sees it, and what else there is to know. */
  hint: string;
  labels: Record<string, string>;
  /** Of this form, when it was refused. */
  errors: Errors | undefined;
  /** Its other fields. */
  children?: Child;
}

export function AddFile(props: AddFileProps) {
  const { noun, labels, errors = {} } = props;
  return (
    <Details summary={props.summary} open={props.errors !== undefined}>
      <form method="post" action={props.action} enctype="multipart/form-data" novalidate>
        <ErrorSummary errors={errors} labels={labels} />
        <Field
          name="file"
          label="Berkas"
          type="file"
          hint={`Foto (JPEG, PNG, WebP) atau PDF, paling besar 10 MB. ${props.hint}`}
          error={errors.file}
          required
          more={{ accept: 'image/jpeg,image/png,image/webp,application/pdf' }}
        />
        {props.children}
        <div class="actions">
          <button type="submit">Simpan {noun}</button>
        </div>
      </form>
    </Details>
  );
}

/** @param props.noun at the start of a sentence: "Bukti". @param props.children what else goes with it */
export function DropFile({ action, noun, children }: { action: string; noun: string; children?: Child }) {
  return (
    <ConfirmForm
      action={action}
      formKey={newKey()}
      summary="Hapus"
      submit={`Ya, hapus ${noun.toLowerCase()} ini`}
      danger
    >
      <p>
        {noun} yang dihapus tidak dapat dikembalikan. {children}
      </p>
    </ConfirmForm>
  );
}
