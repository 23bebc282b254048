/** The history of settings: read only; its lines are written with the change (write.ts, load.ts). */
import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '../platform/db.ts';
import { AppError } from '../platform/problem.ts';
import { settingChanges } from './table.ts';

export type Change = typeof settingChanges.$inferSelect;

/** @throws AppError not_found */
export async function readChange(db: Db, id: number): Promise<Change> {
  const [found] = await db.select().from(settingChanges).where(eq(settingChanges.id, id));
  if (!found) throw new AppError('not_found');
  return found;
}

/** Changes of one row, the newest first. */
export function changesOf(db: Db, kind: string, rowId: string): Promise<Change[]> {
  return db
    .select()
    .from(settingChanges)
    .where(and(eq(settingChanges.kind, kind), eq(settingChanges.rowId, rowId)))
    .orderBy(desc(settingChanges.id));
}
