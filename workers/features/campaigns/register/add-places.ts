/** Places that nobody set: a school, a market, a counter. Each gets a code and a planned piece of material. */
import { eq, sql } from 'drizzle-orm';
import { constraintOf, type Db, unavailable } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import { placementEvents, placements } from '../table.ts';
import { beginMany } from './life-many.ts';
import { type NewPlacement, withCodes } from './new-placements.ts';

/** Rows of one file, or of one call. */
export const MOST_PLACES = 500;

/**
 * All of them or none.
 * @param key of the sender: the same places sent again are added once
 * @returns their codes, in order
 * @throws AppError key_reused when the key was used for others
 */
export async function addPlaces(
  db: Db,
  rows: readonly Omit<NewPlacement, 'life' | 'ref'>[],
  { key, ...by }: { at: number; by: string; key: string },
): Promise<{ codes: string[]; fresh: boolean }> {
  const before = await addedWith(db, key, rows);
  if (before) return { codes: before, fresh: false };
  try {
    const codes = await withCodes(rows.length, new Set(), async (drawn) => {
      const lines = rows.map((row, index) => ({
        ...row,
        ref: '',
        life: 'planned' as const,
        code: drawn[index] ?? '',
        key: keyOf(key, index),
      }));
      const [first, ...rest] = beginMany(db, lines, by);
      if (first) await db.batch([first, ...rest]);
      return drawn;
    });
    return { codes, fresh: true };
  } catch (error) {
    // Whether it is there already, as a lost answer or a second press leaves it, is told by its keys.
    const meanwhile = await addedWith(db, key, rows);
    if (meanwhile) return { codes: meanwhile, fresh: false };
    if (constraintOf(error)?.startsWith('placement_events.')) throw new AppError('key_reused');
    throw unavailable(error);
  }
}

const keyOf = (key: string, index: number): string => `${key}:${index}`;

/** @throws AppError key_reused */
async function addedWith(
  db: Db,
  key: string,
  rows: readonly Pick<NewPlacement, 'name'>[],
): Promise<string[] | null> {
  const keys = JSON.stringify(rows.map((_, index) => keyOf(key, index)));
  const found = await db
    .select({ key: placementEvents.key, code: placements.code, name: placements.name })
    .from(placementEvents)
    .innerJoin(placements, eq(placements.id, placementEvents.placementId))
    .where(sql`${placementEvents.key} in (select value from json_each(${keys}))`);
  if (found.length === 0) return null;
  const byKey = new Map(found.map((one) => [one.key, one]));
  return rows.map(({ name }, index) => {
    const one = byKey.get(keyOf(key, index));
    if (!one || one.name !== name) throw new AppError('key_reused');
    return one.code;
  });
}
