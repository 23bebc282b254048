/** The chain of everything that brings people, with its cost, as it may be told (shared/small-totals.ts). Pure. */
import type { PlaceKind } from '../../../../shared/campaign.ts';
import { LEAST, shownCount } from '../../../../shared/small-counts.ts';
import { type Range, totalsOf } from '../../../../shared/small-totals.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import {
  type ChainLink,
  chainLinks,
  type groupings,
  groupNames,
  isLink,
  type Piece,
  pieceOf,
  unlinked,
} from './pieces.ts';
import type { countedRows } from './queries.ts';

/** The link that each is never larger than. */
const within: Readonly<Record<ChainLink, ChainLink | null>> = {
  scanned: null,
  opened: null,
  submitted: null,
  accepted: 'submitted',
  settled: 'accepted',
  settledOnTime: 'settled',
  confirmed: 'settled',
};

/** What is told for itself. */
export const singles = ['placement', 'post', 'article', 'event', 'batch'] as const;
export type By = (typeof groupings)[number] | (typeof singles)[number];

export interface Line {
  /** Code of the placement; of a total what it stands for: a material, an area, a kind, an id; '' for the rest. */
  id: string;
  name: string;
  /** People reached, as somebody has typed it in; null = not known for any part. */
  reached: number | null;
  /** It is known for all of it, so that scans can be set against it. */
  reachedAll: boolean;
  chain: Record<ChainLink, Range>;
  /** Rupiah, as far as typed in. */
  cost: number;
  /** Parts that cost something and do not say what. */
  unpriced: number;
  /** Rupiah; null where a cost is missing, or so few are settled that the number would be given away. */
  perSettled: number | null;
}

export interface Results {
  whole: Line;
  by: Record<By, Line[]>;
}

export function resultsOf(
  { placed, items, programs }: Pick<Awaited<ReturnType<typeof countedRows>>, 'placed' | 'items' | 'programs'>,
  regency: Regency,
): Results {
  const itemOf = new Map(items.map((item) => [item.placementId, item]));
  const pieces = [
    ...placed.map((one) => pieceOf(one, itemOf.get(one.row.id), regency)),
    ...items.filter(({ placementId }) => placementId === null).map(unlinked),
  ];
  const names = groupNames(pieces, programs, regency);
  const invented = regency.switches.demo;
  const totals = totalsOf(pieces, within, ['all', ...names.keys()], invented);
  const other = new Map(programs.map(({ id, otherCost }) => [`program:${id}`, otherCost ?? 0]));
  const lineOf = (group: string, name: string, extra: number): Line => {
    const own = pieces.filter(({ groups }) => groups.includes(group));
    const chain = totals.get(group) ?? nothing;
    return priced({ id: group.slice(group.indexOf(':') + 1), name, chain, ...summed(own, extra) });
  };
  const grouped = (by: string) =>
    [...names]
      .filter(([group]) => group.startsWith(`${by}:`))
      .map(([group, name]) => lineOf(group, name, other.get(group) ?? 0))
      .sort(byScans);
  const single = (...kinds: PlaceKind[]) =>
    pieces
      .filter(({ kind }) => kinds.includes(kind))
      .map((piece) => singleOf(piece, invented))
      .sort(byScans);
  return {
    whole: lineOf(
      'all',
      'Seluruhnya',
      [...other.values()].reduce((sum, cost) => sum + cost, 0),
    ),
    by: {
      material: grouped('material'),
      district: grouped('district'),
      kind: grouped('kind'),
      program: grouped('program'),
      placement: pieces
        .filter(
          ({ kind, begun, counts }) =>
            !isLink(kind) && (begun || chainLinks.some((link) => counts[link] > 0)),
        )
        .map((piece) => singleOf(piece, invented))
        .sort(byScans),
      post: single('post', 'card'),
      article: single('article'),
      event: single('event'),
      batch: single('batch'),
    },
  };
}

/** What works best first; by what is told, so that the order gives nothing away. */
const byScans = (a: Line, b: Line) => b.chain.scanned.least - a.chain.scanned.least;

/** One number, hidden when it is small. */
export function cellRange(count: number, invented: boolean): Range {
  return shownCount(count, invented) === null ? { least: 1, most: LEAST - 1 } : { least: count, most: count };
}

function singleOf(piece: Piece, invented: boolean): Line {
  const { code, counts, name } = piece;
  const chain = Object.fromEntries(
    chainLinks.map((link) => [link, cellRange(counts[link], invented)]),
  ) as Record<ChainLink, Range>;
  return priced({ id: code, name, chain, ...summed([piece], 0) });
}

/** @param extra Rupiah that stand at no part */
function summed(pieces: readonly Piece[], extra: number) {
  const reached = pieces.flatMap(({ reach }) => (reach === null ? [] : [reach]));
  return {
    reached: reached.length === 0 ? null : reached.reduce((sum, reach) => sum + reach, 0),
    reachedAll: pieces.every(({ reach, counts }) => reach !== null || counts.scanned === 0),
    cost: pieces.reduce((sum, { cost }) => sum + (cost ?? 0), extra),
    unpriced: pieces.filter(({ cost, priced }) => priced && cost === null).length,
  };
}

function priced(line: Omit<Line, 'perSettled'>): Line {
  const { least, most } = line.chain.settled;
  const known = line.unpriced === 0 && line.cost > 0 && least === most && least >= LEAST;
  return { ...line, perSettled: known ? Math.round(line.cost / least) : null };
}

export const nothing = Object.fromEntries(chainLinks.map((link) => [link, { least: 0, most: 0 }])) as Record<
  ChainLink,
  Range
>;
