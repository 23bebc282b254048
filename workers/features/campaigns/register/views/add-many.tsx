/** Many places at once, from a list: all are added, or none while a line is wrong. */
import { freeKinds } from '../../../../../shared/campaign.ts';
import { placeKindNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { formatNumber, joinList } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import { ErrorSummary, Field, HiddenKey, Table, TextArea } from '../../../../ui/components.tsx';
import { Page } from '../../../../ui/layout.tsx';
import { CampaignNav } from '../../nav.tsx';
import { csvColumns, type ReadPlaces } from '../places-csv.ts';
import type { AddProps } from './add.tsx';
import { LIST } from './list.tsx';
import { PieceFields, pieceFields, pieceLabels } from './piece-fields.tsx';

export const manyFields = [...pieceFields, 'list'] as const;
export type TypedMany = Record<(typeof manyFields)[number], string>;

interface AddManyProps extends AddProps {
  typed: TypedMany;
  problems: ReadPlaces['problems'];
}

export function AddManyPage(props: AddManyProps) {
  const { typed, errors, problems } = props;
  const kinds = freeKinds.map((kind) => placeKindNames[kind]);
  const { areas } = props.regency;
  const village = [...areas.values()].find(({ level }) => level === 'desa');
  const place = village ? `${village.name}, ${areas.get(village.parent ?? '')?.name}` : '';
  return (
    <Page
      title="Tambah beberapa tempat"
      regency={props.regency}
      side="desk"
      who={props.who}
      path="/desk/kampanye"
    >
      <CampaignNav here="/desk/kampanye/papan" />
      <p>
        <a href={`${LIST}/tambah`}>← Tambah tempat</a>
      </p>
      <h1>Tambah beberapa tempat</h1>
      {problems.length > 0 ? <Problems problems={problems} /> : null}
      <form method="post" action={`${LIST}/tambah/banyak`} enctype="multipart/form-data" novalidate>
        <ErrorSummary errors={errors} labels={pieceLabels} />
        <HiddenKey value={newKey()} />
        <TextArea
          label="Daftar tempat"
          name="list"
          value={typed.list}
          rows={8}
          hint={
            <>
              Satu baris satu tempat, dengan kolom: {joinList(csvColumns)}. Dapat ditempel langsung dari
              lembar kerja. Jenis tempat: {joinList(kinds, 'atau')}. Contoh:{' '}
              <span class="mono">SD Negeri 1; Sekolah; {place}; -2.6345 121.0987</span>
            </>
          }
        />
        <Field
          label="Atau berkas CSV"
          name="file"
          type="file"
          hint="Isinya menggantikan daftar di atas."
          more={{ accept: '.csv,text/csv,text/plain' }}
        />
        <h2>Bahan di setiap tempat itu</h2>
        <PieceFields {...props} noHanger="Belum ditentukan" />
        <p class="actions">
          <button type="submit">Tambah semuanya</button>
          <a href={LIST}>Batal</a>
        </p>
      </form>
    </Page>
  );
}

function Problems({ problems }: Pick<AddManyProps, 'problems'>) {
  return (
    <div class="notice bad" role="alert" tabindex={-1} id="salah">
      <h2>{formatNumber(problems.length)} baris perlu diperbaiki. Belum ada yang ditambahkan.</h2>
      <Table
        caption="Yang perlu diperbaiki"
        hideCaption
        columns={['Baris', 'Yang perlu diperbaiki']}
        rows={problems.map(({ line, text }) => [`Baris ${line}`, text])}
      />
    </div>
  );
}
