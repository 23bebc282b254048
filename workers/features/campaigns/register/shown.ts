/** What may be told of a placement: its name, and its chain without small numbers. */
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

export function districtOf(row: PlacementRow, regency: Regency): string | null {
  if (row.kind === 'opd') return null;
  return row.kind === 'kecamatan' ? row.ref : (anyArea(regency, row.ref)?.parent ?? null);
}

/** Villages of one name are told apart by their kecamatan. What the regency no longer has keeps its code as its name. */
export function nameOf(row: PlacementRow, regency: Regency): string {
  if (row.kind === 'opd') return anyOffice(regency, row.ref)?.name ?? row.ref;
  const area = anyArea(regency, row.ref);
  if (!area) return row.ref;
  if (row.kind === 'kecamatan') return `Kecamatan ${area.name}`;
  const district = anyArea(regency, area.parent);
  const own = `${area.level === 'kelurahan' ? 'Kelurahan' : 'Desa'} ${area.name}`;
  return district ? `${own}, Kecamatan ${district.name}` : own;
}

/** In the order of the settings: OPD first, then each kecamatan before its villages. */
export function inOrder(lines: readonly PlacementLine[], regency: Regency): ShownPlacement[] {
  const places = [
    ...[...regency.offices.keys()].map((code) => `opd ${code}`),
    ...[...regency.areas.values()]
      .filter((area) => area.level === 'kecamatan')
      .flatMap(({ code }) => [
        `kecamatan ${code}`,
        ...[...regency.areas.values()].filter((area) => area.parent === code).map((a) => `desa ${a.code}`),
      ]),
  ];
  const position = new Map(places.map((place, index) => [place, index]));
  const at = ({ row }: ShownPlacement) => position.get(`${row.kind} ${row.ref}`) ?? places.length;
  return lines
    .map((line) => shownPlacement(line, regency))
    .sort((a, b) => at(a) - at(b) || a.row.id - b.row.id);
}
