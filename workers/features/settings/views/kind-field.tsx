/** One field of a setting's form. */
import type { Regency } from '../../../regency/snapshot.ts';
import { Checkbox, Field, Radios, Select, TextArea } from '../../../ui/components.tsx';
import type { Raw } from '../kinds/kind.ts';
import { type Field as FieldOfKind, optionsOf } from '../kinds/values.ts';

/** As many as a person takes in at a glance are shown one below the other. */
const FEW = 5;

export function KindField(props: {
  field: FieldOfKind;
  raw: Raw;
  error: string | undefined;
  regency: Regency;
}) {
  const { field, raw, error, regency } = props;
  const { name, label, hint, required } = field;
  const value = typeof raw === 'string' ? raw : '';
  const shared = { name, label, hint, error, value, ...(required ? { required } : {}) };
  const options = optionsOf(field, regency) ?? [];
  switch (field.input) {
    case 'area':
    case 'lines':
      return <TextArea {...shared} rows={field.rows ?? 4} />;
    case 'checkbox':
      return <Checkbox name={name} label={label} hint={hint} checked={value !== ''} />;
    case 'choices':
      return (
        <fieldset class={error ? 'field bad' : 'field'} id={name}>
          <legend>{label}</legend>
          {hint ? <p class="hint">{hint}</p> : null}
          {error ? <p class="wrong">{error}</p> : null}
          {options.map((option) => (
            <Checkbox
              name={name}
              id={`${name}-${option.value}`}
              value={option.value}
              label={option.label}
              checked={raw.includes(option.value)}
            />
          ))}
        </fieldset>
      );
    case 'choice':
      if (options.length <= FEW) return <Radios {...shared} legend={label} options={options} />;
      return <Select {...shared} options={options} empty={required ? 'Pilih' : 'Tidak ada'} />;
    case 'reference': {
      // What ended since stays visible, so that nothing is changed by opening the form.
      const known = value === '' || options.some((option) => option.value === value);
      const all = known ? options : [{ value, label: `${value} (sudah berakhir)` }, ...options];
      return <Select {...shared} options={all} empty={required ? 'Pilih' : 'Tidak ada'} />;
    }
    default: {
      const more = {
        autocomplete: 'off',
        ...(field.input === 'number' ? { inputmode: 'decimal' } : {}),
        ...('max' in field ? { maxlength: field.max } : {}),
      };
      const types = { text: 'text', tel: 'tel', date: 'date', time: 'time', number: 'text' } as const;
      return <Field {...shared} type={types[field.input]} more={more} />;
    }
  }
}
