/** What is written of a pack: begun once, each part once, stopped, ended, deleted. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { PrintFormat } from '../../../../shared/campaign.ts';
import { commit, type Db, unavailable } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import type { Scope } from './choice.ts';
import type { PackRow, PackTrouble, PartRow } from './queries.ts';
import { printPacks, printParts } from './table.ts';

export interface NewPack {
  format: PrintFormat;
  scope: Scope;
  origin: string;
  /** Placement ids in the order of their sheets. */
  ids: number[];
  createdBy: number;
  /** Of the sender: sent again it is the same pack. */
  key: string;
}

/** @param at epoch ms @returns id of the pack @throws AppError key_reused for another choice, unavailable */
export async function beginPack(db: Db, pack: NewPack, at: number): Promise<number> {
  const scope = JSON.stringify({ ...pack.scope, key: pack.key });
  const sameKey = sql`${printPacks.scope} ->> 'key' = ${pack.key}`;
  try {
    await db.run(sql`
      insert into ${printPacks} (format, scope, origin, placements, total, status, created_by, created_at)
      select ${pack.format}, ${scope}, ${pack.origin}, ${JSON.stringify(pack.ids)}, ${pack.ids.length}, 'running',
        ${pack.createdBy}, cast(${at} as integer)
      where not exists (select 1 from ${printPacks} where ${sameKey})`);
    const [row] = await db.select().from(printPacks).where(sameKey);
    if (!row) throw new Error('A pack was not written');
    if (row.format === pack.format && row.scope === scope) return row.id;
  } catch (error) {
    throw unavailable(error);
  }
  throw new AppError('key_reused');
}

/**
 * A part is there: its row is the lock, so that none is counted twice.
 * @returns false when somebody else has written it, or the pack is gone
 */
export async function partMade(db: Db, pack: PackRow, part: PartRow, at: number): Promise<boolean> {
  // Also when it was stopped meanwhile: with its last part it is whole.
  const over = sql`case when ${printPacks.status} in ('running', 'stopped') and ${part.last + 1} >= ${printPacks.total}`;
  const [outcome] = await commit(db, [
    {
      statements: [
        db.insert(printParts).values(part),
        db
          .update(printPacks)
          .set({
            done: part.last + 1,
            finishedAt: sql`${over} then cast(${at} as integer) end`,
            status: sql`${over} then 'done' else ${printPacks.status} end`,
          })
          .where(eq(printPacks.id, pack.id)),
      ],
      result: true,
    },
  ]);
  if (outcome?.ok) return true;
  if (outcome?.constraint) return false;
  throw outcome?.error;
}

/** A pack with a code that cannot be read is none: nothing of it stays. */
export async function refusePack(db: Db, id: number, trouble: PackTrouble, at: number): Promise<void> {
  await db.batch([
    db.delete(printParts).where(eq(printParts.packId, id)),
    db
      .update(printPacks)
      .set({ status: 'refused', done: 0, trouble: JSON.stringify(trouble), finishedAt: at })
      .where(eq(printPacks.id, id)),
  ]);
}

/** Moves it between these states; one that is elsewhere stays. @returns whether it moved */
export async function movePack(
  db: Db,
  id: number,
  from: readonly PackRow['status'][],
  to: PackRow['status'],
): Promise<boolean> {
  const moved = await db
    .update(printPacks)
    .set({ status: to })
    .where(and(eq(printPacks.id, id), inArray(printPacks.status, [...from])))
    .returning({ id: printPacks.id });
  return moved.length > 0;
}

export async function deletePack(db: Db, id: number): Promise<void> {
  try {
    await db.batch([
      db.delete(printParts).where(eq(printParts.packId, id)),
      db.delete(printPacks).where(eq(printPacks.id, id)),
    ]);
  } catch (error) {
    throw unavailable(error);
  }
}
