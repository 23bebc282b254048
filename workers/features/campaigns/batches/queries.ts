/** What is asked about batches and what was handed out of them. */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/db.ts';
import { campaigns, placements } from '../table.ts';
import { brochureBatches, brochureHandouts } from './table.ts';

export interface BatchLine {
  row: typeof brochureBatches.$inferSelect;
  /** Name of its program. */
  program: string | null;
  /** On every sheet of it. */
  code: string;
}

export type HandoutRow = typeof brochureHandouts.$inferSelect;

/** All batches, the newest first, those that were put away last; a regency prints some tens a year. */
export function listBatches(db: Db): Promise<BatchLine[]> {
  return select(db).orderBy(
    sql`${brochureBatches.archivedAt} is not null`,
    desc(brochureBatches.printedOn),
    desc(brochureBatches.id),
  );
}

export async function batchLine(db: Db, id: number): Promise<BatchLine | null> {
  const [line] = await select(db).where(eq(brochureBatches.id, id));
  return line ?? null;
}

function select(db: Db) {
  return db
    .select({ row: brochureBatches, program: campaigns.name, code: placements.code })
    .from(brochureBatches)
    .innerJoin(placements, eq(placements.id, brochureBatches.placementId))
    .leftJoin(campaigns, eq(campaigns.id, brochureBatches.campaignId))
    .$dynamic();
}

/** The newest first; also those that were taken back. */
export function handoutsOf(db: Db, batchId: number): Promise<HandoutRow[]> {
  return db
    .select()
    .from(brochureHandouts)
    .where(eq(brochureHandouts.batchId, batchId))
    .orderBy(desc(brochureHandouts.day), desc(brochureHandouts.id));
}

/** How many went where, by office or area code ('' = a place with a name); of one batch, or of all. */
export function handedByPlace(db: Db, batchId?: number): Promise<{ ref: string; count: number }[]> {
  return db
    .select({ ref: brochureHandouts.ref, count: sql<number>`sum(${brochureHandouts.count})` })
    .from(brochureHandouts)
    .where(
      and(
        isNull(brochureHandouts.cancelledAt),
        batchId === undefined ? undefined : eq(brochureHandouts.batchId, batchId),
      ),
    )
    .groupBy(brochureHandouts.ref)
    .orderBy(asc(brochureHandouts.ref));
}
