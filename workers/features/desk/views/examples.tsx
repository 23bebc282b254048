/** "Mulai dari contoh": a choice of texts to start from. Words that somebody has typed are never replaced unasked. */
import { type ExampleVerb, examplesFor } from '../../../../shared/answers.ts';
import { Notice, Select } from '../../../ui/components.tsx';
import { type FormProps, formAction, formId } from './frame.tsx';

export function Examples(props: { form: FormProps; verb: ExampleVerb }) {
  const { form, verb } = props;
  const { view, regency, offered } = form;
  const fitting = examplesFor(regency.answers, verb, {
    category: view.category?.id ?? null,
    state: view.state,
  });
  if (fitting.length === 0) return null;
  const address = `${formAction(form, verb)}/contoh`;
  return (
    <>
      <Select
        label="Mulai dari contoh"
        hint="Bagian dalam [kurung siku] diisi sendiri sebelum dikirim."
        name="contoh"
        id={`${verb}-contoh`}
        value={form.typed?.values.contoh?.[0]}
        options={fitting.map(({ id, label }) => ({ value: id, label }))}
        empty="Tanpa contoh"
      />
      <p>
        <button type="submit" class="second" formaction={`${address}#${formId(verb)}`} formnovalidate>
          Pakai contoh
        </button>
      </p>
      {offered ? (
        <Notice tone="warn" title="Contoh belum dipakai: kotaknya sudah berisi tulisan Anda" live>
          <p class="quote">{offered.text}</p>
          <p>
            <button
              type="submit"
              class="second"
              formaction={`${address}?ganti=1#${formId(verb)}`}
              formnovalidate
            >
              Ganti tulisan saya dengan contoh ini
            </button>
          </p>
        </Notice>
      ) : null}
    </>
  );
}
