/** Words of the regency's own list on a case: put on, taken off. */
import { Checkbox } from '../../../ui/components.tsx';
import { tagName } from '../words.ts';
import { ActionForm, type FormProps, ticked } from './frame.tsx';

export function TagForm(props: FormProps) {
  const { view, regency, errors } = props;
  const others = [...regency.tags.keys()].filter((id) => !view.tags.includes(id));
  const parts = [
    { name: 'add', legend: 'Tambahkan', ids: others },
    { name: 'remove', legend: 'Lepaskan', ids: view.tags },
  ].filter(({ ids }) => ids.length > 0);
  return (
    <ActionForm form={props} verb="tag" summary="Ubah label" submit="Simpan label">
      <p class="hint">Untuk menyaring daftar. Tidak dilihat pelapor.</p>
      {parts.length === 0 ? <p>Daftar label masih kosong. Admin mengisinya di pengaturan.</p> : null}
      {parts.map(({ name, legend, ids }) => (
        <fieldset class={errors[name] ? 'field bad' : 'field'} id={`tag-${name}`}>
          <legend>{legend}</legend>
          {errors[name] ? <p class="wrong">{errors[name]}</p> : null}
          {ids.map((id) => (
            <Checkbox
              name={name}
              id={`tag-${name}-${id}`}
              value={id}
              label={tagName(regency, id)}
              checked={ticked(props, name, id)}
            />
          ))}
        </fieldset>
      ))}
    </ActionForm>
  );
}
