/** How facts that come and go move the sums by month and by day. Pure. */
import {
  addCounts,
  type Basis,
  type Counts,
  type Dimension,
  noCounts,
  packCounts,
  unpackCounts,
} from '../../../../../shared/figures/counts.ts';
import type { Fact } from './facts.ts';

/** As a row of `figures` holds them: packed counts by value of the dimension. */
export type Cells = Record<string, number[]>;

export interface Place {
  dimension: Dimension;
  basis: Basis;
  bucket: string;
}

/** By how much the sums of one dimension in one month or on one day move, by value. */
export interface Move extends Place {
  by: Map<string, Counts>;
}

/** What cases are told apart by; posts have their own. */
const factDimensions = ['kind', 'office', 'area', 'category', 'channel', 'placement', 'disposer'] as const;

export const sumKey = ({ dimension, basis, bucket }: Place): string => `${dimension} ${basis} ${bucket}`;

/** @returns by `sumKey` */
export function movesOf(gone: readonly Fact[], come: readonly Fact[]): Map<string, Move> {
  const moves = new Map<string, Move>();
  const move = (fact: Fact, sign: 1 | -1) => {
    const counts = unpackCounts(JSON.parse(fact.counts) as number[]);
    for (const dimension of factDimensions) {
      const value = fact[dimension];
      if (value === null) continue;
      for (const bucket of [fact.day, fact.day.slice(0, 7)]) {
        const place = { dimension, basis: fact.basis, bucket };
        const one = moves.get(sumKey(place)) ?? { ...place, by: new Map<string, Counts>() };
        moves.set(sumKey(place), one);
        one.by.set(value, addCounts(one.by.get(value) ?? noCounts(), counts, sign));
      }
    }
  };
  for (const fact of gone) move(fact, -1);
  for (const fact of come) move(fact, 1);
  return moves;
}

/** A row of `figures` after the move; `cells` null = nothing is left of it. */
export function movedRow({ by, ...place }: Move, kept: Cells): Place & { cells: string | null } {
  const cells = { ...kept };
  for (const [value, counts] of by) {
    const packed = packCounts(addCounts(unpackCounts(cells[value] ?? []), counts));
    if (packed.length > 0) cells[value] = packed;
    else delete cells[value];
  }
  return { ...place, cells: Object.keys(cells).length === 0 ? null : JSON.stringify(cells) };
}
