/** All banners by place, each with its chain; one kecamatan at a time on demand. */
import { formatNumber } from '../../../../../shared/text.ts';
import { anyArea } from '../../../../regency/named.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Details, Select, Table, Tag } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { chainNames, countText, SmallCounts, shortAddress } from '../../chain/words.tsx';
import { type Link, links } from '../../queries.ts';
import type { ShownPlacement } from '../shown.ts';

export interface PlacementsPageProps {
  regency: Regency;
  who: Who;
  /** In their order. */
  placements: ShownPlacement[];
  origin: string;
  /** "opd" or the area code of a kecamatan; anything else shows all. */
  chosen: string | undefined;
}

interface Group {
  id: string;
  label: string;
  placements: ShownPlacement[];
}

export function PlacementsPage(props: PlacementsPageProps) {
  const { regency, origin, placements } = props;
  const groups = groupsOf(placements, regency);
  const chosen = groups.filter((group) => group.id === props.chosen);
  return (
    <Page title="Papan QR" regency={regency} side="desk" who={props.who} path="/desk/kampanye">
      <h1>Papan QR</h1>
      <p>
        Setiap OPD, kecamatan, desa, dan kelurahan mempunyai kode QR sendiri. Di sini terlihat apa yang
        terjadi sesudah kode itu dipindai.
      </p>
      <SmallCounts invented={regency.switches.demo} />
      {placements.length === 0 ? (
        <p>Belum ada papan. Papan dibuat sendiri dalam satu menit sesudah Kanal berjalan.</p>
      ) : (
        <>
          <form method="get" action="/desk/kampanye" class="search">
            <Select
              name="wilayah"
              label="Tampilkan"
              empty="Semua"
              options={groups.map(({ id, label }) => ({ value: id, label }))}
              value={chosen[0]?.id}
            />
            <button type="submit" class="second">
              Tampilkan
            </button>
          </form>
          {(chosen.length > 0 ? chosen : groups).map((group) => (
            <Details
              summary={`${group.label} (${formatNumber(group.placements.length)} papan)`}
              open={chosen.length > 0}
            >
              <Table
                caption={group.label}
                hideCaption
                columns={['Papan', ...links.map((link) => chainNames[link]), 'Gambar']}
                rows={group.placements.map((placement) => cells(placement, origin))}
              />
            </Details>
          ))}
        </>
      )}
    </Page>
  );
}

function groupsOf(placements: readonly ShownPlacement[], regency: Regency): Group[] {
  const groups = new Map<string, Group>();
  for (const placement of placements) {
    const id = placement.district ?? 'opd';
    const label = placement.district
      ? `Kecamatan ${anyArea(regency, placement.district)?.name ?? placement.district}`
      : 'OPD';
    const group = groups.get(id) ?? { id, label, placements: [] };
    groups.set(id, group);
    group.placements.push(placement);
  }
  return [...groups.values()];
}

function cells({ row, name, chain }: ShownPlacement, origin: string) {
  const own = `/desk/kampanye/${row.code}`;
  return [
    <>
      <a href={own}>{name}</a>
      {row.retiredAt === null ? null : (
        <>
          {' '}
          <Tag tone="amber">Dihentikan</Tag>
        </>
      )}
      <small class="mono">{shortAddress(origin, row.code)}</small>
    </>,
    ...links.map((link: Link) => countText(chain[link])),
    <>
      <a href={`${own}.svg`} aria-label={`SVG ${name}`}>
        SVG
      </a>{' '}
      <a href={`${own}.png`} aria-label={`PNG ${name}`}>
        PNG
      </a>
    </>,
  ];
}
