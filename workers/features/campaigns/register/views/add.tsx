/** The form of a place that somebody adds. */
import { freeKinds } from '../../../../../shared/campaign.ts';
import { placeKindNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { newKey } from '../../../../platform/ids.ts';
import { ErrorSummary, type Errors, HiddenKey, Select } from '../../../../ui/components.tsx';
import { Page } from '../../../../ui/layout.tsx';
import { CampaignNav } from '../../nav.tsx';
import type { ProgramRow } from '../queries.ts';
import { LIST } from './list.tsx';
import { PieceFields, pieceFields, pieceLabels } from './piece-fields.tsx';
import { NameAndArea, Position } from './place-fields.tsx';
import type { RoomProps } from './room.ts';

export const addFields = [...pieceFields, 'kind', 'name', 'area', 'position'] as const;
export type TypedAdd = Record<(typeof addFields)[number], string>;

export interface AddProps extends RoomProps {
  programs: readonly ProgramRow[];
  errors: Errors;
}

export function AddPage(props: AddProps & { typed: TypedAdd }) {
  const { typed, errors } = props;
  return (
    <Page title="Tambah tempat" regency={props.regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here="/desk/kampanye/papan" />
      <p>
        <a href={LIST}>← Tempat dan bahan</a>
      </p>
      <h1>Tambah tempat</h1>
      <p>
        Untuk sekolah, puskesmas, pasar, loket, dan tempat lain. Setiap tempat mendapat kode QR sendiri dan
        langsung direncanakan. Punya daftarnya?{' '}
        <a href={`${LIST}/tambah/banyak`}>Tambahkan beberapa sekaligus</a>.
      </p>
      <form method="post" action={`${LIST}/tambah`} novalidate>
        <ErrorSummary errors={errors} labels={pieceLabels} />
        <HiddenKey value={newKey()} />
        <Select
          label={pieceLabels.kind}
          name="kind"
          value={typed.kind}
          error={errors.kind}
          options={freeKinds.map((value) => ({ value, label: placeKindNames[value] }))}
        />
        <NameAndArea {...props} />
        <Position {...props} />
        <PieceFields {...props} noHanger="Belum ditentukan" />
        <p class="actions">
          <button type="submit">Tambah tempat</button>
          <a href={LIST}>Batal</a>
        </p>
      </form>
    </Page>
  );
}
