/** Placements: one for each OPD, kecamatan and desa from the start; taken down and put up again by people. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import { meta } from '../../../platform/table.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { forgetCodes } from '../scans/known.ts';
import { placements } from '../table.ts';
import { insertPlacements, withCodes } from './new-placements.ts';

/** In `meta`: the settings for which every place has its placement. */
const META = 'placements';

interface Place {
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

/** Takes a placement down: its code leads to the plain form from then on. @throws AppError not_found */
export async function retirePlacement(db: Db, code: string, at: number): Promise<void> {
  await set(db, code, at);
}

/** Puts it up again. @throws AppError not_found */
export async function revivePlacement(db: Db, code: string): Promise<void> {
  await set(db, code, null);
}

/** Doing it twice changes nothing: the first time stays. */
async function set(db: Db, code: string, retiredAt: number | null): Promise<void> {
  const other = retiredAt === null ? isNotNull(placements.retiredAt) : isNull(placements.retiredAt);
  const [, rows] = await db.batch([
    db
      .update(placements)
      .set({ retiredAt })
      .where(and(eq(placements.code, code), other)),
    db.select({ id: placements.id }).from(placements).where(eq(placements.code, code)),
  ]);
  if (rows.length === 0) throw new AppError('not_found');
  forgetCodes();
}
