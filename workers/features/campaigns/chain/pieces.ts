/** What brings people, one by one, with the totals that it is part of. Pure. */
import { type LinkKind, linkKinds, type PlaceKind } from '../../../../shared/campaign.ts';
import { materialNames, placeKindNames } from '../../../../shared/i18n/campaign-messages.ts';
import type { Part } from '../../../../shared/small-totals.ts';
import { anyArea } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { districtOf, nameOf } from '../register/shown.ts';
import type { CountedRow, ItemRow } from './queries.ts';

export const chainLinks = [
  'scanned',
  'opened',
  'submitted',
  'accepted',
  'settled',
  'settledOnTime',
  'confirmed',
] as const;
export type ChainLink = (typeof chainLinks)[number];

/** What totals are made of, the most wanted first. */
export const groupings = ['material', 'district', 'kind', 'program'] as const;

export interface Piece extends Part<ChainLink> {
  /** '' for what has no link. */
  code: string;
  kind: PlaceKind;
  name: string;
  /** It was planned at least. */
  begun: boolean;
  reach: number | null;
  cost: number | null;
  /** It costs something: it was made or has happened. */
  priced: boolean;
}

export const isLink = (kind: PlaceKind): kind is LinkKind => (linkKinds as readonly string[]).includes(kind);

export function pieceOf({ row, counts }: CountedRow, item: ItemRow | undefined, regency: Regency): Piece {
  const { code, kind, material, life } = row;
  return {
    code,
    kind,
    name: item?.title ?? nameOf(row, regency),
    begun: life !== 'idle',
    counts: Object.fromEntries(chainLinks.map((link) => [link, counts?.[link] ?? 0])) as Piece['counts'],
    groups: groupsOf(material, placeOf(row, regency), kind, item?.campaignId ?? row.campaignId),
    reach: item?.reach ?? null,
    cost: isLink(kind) ? (item?.cost ?? null) : row.cost,
    // A code without a plan, a plan, and a share card cost nothing yet, or never.
    priced: item ? item.done : !isLink(kind) && life !== 'idle' && life !== 'planned',
  };
}

/** What has reached people and cost money without a link that they could follow. */
export function unlinked({ kind, title, reach, cost, done, campaignId }: ItemRow): Piece {
  const groups = groupsOf('link', '', kind, campaignId);
  return { code: '', kind, name: title, begun: true, counts: zero, groups, reach, cost, priced: done };
}

function groupsOf(material: string, place: string, kind: string, program: number | null): string[] {
  return ['all', `material:${material}`, `district:${place}`, `kind:${kind}`, `program:${program ?? ''}`];
}

/** "opd", or the area code of a kecamatan; '' for what is in no single one. */
export const placeOf = (row: CountedRow['row'], regency: Regency) =>
  row.kind === 'opd' ? 'opd' : (districtOf(row, regency) ?? '');

export function placeName(place: string, regency: Regency): string {
  if (place === 'opd') return 'OPD';
  return place === '' ? 'Tidak di satu kecamatan' : `Kecamatan ${anyArea(regency, place)?.name ?? place}`;
}

/** Every total there is, in the order in which they are told. */
export function groupNames(
  pieces: readonly Piece[],
  programs: readonly { id: number; name: string }[],
  regency: Regency,
): Map<string, string> {
  const programNames = new Map(programs.map(({ id, name }) => [`${id}`, name]));
  const nameOfGroup: Record<string, (id: string) => string> = {
    material: (id) => materialNames[id as keyof typeof materialNames],
    district: (id) => placeName(id, regency),
    kind: (id) => placeKindNames[id as PlaceKind],
    program: (id) => programNames.get(id) ?? 'Di luar program',
  };
  const found = new Set([
    ...pieces.flatMap(({ groups }) => groups),
    ...programs.map(({ id }) => `program:${id}`),
  ]);
  return new Map(
    groupings.flatMap((by) =>
      [...found]
        .filter((group) => group.startsWith(`${by}:`))
        .map((group): [string, string] => [group, nameOfGroup[by]?.(group.slice(by.length + 1)) ?? group]),
    ),
  );
}

const zero = Object.fromEntries(chainLinks.map((link) => [link, 0])) as Record<ChainLink, number>;
