/** Packs: what is asked of them. */
import { and, asc, desc, eq, gt, gte, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/db.ts';
import type { Place } from '../../../privacy/seal.ts';
import type { Step } from './steps.ts';
import { evaluationPacks, evaluationParts } from './table.ts';

export type PackRow = typeof evaluationPacks.$inferSelect;
export type PartRow = typeof evaluationParts.$inferSelect;

export const stepsOf = (pack: Pick<PackRow, 'steps'>): Step[] =>
  (JSON.parse(pack.steps) as { list: Step[] }).list;

/** A pack and its files as they are at one moment. */
export async function readWhole(db: Db, id: number): Promise<{ pack: PackRow | null; parts: PartRow[] }> {
  const [packs, parts] = await db.batch([
    db.select().from(evaluationPacks).where(eq(evaluationPacks.id, id)),
    db
      .select()
      .from(evaluationParts)
      .where(eq(evaluationParts.packId, id))
      .orderBy(asc(evaluationParts.part)),
  ]);
  return { pack: packs[0] ?? null, parts };
}

/** The newest packs of a meeting or an indicator. */
export const packsOf = (db: Db, kind: PackRow['kind'], subject: string): Promise<PackRow[]> =>
  db
    .select()
    .from(evaluationPacks)
    .where(and(eq(evaluationPacks.kind, kind), eq(evaluationPacks.subject, subject)))
    .orderBy(desc(evaluationPacks.id))
    .limit(10);

/** Those that were asked for since then. @param of with epoch ms */
export const packsSince = (
  db: Db,
  { kind, subject, since }: Pick<PackRow, 'kind' | 'subject'> & { since: number },
): Promise<PackRow[]> => {
  const { kind: kinds, subject: subjects, createdAt } = evaluationPacks;
  return db
    .select()
    .from(evaluationPacks)
    .where(and(eq(kinds, kind), eq(subjects, subject), gte(createdAt, since)));
};

/** Ids of packs that are being made; by an index. */
export async function runningPacks(db: Db): Promise<number[]> {
  const rows = await db
    .select({ id: evaluationPacks.id })
    .from(evaluationPacks)
    .where(sql`${evaluationPacks.status} = 'running'`);
  return rows.map(({ id }) => id);
}

/** Where a file's sealed bytes belong. */
export const partPlace = (objectKey: string): Place => ({
  table: 'evaluation_parts',
  column: 'object',
  row: objectKey,
});

/** The next files after an object's key, for those who seal them anew. */
export async function partsAfter(db: Db, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .select({ key: evaluationParts.objectKey })
    .from(evaluationParts)
    .where(gt(evaluationParts.objectKey, after))
    .orderBy(asc(evaluationParts.objectKey))
    .limit(limit);
  return rows.map(({ key }) => key);
}
