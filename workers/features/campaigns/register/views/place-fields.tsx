/** Where a piece of material hangs that hangs at no office and no village. */
import type { Regency } from '../../../../regency/snapshot.ts';
import { type Errors, Field, Select } from '../../../../ui/components.tsx';
import { areaGroups } from '../../../intake/queries.ts';
import { pieceLabels } from './piece-fields.tsx';

interface Props {
  typed: Record<'name' | 'area' | 'position', string>;
  errors: Errors;
}

export function NameAndArea({ regency, typed, errors }: Props & { regency: Regency }) {
  return (
    <div class="pair">
      <Field
        label={pieceLabels.name}
        name="name"
        value={typed.name}
        error={errors.name}
        hint="Misalnya SD Negeri 1, atau Pasar Sentral."
        more={{ maxlength: 120, autocomplete: 'off' }}
        required
      />
      <Select
        label={pieceLabels.area}
        name="area"
        value={typed.area}
        error={errors.area}
        empty="Pilih desa, kelurahan, atau kecamatan"
        groups={areaGroups(regency)}
        required
      />
    </div>
  );
}

export function Position({ typed, errors }: Props) {
  return (
    <Field
      label="Posisi (boleh kosong)"
      name="position"
      value={typed.position}
      error={errors.position}
      hint="Lintang dan bujur seperti di peta HP, misalnya -2.6345, 121.0987."
      more={{ autocomplete: 'off', maxlength: 60 }}
    />
  );
}
