/** Placements: one for each OPD, kecamatan and desa from the start. */
import { eq } from 'drizzle-orm';
import type { Db } from '../../../platform/db.ts';
import { meta } from '../../../platform/table.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { placements } from '../table.ts';
import { insertPlacements, withCodes } from './new-placements.ts';

/** In `meta`: the settings for which every place has its placement. */
const META = 'placements';

export interface Place {
  slot: string;
  kind: 'opd' | 'kecamatan' | 'desa';
  /** Office code, or the Ministry's area code. */
  ref: string;
}

/** Every place that has a placement from the start: offices of kind OPD, each kecamatan, each desa and kelurahan. */
export function placesOf(regency: Pick<Regency, 'offices' | 'areas'>): Place[] {
  const offices = [...regency.offices.values()].filter((office) => office.kind === 'opd');
  const areas = [...regency.areas.values()].filter((area) => area.level !== 'kabupaten');
  return [
    ...offices.map(({ code }): Place => ({ slot: `opd:${code}`, kind: 'opd', ref: code })),
    ...areas.map(
      ({ code, level }): Place => ({
        slot: `area:${code}`,
        kind: level === 'kecamatan' ? 'kecamatan' : 'desa',
        ref: code,
      }),
    ),
  ];
}

/**
 * Makes the placements that are missing. One row read when the settings are those it was done for.
 * @param at epoch ms
 * @returns how many were made
 */
export async function ensurePlacements(db: Db, regency: Regency, at: number): Promise<number> {
  const version = String(regency.version);
  const [done] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, META));
  if (done?.value === version) return 0;
  const there = await db.select({ code: placements.code, slot: placements.slot }).from(placements);
  const slots = new Set(there.map((row) => row.slot));
  const missing = placesOf(regency).filter(({ slot }) => !slots.has(slot));
  await withCodes(missing.length, new Set(there.map((row) => row.code)), (codes) =>
    db.batch([
      insertPlacements(
        db,
        missing.map((place, index) => ({ ...place, code: codes[index] ?? '' })),
        at,
      ),
      db
        .insert(meta)
        .values({ key: META, value: version })
        .onConflictDoUpdate({ target: meta.key, set: { value: version } }),
    ]),
  );
  return missing.length;
}
