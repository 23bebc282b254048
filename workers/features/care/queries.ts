/** Runs of the retention, and requests of reporters, as pages and the sweep read them. */
import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import { cases } from '../../cases/table.ts';
import type { Db } from '../../platform/db.ts';
import { type ErasureRequest, openRequest } from '../../privacy/erasures.ts';
import type { Keys } from '../../privacy/keys.ts';
import { erasureRequests } from '../../privacy/table.ts';
import { retentionRuns } from './table.ts';

/** Where a run stands, and what a dry one has counted. */
export interface Cursor {
  index: 'plain' | 'secret';
  /** Closed from then on (epoch ms): earlier ones an earlier run has looked at. */
  from: number;
  at: number;
  id: number;
  /** "2025:complaint" → cases. */
  counts: Record<string, number>;
  /** Earliest closing among them (epoch ms). */
  oldest: number | null;
}

export type Run = Omit<typeof retentionRuns.$inferSelect, 'cursor'> & { cursor: Cursor };

const asRun = (row: typeof retentionRuns.$inferSelect): Run => ({
  ...row,
  cursor: JSON.parse(row.cursor) as Cursor,
});

export async function readRun(db: Db, id: number): Promise<Run | null> {
  const [row] = await db.select().from(retentionRuns).where(eq(retentionRuns.id, id));
  return row ? asRun(row) : null;
}

/** The newest runs. */
export async function readRuns(db: Db, limit = 30): Promise<Run[]> {
  const rows = await db.select().from(retentionRuns).orderBy(desc(retentionRuns.id)).limit(limit);
  return rows.map(asRun);
}

/** The run of a rule that erased last, finished or not. */
export async function lastRun(db: Db, rule: string): Promise<Run | null> {
  const [row] = await db
    .select()
    .from(retentionRuns)
    .where(and(eq(retentionRuns.rule, rule), eq(retentionRuns.dry, false)))
    .orderBy(desc(retentionRuns.id))
    .limit(1);
  return row ? asRun(row) : null;
}

/** A request as the officer sees it: nothing of the case but whether it is over. */
export interface Asked extends ErasureRequest {
  receivedAt: number;
  open: boolean;
}

const columns = { request: erasureRequests, receivedAt: cases.receivedAt, closedAt: cases.closedAt };

/** Those that wait for a decision, the most urgent first, and the newest of the others. */
export async function readRequests(db: Db, keys: Keys): Promise<{ waiting: Asked[]; decided: Asked[] }> {
  const base = () =>
    db.select(columns).from(erasureRequests).innerJoin(cases, eq(cases.id, erasureRequests.caseId));
  const [waiting, decided] = await Promise.all([
    base().where(sql`${erasureRequests.decidedAt} is null`).orderBy(erasureRequests.dueAt).limit(200),
    base().where(sql`${erasureRequests.decidedAt} is not null`).orderBy(desc(erasureRequests.id)).limit(50),
  ]);
  const shown = (rows: typeof waiting) =>
    Promise.all(
      rows.map(async ({ request, receivedAt, closedAt }) => ({
        ...(await openRequest(keys, request)),
        receivedAt,
        open: closedAt === null,
      })),
    );
  return { waiting: await shown(waiting), decided: await shown(decided) };
}

export async function readRequest(db: Db, id: number): Promise<ErasureRequest | null> {
  const [row] = await db.select().from(erasureRequests).where(eq(erasureRequests.id, id));
  return row ?? null;
}

/** Requests whose decision is due until then, and of which nobody was reminded. @param at epoch ms */
export function dueRequests(db: Db, at: number) {
  return db
    .select({ id: erasureRequests.id, dueAt: erasureRequests.dueAt })
    .from(erasureRequests)
    .where(
      and(
        sql`${erasureRequests.decidedAt} is null`,
        lte(erasureRequests.dueAt, at),
        isNull(erasureRequests.remindedAt),
      ),
    )
    .limit(50);
}

/** Granted, of cases that were not over then. The officer decided it: "staff:12". */
export function grantedRequests(db: Db) {
  return db
    .select({ caseId: erasureRequests.caseId, by: erasureRequests.decidedBy })
    .from(erasureRequests)
    .innerJoin(cases, eq(cases.id, erasureRequests.caseId))
    .where(
      sql`${erasureRequests.decision} = 'granted' and ${erasureRequests.doneAt} is null and ${cases.closedAt} is not null`,
    )
    .limit(20);
}
