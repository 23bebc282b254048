/** What is written of a pack: begun once, each file once, stopped, resumed, deleted. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import { commit, type Db, unavailable } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import type { PackRow, PartRow } from './queries.ts';
import type { Step } from './steps.ts';
import { evaluationPacks, evaluationParts } from './table.ts';

export interface NewPack {
  kind: PackRow['kind'];
  subject: string;
  steps: readonly Step[];
  createdBy: string;
  /** Of the sender: sent again it is the same pack. */
  key: string;
}

/** @param at epoch ms @returns id of the pack @throws AppError key_reused for another subject, unavailable */
export async function beginPack(db: Db, pack: NewPack, at: number): Promise<number> {
  const { kind, subject, steps, createdBy, key } = pack;
  const sameKey = sql`${evaluationPacks.steps} ->> 'key' = ${key}`;
  try {
    await db.run(sql`
      insert into ${evaluationPacks} (kind, subject, steps, total, status, created_by, created_at)
      select ${kind}, ${subject}, ${JSON.stringify({ key, list: steps })}, ${steps.length}, 'running', ${createdBy},
        cast(${at} as integer)
      where not exists (select 1 from ${evaluationPacks} where ${sameKey})`);
    const [row] = await db.select().from(evaluationPacks).where(sameKey);
    if (!row) throw new Error('A pack was not written');
    if (row.kind === kind && row.subject === subject) return row.id;
  } catch (error) {
    throw unavailable(error);
  }
  throw new AppError('key_reused');
}

/**
 * A file is there: its row is the lock, so that none is counted twice.
 * @returns false when somebody else has written it, or the pack is gone
 */
export async function fileMade(db: Db, pack: PackRow, part: PartRow, at: number): Promise<boolean> {
  // Also when it was stopped meanwhile: with its last file it is whole.
  const over = sql`case when ${evaluationPacks.status} in ('running', 'stopped') and ${part.part} >= ${evaluationPacks.total}`;
  const [outcome] = await commit(db, [
    {
      statements: [
        db.insert(evaluationParts).values(part),
        db
          .update(evaluationPacks)
          .set({
            done: part.part,
            finishedAt: sql`${over} then cast(${at} as integer) end`,
            status: sql`${over} then 'done' else ${evaluationPacks.status} end`,
          })
          .where(eq(evaluationPacks.id, pack.id)),
      ],
      result: true,
    },
  ]);
  if (outcome?.ok) return true;
  if (outcome?.constraint) return false;
  throw outcome?.error;
}

/** Moves it between these states; one that is elsewhere stays. @returns whether it moved */
export async function movePack(
  db: Db,
  id: number,
  from: readonly PackRow['status'][],
  to: PackRow['status'],
): Promise<boolean> {
  const moved = await db
    .update(evaluationPacks)
    .set({ status: to })
    .where(and(eq(evaluationPacks.id, id), inArray(evaluationPacks.status, [...from])))
    .returning({ id: evaluationPacks.id });
  return moved.length > 0;
}

export async function deletePack(db: Db, id: number): Promise<void> {
  try {
    await db.batch([
      db.delete(evaluationParts).where(eq(evaluationParts.packId, id)),
      db.delete(evaluationPacks).where(eq(evaluationPacks.id, id)),
    ]);
  } catch (error) {
    throw unavailable(error);
  }
}
