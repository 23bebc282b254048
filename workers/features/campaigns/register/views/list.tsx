/** Places and material: a list that is filtered by its address, and what to do with the ticked ones. */
import { materialNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { runsCampaigns } from '../../../../../shared/permissions/rooms.ts';
import { formatNumber } from '../../../../../shared/text.ts';
import { Done, Pagination, Table } from '../../../../ui/components.tsx';
import { Page } from '../../../../ui/layout.tsx';
import { SheetLinks } from '../../../../ui/sheet-links.tsx';
import { countText, SmallCounts, shortAddress } from '../../chain/words.tsx';
import { CampaignNav } from '../../nav.tsx';
import { filterQuery, type PlacementFilter } from '../filter.ts';
import type { ProgramRow } from '../queries.ts';
import type { ShownPlacement } from '../shown.ts';
import { Filters } from './filters.tsx';
import { LifeTag } from './life-tag.tsx';
import { PickBox, PickForm } from './pick.tsx';
import type { RoomProps } from './room.ts';

export const LIST = '/desk/kampanye/papan';

export interface ListPageProps extends RoomProps {
  filter: PlacementFilter;
  programs: readonly ProgramRow[];
  /** Of this page. */
  placements: readonly ShownPlacement[];
  /** Of all pages. */
  count: number;
  page: number;
  pages: number;
  origin: string;
  /** What was just done, in a sentence. */
  told: string | null;
}

export function ListPage(props: ListPageProps) {
  const { regency, who, filter, placements, count, page } = props;
  const runs = runsCampaigns(who);
  const filtered = Object.values(filter).some((value) => value !== undefined);
  const at = (next: number) => `${LIST}${filterQuery(filter, next > 1 ? { hal: String(next) } : {})}`;
  return (
    <Page title="Tempat dan bahan" regency={regency} side="desk" who={who} path="/desk/kampanye">
      <CampaignNav here="/desk/kampanye/papan" />
      <Done sentence={props.told} />
      <h1>Tempat dan bahan</h1>
      <p>
        Setiap OPD, kecamatan, desa, dan kelurahan mempunyai kode QR sendiri. Bahan dihitung terpasang bila
        ada fotonya yang diambil dalam 90 hari terakhir.
      </p>
      {runs ? (
        <p class="actions">
          <a class="button" href={`${LIST}/rencana`}>
            Rencanakan semua tempat
          </a>
          <a class="button second" href={`${LIST}/tambah`}>
            Tambah tempat
          </a>
        </p>
      ) : null}
      <Filters {...props} />
      {placements.length === 0 ? (
        <Empty filtered={filtered} due={filter.due === true} />
      ) : (
        <>
          <SmallCounts invented={regency.switches.demo} />
          <Table
            caption={`${formatNumber(count)} bahan`}
            columns={[
              'Tempat',
              'Bahan',
              'Keadaan',
              'Dipindai',
              'Laporan masuk',
              ...(runs ? ['Tindakan'] : []),
            ]}
            rows={placements.map((one) => cells(one, props, runs))}
          />
          <SheetLinks path={`${LIST}/semua`} query={filterQuery(filter)} />
          <Pagination
            previous={page > 1 ? at(page - 1) : null}
            next={page < props.pages ? at(page + 1) : null}
          />
          {runs ? <PickForm filter={filter} count={count} /> : null}
        </>
      )}
    </Page>
  );
}

function Empty(props: { filtered: boolean; due: boolean }) {
  if (props.due) return <p>Tidak ada yang perlu dicek sekarang.</p>;
  if (!props.filtered)
    return <p>Belum ada tempat. Tempat dibuat sendiri dalam satu menit sesudah Kanal berjalan.</p>;
  return (
    <p>
      Tidak ada yang cocok dengan saringan ini. <a href={LIST}>Tampilkan semuanya</a>
    </p>
  );
}

function cells({ row, name, chain }: ShownPlacement, props: ListPageProps, runs: boolean) {
  const program = props.programs.find(({ id }) => id === row.campaignId);
  return [
    <>
      <a href={`/desk/kampanye/${row.code}`}>{name}</a>
      <small class="mono">{shortAddress(props.origin, row.code)}</small>
    </>,
    row.life === 'idle' ? (
      '–'
    ) : (
      <>
        {materialNames[row.material]}
        {program ? <small>{program.name}</small> : null}
      </>
    ),
    <LifeTag state={row} now={props.now} />,
    countText(chain.scanned),
    countText(chain.submitted),
    ...(runs ? [<PickBox code={row.code} name={name} />] : []),
  ];
}
