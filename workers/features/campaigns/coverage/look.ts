/** The coverage as the page, its files and the API show it: read once, counted by place, material and program. */
import { type Share, tileStates } from '../../../../shared/coverage.ts';
import { materialNames } from '../../../../shared/i18n/campaign-messages.ts';
import type { Db } from '../../../platform/db.ts';
import { anyArea } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { listOpenPrograms, type ProgramRow } from '../register/queries.ts';
import { type Asked, hangingMaterials } from './asked.ts';
import {
  type CoveredPlace,
  coveredPlaces,
  groupsOf,
  type PlaceGroup,
  type SettledKind,
  sharesOf,
} from './cover.ts';
import { listPieces } from './queries.ts';

export interface CoverageLine {
  of: 'all' | 'material' | 'program';
  /** Material, id of the program, or '' for everything that was asked for. */
  id: string;
  name: string;
  shares: Record<SettledKind, Share>;
}

export interface Coverage {
  asked: Asked;
  /** In the order that was asked for. */
  places: CoveredPlace[];
  groups: PlaceGroup[];
  /** First everything that was asked for, then by material and by program as far as they have a piece. */
  lines: CoverageLine[];
  programs: ProgramRow[];
}

/** @param now epoch ms */
export async function coverageOf(db: Db, regency: Regency, asked: Asked, now: number): Promise<Coverage> {
  const [rows, programs] = await Promise.all([listPieces(db), listOpenPrograms(db)]);
  const look = (wanted: Partial<Asked>) => coveredPlaces(rows, regency, { ...asked, ...wanted }, now);
  const places = look({});
  const used = rows.filter(({ life }) => life !== 'idle');
  const materials = hangingMaterials.filter((one) => used.some(({ material }) => material === one));
  const lines: CoverageLine[] = [
    { of: 'all', id: '', name: allName(asked, programs, regency), shares: sharesOf(places) },
  ];
  if (asked.material === null)
    for (const material of materials)
      lines.push({
        of: 'material',
        id: material,
        name: materialNames[material],
        shares: sharesOf(look({ material })),
      });
  if (asked.campaignId === null)
    for (const { id, name } of programs)
      lines.push({
        of: 'program',
        id: String(id),
        name: `Program ${name}`,
        shares: sharesOf(look({ campaignId: id })),
      });
  return { asked, places: inOrder(places, asked), groups: groupsOf(places, regency), lines, programs };
}

function allName(
  { district, material, campaignId }: Asked,
  programs: readonly ProgramRow[],
  regency: Regency,
) {
  const program = programs.find(({ id }) => id === campaignId)?.name;
  const place = district === 'opd' ? 'OPD' : district && `Kecamatan ${anyArea(regency, district)?.name}`;
  const what = material === null ? 'Semua bahan' : materialNames[material];
  return [what, place, program && `program ${program}`].filter(Boolean).join(', ');
}

/** What is missing comes first: states from nothing on, places without a photo before the oldest one. */
function inOrder(places: readonly CoveredPlace[], { order }: Asked): CoveredPlace[] {
  if (order === 'keadaan')
    return places.toSorted((a, b) => tileStates.indexOf(a.state) - tileStates.indexOf(b.state));
  if (order === 'foto') return places.toSorted((a, b) => (a.photoAt ?? 0) - (b.photoAt ?? 0));
  return [...places];
}
