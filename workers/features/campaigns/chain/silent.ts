/** What hangs and was never scanned. Pure. */
import { hangs } from '../../../../shared/campaign.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { nameOf } from '../register/shown.ts';
import { placeName, placeOf } from './pieces.ts';
import type { CountedRow } from './queries.ts';

export interface Silence {
  /** How many hang at all. */
  hanging: number;
  /** By kecamatan. That there was no scan may be told: only 1 to 4 is hidden. */
  silent: { name: string; pieces: { code: string; name: string }[] }[];
}

/** @param at epoch ms */
export function silentOf(placed: readonly CountedRow[], regency: Regency, at: number): Silence {
  const hanging = placed.filter(({ row }) => hangs(row, at));
  const groups = new Map<string, { code: string; name: string }[]>();
  for (const { row, counts } of hanging) {
    if ((counts?.scanned ?? 0) > 0) continue;
    const place = placeOf(row, regency);
    groups.set(place, [...(groups.get(place) ?? []), { code: row.code, name: nameOf(row, regency) }]);
  }
  return {
    hanging: hanging.length,
    silent: [...groups].map(([place, pieces]) => ({ name: placeName(place, regency), pieces })),
  };
}
