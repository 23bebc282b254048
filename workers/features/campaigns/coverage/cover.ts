/** Where something hangs and where nothing does: every place of the settings with its pieces. Pure. */
import { hangs, type Material, type settledKinds } from '../../../../shared/campaign.ts';
import { furthest, type Piece, pieceState, type Share, type TileState } from '../../../../shared/coverage.ts';
import { anyArea } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { placesOf } from '../register/placements.ts';
import type { PieceRow } from './queries.ts';

export type SettledKind = (typeof settledKinds)[number];

export interface Wanted {
  /** "opd" or the area code of a kecamatan: only the places of it. */
  district: string | null;
  material: Material | null;
  campaignId: number | null;
}

export interface CoveredPlace {
  kind: SettledKind;
  /** Office code, or the Ministry's area code. */
  ref: string;
  /** "Dinas Sosial", "Kecamatan Malili", "Desa Puncak Indah". */
  name: string;
  /** Shorter where there is something shorter: "PUPR". */
  short: string;
  /** Area code of its kecamatan; null for an OPD. */
  district: string | null;
  state: TileState;
  /** Pieces that hang. */
  hung: number;
  pieces: number;
  /** Newest photo of what hangs; epoch ms. */
  photoAt: number | null;
  /** Code of the piece that came furthest; null = none that was asked for. */
  code: string | null;
}

/** What hangs at a free place counts for the desa or kecamatan it stands in. */
function piecesOf(rows: readonly PieceRow[], regency: Regency): Piece[] {
  return rows.map(({ kind, ref, area, ...piece }) => {
    if (kind === 'opd' || kind === 'kecamatan' || kind === 'desa')
      return { ...piece, place: `${kind} ${ref}` };
    const level = anyArea(regency, area)?.level;
    return { ...piece, place: `${level === 'kecamatan' ? level : 'desa'} ${area}` };
  });
}

/** The places in the order of the settings, each with what was asked for. @param now epoch ms */
export function coveredPlaces(
  rows: readonly PieceRow[],
  regency: Regency,
  wanted: Wanted,
  now: number,
): CoveredPlace[] {
  const byPlace = new Map<string, Piece[]>();
  for (const piece of piecesOf(rows, regency)) {
    if (wanted.material !== null && piece.material !== wanted.material) continue;
    if (wanted.campaignId !== null && piece.campaignId !== wanted.campaignId) continue;
    byPlace.set(piece.place, [...(byPlace.get(piece.place) ?? []), piece]);
  }
  const invented = regency.switches.demo;
  const all = placesOf(regency).map(({ kind, ref }) => {
    const pieces = byPlace.get(`${kind} ${ref}`) ?? [];
    const states = pieces.map((piece) => pieceState(piece, now, invented));
    const state = furthest(states);
    const hanging = pieces.filter((piece) => hangs(piece, now));
    return {
      kind,
      ref,
      ...namesOf(kind, ref, regency),
      district: districtOf(kind, ref, regency),
      state,
      hung: hanging.length,
      pieces: pieces.filter(({ life }) => life !== 'idle').length,
      photoAt: hanging.length === 0 ? null : Math.max(...hanging.map(({ photoAt }) => photoAt ?? 0)),
      code: pieces[states.indexOf(state)]?.code ?? null,
    };
  });
  return wanted.district === null
    ? all
    : all.filter(({ district }) => (district ?? 'opd') === wanted.district);
}

function districtOf(kind: SettledKind, ref: string, { areas }: Regency): string | null {
  if (kind === 'opd') return null;
  return kind === 'kecamatan' ? ref : (areas.get(ref)?.parent ?? null);
}

const levels = { kabupaten: 'Kabupaten', kecamatan: 'Kecamatan', desa: 'Desa', kelurahan: 'Kelurahan' };

function namesOf(kind: SettledKind, ref: string, { offices, areas }: Regency) {
  if (kind === 'opd') {
    const office = offices.get(ref);
    return { name: office?.name ?? ref, short: office?.short ?? ref };
  }
  const area = areas.get(ref);
  const name = area ? `${levels[area.level]} ${area.name}` : ref;
  return { name, short: name };
}

/** Of each kind of place, how many have something hung. */
export function sharesOf(places: readonly CoveredPlace[]): Record<SettledKind, Share> {
  const share = (kind: SettledKind): Share => {
    const those = places.filter((place) => place.kind === kind);
    return { places: those.length, hung: those.filter(({ hung }) => hung > 0).length };
  };
  return { opd: share('opd'), kecamatan: share('kecamatan'), desa: share('desa') };
}

export interface PlaceGroup {
  /** "opd", or the area code of a kecamatan. */
  id: string;
  name: string;
  places: CoveredPlace[];
}

/** OPD first, then each kecamatan before its desa. */
export function groupsOf(places: readonly CoveredPlace[], regency: Regency): PlaceGroup[] {
  const groups = new Map<string, PlaceGroup>([['opd', { id: 'opd', name: 'OPD', places: [] }]]);
  for (const { code, name, level } of regency.areas.values())
    if (level === 'kecamatan') groups.set(code, { id: code, name: `Kecamatan ${name}`, places: [] });
  for (const place of places) groups.get(place.district ?? 'opd')?.places.push(place);
  return [...groups.values()].filter((group) => group.places.length > 0);
}
