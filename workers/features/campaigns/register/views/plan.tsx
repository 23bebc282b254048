/** Planning a piece of material for every place: the form, and what it would do. */
import { settledKinds } from '../../../../../shared/campaign.ts';
import { placeKindNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { formatNumber, formatRupiah } from '../../../../../shared/text.ts';
import { Checkbox, ErrorSummary, type Errors, Notice, Table } from '../../../../ui/components.tsx';
import { Page } from '../../../../ui/layout.tsx';
import { CampaignNav } from '../../nav.tsx';
import type { Prepared } from '../plan-all.ts';
import type { ProgramRow } from '../queries.ts';
import { LIST } from './list.tsx';
import { PieceFields, pieceFields, pieceLabels, type TypedPiece } from './piece-fields.tsx';
import type { RoomProps } from './room.ts';

export interface Preview {
  counts: Prepared['counts'];
  /** Rupiah for each. */
  cost: number | null;
  program: ProgramRow | null;
  /** Rupiah of the program so far. */
  spent: number | null;
}

interface PlanPageProps extends RoomProps {
  programs: readonly ProgramRow[];
  typed: TypedPiece;
  kinds: readonly string[];
  preview: Preview | null;
  errors: Errors;
}

export function PlanPage(props: PlanPageProps) {
  const { regency, kinds, preview } = props;
  return (
    <Page title="Rencanakan semua tempat" regency={regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here="/desk/kampanye/papan" />
      <p>
        <a href={LIST}>← Tempat dan bahan</a>
      </p>
      <h1>Rencanakan semua tempat</h1>
      <p>
        Satu bahan untuk setiap tempat. Tempat yang sudah punya bahan yang sama dilewati, jadi aman diulang.
        Tempat yang sudah punya bahan lain mendapat kode QR tambahan.
      </p>
      <form method="get" action={`${LIST}/rencana`} novalidate>
        <ErrorSummary errors={props.errors} labels={{ ...pieceLabels, kinds: 'Untuk tempat' }} />
        <input type="hidden" name="lihat" value="1" />
        <PieceFields {...props} noHanger="OPD sendiri, atau kantor kecamatannya" />
        <fieldset class="field" id="kinds">
          <legend>Untuk tempat</legend>
          {settledKinds.map((kind) => (
            <Checkbox
              name="kinds"
              id={`kinds-${kind}`}
              value={kind}
              label={placeKindNames[kind]}
              checked={kinds.includes(kind)}
            />
          ))}
        </fieldset>
        <p class="actions">
          <button type="submit" class={preview ? 'second' : undefined}>
            {preview ? 'Hitung lagi' : 'Lihat dahulu'}
          </button>
        </p>
      </form>
      {preview ? <Outcome {...props} preview={preview} /> : null}
    </Page>
  );
}

function Outcome({ preview, typed, kinds }: PlanPageProps & { preview: Preview }) {
  const rows = settledKinds.filter((kind) => kinds.includes(kind));
  const sum = (what: 'planned' | 'there') => rows.reduce((all, kind) => all + preview.counts[kind][what], 0);
  const planned = sum('planned');
  return (
    <section id="pratinjau" aria-labelledby="pratinjau-judul">
      <h2 id="pratinjau-judul">Yang akan direncanakan</h2>
      <Table
        caption="Menurut jenis tempat"
        hideCaption
        columns={['Jenis tempat', 'Direncanakan sekarang', 'Sudah punya bahan ini']}
        rows={[
          ...rows.map((kind) => [
            placeKindNames[kind],
            formatNumber(preview.counts[kind].planned),
            formatNumber(preview.counts[kind].there),
          ]),
          ['Semua', formatNumber(planned), formatNumber(sum('there'))],
        ]}
      />
      <Money preview={preview} planned={planned} />
      {planned === 0 ? (
        <Notice title="Tidak ada yang perlu direncanakan">
          <p>Semua tempat yang dipilih sudah punya bahan ini.</p>
        </Notice>
      ) : (
        <form method="post" action={`${LIST}/rencana`}>
          {pieceFields.map((name) => (
            <input type="hidden" name={name} value={typed[name] ?? ''} />
          ))}
          {kinds.map((kind) => (
            <input type="hidden" name="kinds" value={kind} />
          ))}
          <p class="actions">
            <button type="submit">Ya, rencanakan {formatNumber(planned)} bahan</button>
            <a href={LIST}>Batal</a>
          </p>
        </form>
      )}
    </section>
  );
}

function Money({ preview, planned }: { preview: Preview; planned: number }) {
  const { cost, program, spent } = preview;
  if (cost === null) return <p>Biaya satu bahan belum diisi, jadi biayanya belum dapat dihitung.</p>;
  const total = cost * planned;
  const left = program?.budget == null ? null : program.budget - (spent ?? 0) - total;
  return (
    <>
      <p>
        Biaya: {formatNumber(planned)} × {formatRupiah(cost)} = <strong>{formatRupiah(total)}</strong>.
        {left !== null && left >= 0
          ? ` Dari anggaran ${program?.name} sesudah itu masih tersisa ${formatRupiah(left)}.`
          : ''}
      </p>
      {left !== null && left < 0 ? (
        <Notice tone="warn" title={`Melebihi anggaran ${program?.name}`}>
          <p>
            Lebih {formatRupiah(-left)} dari anggaran {formatRupiah(program?.budget ?? 0)}.
          </p>
        </Notice>
      ) : null}
    </>
  );
}
