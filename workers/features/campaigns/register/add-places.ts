/** Places that nobody set: a school, a market, a counter. Each gets a code and a planned piece of material. */
import { asc, eq, sql } from 'drizzle-orm';
import type { Doer } from '../../doer.ts';
import { once } from '../../once.ts';
import { placementEvents, placements } from '../table.ts';
import { beginMany } from './life-many.ts';
import { type NewPlacement, withCodes } from './new-placements.ts';

/** Rows of one file, or of one call. */
export const MOST_PLACES = 500;

/**
 * All of them or none, once for each key.
 * @returns their codes, in order
 * @throws AppError key_reused when the key has added others
 */
export async function addPlaces(
  to: Doer,
  rows: readonly Omit<NewPlacement, 'life' | 'ref'>[],
  key: string | undefined,
): Promise<string[]> {
  const { db, by, now: at } = to;
  const keys = rows.map((_, index) => `${key?.toLowerCase()}:${index}`);
  await once(to, { key, scope: 'places', body: rows }, placements, (last) =>
    withCodes(rows.length, new Set(), async (drawn) => {
      const lines = rows.map((row, index) => ({
        ...{ ...row, ref: '', life: 'planned' as const },
        ...{ code: drawn[index] ?? '', key: keys[index] },
      }));
      const [first, ...rest] = beginMany(db, lines, { at, by });
      if (first) await db.batch([first, ...rest, last]);
    }),
  );
  const added = await db
    .select({ code: placements.code })
    .from(placementEvents)
    .innerJoin(placements, eq(placements.id, placementEvents.placementId))
    .where(sql`${placementEvents.key} in (select value from json_each(${JSON.stringify(keys)}))`)
    .orderBy(asc(placements.id));
  return added.map(({ code }) => code);
}
