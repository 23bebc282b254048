/** What was erased of a case, and what its reporter asked for. */
import { asc, eq } from 'drizzle-orm';
import type { Db } from '../platform/db.ts';
import { openReason } from './erasure-words.ts';
import type { Keys } from './keys.ts';
import { erasureRequests, erasures } from './table.ts';

export type Erasure = typeof erasures.$inferSelect;
/** With its words opened; null for none, and once they were erased. */
export type ErasureRequest = typeof erasureRequests.$inferSelect;

/** In order; a few rows of one case. */
export function erasuresOf(db: Db, caseId: number): Promise<Erasure[]> {
  return db.select().from(erasures).where(eq(erasures.caseId, caseId)).orderBy(asc(erasures.id));
}

/** In order; a few rows of one case. */
export async function requestsOf(db: Db, keys: Keys, caseId: number): Promise<ErasureRequest[]> {
  const rows = await db
    .select()
    .from(erasureRequests)
    .where(eq(erasureRequests.caseId, caseId))
    .orderBy(asc(erasureRequests.id));
  return Promise.all(rows.map((row) => openRequest(keys, row)));
}

export async function openRequest(keys: Keys, row: ErasureRequest): Promise<ErasureRequest> {
  const [reason, answer] = await Promise.all([
    openReason(keys, 'reason', row),
    openReason(keys, 'answer', row),
  ]);
  return { ...row, reason, answer };
}
