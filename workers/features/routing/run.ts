/** How far the router is with suggesting anew for what waits: one run, the last. */
import { and, eq } from 'drizzle-orm';
import { jobHint } from '../../messaging/long-job.ts';
import type { Db } from '../../platform/db.ts';
import { meta } from '../../platform/table.ts';

export interface Run {
  id: number;
  /** "staff:12" who said so. */
  by: string;
  /** Epoch ms. */
  startedAt: number;
  finishedAt: number | null;
  /** The last case that was looked at: index of its state, and its place in that state's list. */
  at: { state: number; dueAt: number; id: number };
  looked: number;
  changed: number;
}

const KEY = 'rules_applied';
/** Name of the job in the queue (features/jobs.ts). */
export const JOB_KIND = 'suggest';

export async function readRun(db: Db): Promise<Run | null> {
  const [row] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, KEY));
  return row ? (JSON.parse(row.value) as Run) : null;
}

/**
 * Begins to look again at what waits, with the rules in force then (again.ts); a run that is not through is left for this
 * one.
 * @param by "staff:12" who said so
 * @returns the hint for the queue of jobs
 */
export async function suggestAgain(db: Db, by: string, now: number): Promise<string> {
  const last = await readRun(db);
  const id = (last?.id ?? 0) + 1;
  const run: Run = {
    ...{ id, by, startedAt: now, finishedAt: null, looked: 0, changed: 0 },
    at: { state: 0, dueAt: 0, id: 0 },
  };
  const value = JSON.stringify(run);
  await db.insert(meta).values({ key: KEY, value }).onConflictDoUpdate({ target: meta.key, set: { value } });
  return jobHint(JOB_KIND, id);
}

/** Nothing, when the run is not where it was: another step was faster, or a newer run took its place. */
export async function keepRun(db: Db, seen: Run, run: Run): Promise<void> {
  await db
    .update(meta)
    .set({ value: JSON.stringify(run) })
    .where(and(eq(meta.key, KEY), eq(meta.value, JSON.stringify(seen))));
}
