/** Photos of the work in a form. */
import type { DeskVerb } from '../../../cases/verbs/index.ts';
import { Checkbox, Field } from '../../../ui/components.tsx';
import { type StoredFile, storedValue } from '../../files.ts';
import { fileName } from './files.tsx';
import type { FormProps } from './frame.tsx';

/** At most five files on one answer (domain.md section 2). */
export const MAX_PHOTOS = 5;

/** Photos one at a time: each is stored before the next is chosen, so that a cheap phone does not choke on five. */
export function WorkPhotos(props: {
  form: FormProps;
  verb: DeskVerb;
  hint?: string;
  /** Stored before this form was opened. */
  start?: readonly StoredFile[];
}) {
  const { verb } = props;
  const { view, typed, errors } = props.form;
  const stored = typed?.stored ?? props.start ?? [];
  return (
    <fieldset class={errors.photos || errors.file ? 'field group bad' : 'field group'} id={`${verb}-photos`}>
      <legend>Foto hasil</legend>
      {props.hint ? <p class="hint">{props.hint}</p> : null}
      {errors.photos ? <p class="wrong">{errors.photos}</p> : null}
      {stored.map((photo, index) => (
        <Checkbox
          name="stored"
          id={`${verb}-stored-${index}`}
          value={storedValue(photo)}
          label={`Foto ${index + 1} sudah tersimpan (${fileName(photo)})`}
          hint="Hapus centangnya bila tidak jadi dikirim."
          checked
        />
      ))}
      {stored.length < MAX_PHOTOS ? (
        <>
          <Field
            label="Tambah satu foto"
            hint="JPEG, PNG, WebP, atau PDF; paling besar 10 MB. Paling banyak lima."
            type="file"
            name="file"
            id={`${verb}-file`}
            error={errors.file}
            more={{ accept: 'image/jpeg,image/png,image/webp,application/pdf' }}
          />
          <p>
            <button
              type="submit"
              class="second"
              formaction={`/desk/kasus/${view.code}/lampiran?untuk=${verb}`}
              formnovalidate
            >
              Tambah foto
            </button>
          </p>
        </>
      ) : null}
    </fieldset>
  );
}
