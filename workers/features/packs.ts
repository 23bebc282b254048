/** Packs: files made in steps, one an invocation. What those for the printer and those of the evaluation have in common. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { jobHint } from '../messaging/long-job.ts';
import { hintSoon } from '../messaging/queues.ts';
import { now } from '../platform/clock.ts';
import { commit, type Db, type Statement, unavailable } from '../platform/db.ts';
import { AppError } from '../platform/problem.ts';
import type { AppContext } from './http.ts';

type Status = 'running' | 'stopped' | 'done' | 'refused' | 'failed';

/** One kind of packs: where they are written, and what makes them. */
export interface PackKind {
  packs: SQLiteTable & { id: SQLiteColumn; status: SQLiteColumn; total: SQLiteColumn };
  parts: SQLiteTable & { packId: SQLiteColumn };
  /** As features/jobs.ts names it. */
  job: string;
  deleteFiles: (env: Env, id: number) => Promise<void>;
}

/**
 * Writes that a part is there: its row is the lock, so that none is counted twice.
 * @param part writes that row
 * @param done of the pack's total, with this part
 * @returns false when somebody else has written it, or the pack is gone
 */
export async function countPart(
  db: Db,
  { packs }: Pick<PackKind, 'packs'>,
  id: number,
  part: Statement,
  done: number,
  at: number,
): Promise<boolean> {
  // Also when it was stopped meanwhile: with its last part it is whole.
  const over = sql`case when ${packs.status} in ('running', 'stopped') and ${done} >= ${packs.total}`;
  const counted = db
    .update(packs)
    .set({
      done,
      finishedAt: sql`${over} then cast(${at} as integer) end`,
      status: sql`${over} then 'done' else ${packs.status} end`,
    })
    .where(eq(packs.id, id));
  const [outcome] = await commit(db, [{ statements: [part, counted], result: true }]);
  if (outcome?.ok) return true;
  if (outcome?.constraint) return false;
  throw outcome?.error;
}

/** Moves it between these states; one that is elsewhere stays. @returns whether it moved */
export async function movePack(
  db: Db,
  { packs }: Pick<PackKind, 'packs'>,
  id: number,
  from: readonly Status[],
  to: Status,
): Promise<boolean> {
  const moved = await db
    .update(packs)
    .set({ status: to })
    .where(and(eq(packs.id, id), inArray(packs.status, [...from])))
    .returning({ id: packs.id });
  return moved.length > 0;
}

/** Its next part is made soon. */
export function goOn(c: AppContext, { job }: Pick<PackKind, 'job'>, id: number): void {
  hintSoon(c.env, c.executionCtx, now(), { queue: 'jobs', ids: [jobHint(job, id)] });
}

export async function stopPack(c: AppContext, kind: PackKind, id: number): Promise<void> {
  await movePack(c.var.db, kind, id, ['running'], 'stopped');
}

export async function resumePack(c: AppContext, kind: PackKind, id: number): Promise<void> {
  if (await movePack(c.var.db, kind, id, ['stopped', 'failed'], 'running')) goOn(c, kind, id);
}

/**
 * Files first: what is left after a failure can be deleted again.
 * @throws AppError conflict while it is being made, unavailable
 */
export async function removePack(
  env: Env,
  db: Db,
  { packs, parts, deleteFiles }: PackKind,
  { id, status }: { id: number; status: Status },
): Promise<void> {
  if (status === 'running') throw new AppError('conflict', { detail: 'pack_running' });
  try {
    await deleteFiles(env, id);
    await db.batch([db.delete(parts).where(eq(parts.packId, id)), db.delete(packs).where(eq(packs.id, id))]);
  } catch (error) {
    throw unavailable(error);
  }
}
