/** Fields of a piece of material, in every form that has them. */
import { materialNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { officeGroups } from '../../../../regency/offices.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { type Errors, Field, givenIn, Select } from '../../../../ui/components.tsx';
import { type ProgramChoice, ProgramSelect } from '../../program-select.tsx';
import { pieceMaterials } from '../filter.ts';

export const pieceLabels = {
  material: 'Bahan',
  program: 'Program',
  size: 'Ukuran',
  design: 'Versi desain',
  cost: 'Biaya satu bahan (rupiah)',
  hanger: 'Yang memasang',
  name: 'Nama tempat',
  kind: 'Jenis tempat',
  area: 'Wilayah',
  position: 'Posisi',
};
export const pieceFields = ['material', 'program', 'size', 'design', 'cost', 'hanger'] as const;
export type TypedPiece = Record<(typeof pieceFields)[number], string>;

/** Where nobody has typed anything. */
export const usual = { material: 'banner', design: '1' };

export interface PieceFieldsProps {
  regency: Regency;
  programs: readonly ProgramChoice[];
  typed: TypedPiece;
  errors: Errors;
  /** What stands for "nobody chosen". */
  noHanger: string;
}

export function PieceFields(props: PieceFieldsProps) {
  const { regency, typed, errors } = props;
  const given = givenIn(pieceLabels, typed, errors);
  return (
    <>
      <div class="pair">
        <Select
          {...given('material')}
          options={pieceMaterials.map((value) => ({ value, label: materialNames[value] }))}
        />
        <ProgramSelect {...given('program')} programs={props.programs} />
      </div>
      <div class="pair">
        <Field
          {...given('size')}
          hint="Misalnya 3 × 1 m. Boleh kosong."
          more={{ maxlength: 60, autocomplete: 'off' }}
        />
        <Field {...given('design')} type="number" more={{ min: 1, max: 999, inputmode: 'numeric' }} />
      </div>
      <div class="pair">
        <Field
          {...given('cost')}
          hint="Pembuatan dan pemasangan. Boleh kosong."
          more={{ inputmode: 'numeric', autocomplete: 'off', maxlength: 20 }}
        />
        <Select {...given('hanger')} empty={props.noHanger} groups={officeGroups(regency)} />
      </div>
    </>
  );
}
