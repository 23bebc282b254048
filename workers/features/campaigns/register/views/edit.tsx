/** The form of what is known of a piece of material. */
import { newKey } from '../../../../platform/ids.ts';
import { ErrorSummary, type Errors, HiddenKey, Notice } from '../../../../ui/components.tsx';
import { Page } from '../../../../ui/layout.tsx';
import { CampaignNav } from '../../nav.tsx';
import type { ProgramRow } from '../queries.ts';
import { isFree, type ShownPlacement } from '../shown.ts';
import { PieceFields, pieceFields, pieceLabels } from './piece-fields.tsx';
import { NameAndArea, Position } from './place-fields.tsx';
import { CurrentFacts } from './placement.tsx';
import type { RoomProps } from './room.ts';

export const editFields = [...pieceFields, 'name', 'area', 'position'] as const;
export type TypedEdit = Record<(typeof editFields)[number], string>;

interface EditPageProps extends RoomProps {
  placement: ShownPlacement;
  programs: readonly ProgramRow[];
  typed: TypedEdit;
  errors: Errors;
  /** That somebody else has changed it, in a sentence. */
  changed: string | null;
}

export function EditPage(props: EditPageProps) {
  const { regency, placement, changed } = props;
  const { row, name } = placement;
  const own = `/desk/kampanye/${row.code}`;
  const program = props.programs.find(({ id }) => id === row.campaignId) ?? null;
  return (
    <Page title={`Ubah ${name}`} regency={regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here="/desk/kampanye/papan" />
      <p>
        <a href={own}>← {name}</a>
      </p>
      <h1>Ubah keterangan bahan</h1>
      {changed ? (
        <Notice tone="warn" title="Belum tersimpan" live>
          <p>{changed} Yang Anda tulis masih ada di bawah; menyimpannya menggantikan yang ini:</p>
          <CurrentFacts row={row} program={program} regency={regency} />
        </Notice>
      ) : null}
      <form method="post" action={`${own}/ubah`} novalidate>
        <ErrorSummary errors={props.errors} labels={pieceLabels} />
        <HiddenKey value={newKey()} />
        <input type="hidden" name="version" value={row.version} />
        {isFree(row) ? <NameAndArea {...props} /> : null}
        <PieceFields {...props} noHanger="Belum ditentukan" />
        <Position {...props} />
        <p class="actions">
          <button type="submit">Simpan</button>
          <a href={own}>Batal</a>
        </p>
      </form>
    </Page>
  );
}
