/** A new piece in place of one that hung: with a code of its own, because the old one may still hang somewhere. */
import { eq, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/db.ts';
import type { Keys } from '../../../privacy/keys.ts';
import type { PlacementRow } from '../queries.ts';
import { placements } from '../table.ts';
import { type LifeDone, type LifeStep, planLife, writeOnce } from './life.ts';
import { beginMany } from './life-many.ts';
import { withCodes } from './new-placements.ts';

/**
 * The old one's code leads to the plain form from then on; the new one is planned.
 * @param cost rupiah of the new one
 * @returns code of the new one
 * @throws AppError conflict when it can't be replaced from where it is, or somebody else was quicker
 */
export async function replacePlacement(
  db: Db,
  keys: Keys,
  row: PlacementRow,
  step: Omit<LifeStep, 'life' | 'facts' | 'photo'>,
  cost: number | null,
): Promise<string> {
  const { kind, ref, material, campaignId, name, area, lat, lon, size, design, hanger } = row;
  const life = 'replaced';
  await withCodes<LifeDone>(1, new Set([row.code]), ([code = '']) =>
    writeOnce(db, row.id, { key: step.key, life }, async () => {
      const plan = await planLife(db, keys, row, { ...step, life });
      const copied = { kind, ref, material, campaignId, name, area, lat, lon, size, design, hanger };
      plan.statements.push(
        ...beginMany(db, [{ ...copied, code, life: 'planned', cost }], step),
        db
          .update(placements)
          .set({ replacedBy: sql`(select id from ${placements} where ${placements.code} = ${code})` })
          .where(eq(placements.id, row.id)),
      );
      return plan;
    }),
  );
  const [made] = await db
    .select({ code: placements.code })
    .from(placements)
    .where(sql`${placements.id} = (select replaced_by from placements where id = ${row.id})`);
  return made?.code ?? row.code;
}
