/** What may be told of a placement: its name, and its chain without small numbers. */
import { freeKinds, linkKinds } from '../../../../shared/campaign.ts';
import { shownCount } from '../../../../shared/small-counts.ts';
import { anyArea, anyOffice } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { type Link, links, type PlacementLine, type PlacementRow } from '../queries.ts';

export interface ShownPlacement {
  row: PlacementRow;
  /** "Desa Maleku, Kecamatan Mangkutana", or the name of an office. */
  name: string;
  /** Area code of its kecamatan; null for an OPD. */
  district: string | null;
  /** null = hidden. No sum over placements is ever told: it would give a hidden number away. */
  chain: Record<Link, number | null>;
}

export function shownPlacement({ row, chain }: PlacementLine, regency: Regency): ShownPlacement {
  const invented = regency.switches.demo;
  return {
    row,
    name: nameOf(row, regency),
    district: districtOf(row, regency),
    chain: Object.fromEntries(links.map((link) => [link, shownCount(chain[link], invented)])) as Record<
      Link,
      number | null
    >,
  };
}

/** Area code of its kecamatan; null for an OPD, and for what hangs nowhere. */
export function districtOf(
  { kind, ref, area }: Pick<PlacementRow, 'kind' | 'ref' | 'area'>,
  regency: Regency,
) {
  const at = kind === 'kecamatan' || kind === 'desa' ? ref : kind === 'opd' ? null : area;
  const found = anyArea(regency, at);
  return found?.level === 'desa' || found?.level === 'kelurahan' ? found.parent : (found?.code ?? at);
}

/** Villages of one name are told apart by their kecamatan. What the regency no longer has keeps its code as its name. */
export function nameOf(row: Pick<PlacementRow, 'kind' | 'ref' | 'area' | 'name'>, regency: Regency): string {
  if (row.kind === 'opd') return anyOffice(regency, row.ref)?.name ?? row.ref;
  const settled = row.kind === 'kecamatan' || row.kind === 'desa';
  const where = areaName(regency, settled ? row.ref : row.area);
  return settled ? where : [row.name, where].filter(Boolean).join(', ');
}

/** Was the place added by somebody, so that it has a name and an area of its own? */
export const isFree = ({ kind }: Pick<PlacementRow, 'kind'>): boolean =>
  (freeKinds as readonly string[]).includes(kind);

/** Is it the link of a post, an article or an event, which hangs nowhere and has no life of its own? */
export const isLink = ({ kind }: Pick<PlacementRow, 'kind'>): boolean =>
  (linkKinds as readonly string[]).includes(kind);

/** "Desa Maleku, Kecamatan Mangkutana"; '' for none. */
export function areaName(regency: Regency, code: string | null): string {
  const area = anyArea(regency, code);
  if (!area) return code ?? '';
  if (area.level === 'kecamatan') return `Kecamatan ${area.name}`;
  const district = anyArea(regency, area.parent);
  const own = `${area.level === 'kelurahan' ? 'Kelurahan' : 'Desa'} ${area.name}`;
  return district ? `${own}, Kecamatan ${district.name}` : own;
}

/** In the order of the settings: OPD first, then each kecamatan before its villages, and what was added there after them. */
export function inOrder(lines: readonly PlacementLine[], regency: Regency): ShownPlacement[] {
  const places = [
    ...[...regency.offices.keys()].map((code) => `opd ${code}`),
    ...[...regency.areas.values()]
      .filter((area) => area.level === 'kecamatan')
      .flatMap(({ code }) => [
        `kecamatan ${code}`,
        ...[...regency.areas.values()].filter((area) => area.parent === code).map((a) => `desa ${a.code}`),
        `near ${code}`,
      ]),
  ];
  const position = new Map(places.map((place, index) => [place, index]));
  const at = ({ row, district }: ShownPlacement) =>
    position.get(`${row.kind} ${row.ref}`) ?? position.get(`near ${district}`) ?? places.length;
  return lines
    .map((line) => shownPlacement(line, regency))
    .sort((a, b) => at(a) - at(b) || a.row.id - b.row.id);
}
