/** D1 through Drizzle, and `commit`: how every change is written (design.md, "How a change is written"). */
import type { BatchItem } from 'drizzle-orm/batch';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import { AppError } from './problem.ts';

export type Db = DrizzleD1Database & { $client: D1Database };
export type Statement = BatchItem<'sqlite'>;

export function openDb(d1: D1Database): Db {
  return drizzle(d1);
}

/** What a verb wants to happen: all of it or nothing. The first statement is the lock (history). */
export interface Plan<T> {
  statements: Statement[];
  result: T;
}

export type Outcome<T> = { ok: true; result: T } | { ok: false; error: unknown; constraint: string | null };

/**
 * Runs plans in one batch. When it aborts, each plan runs alone and is judged alone, so that one bad case never
 * holds up the others. A lost answer shows as a failed constraint of the second try: callers look whether the
 * work is done before they retry.
 */
export async function commit<T>(db: Db, plans: readonly Plan<T>[]): Promise<Outcome<T>[]> {
  if (plans.length === 0) return [];
  const whole = await attempt(
    db,
    plans.flatMap((plan) => plan.statements),
  );
  if (whole === null) return plans.map((plan) => ({ ok: true, result: plan.result }));
  if (plans.length === 1) return [failed(whole.error)];
  const outcomes: Outcome<T>[] = [];
  for (const plan of plans) {
    const alone = await attempt(db, plan.statements);
    outcomes.push(alone === null ? { ok: true, result: plan.result } : failed(alone.error));
  }
  return outcomes;
}

async function attempt(db: Db, statements: Statement[]): Promise<{ error: unknown } | null> {
  const [first, ...rest] = statements;
  if (!first) return null;
  try {
    await db.batch([first, ...rest]);
    return null;
  } catch (error) {
    return { error };
  }
}

function failed<T>(error: unknown): Outcome<T> {
  return { ok: false, error, constraint: constraintOf(error) };
}

/** The table or column whose constraint failed, e.g. "history.case_id"; null for any other failure. */
export function constraintOf(error: unknown): string | null {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    if (/FOREIGN KEY constraint failed/.test(e.message)) return 'foreign_key';
    const match = /constraint failed: ([\w.]+)/.exec(e.message);
    if (match) return match[1] ?? null;
  }
  return null;
}

/** Did D1 not answer, rather than answer that a statement is wrong? Then the same request may succeed in a moment. */
export function isSilent(error: unknown): boolean {
  for (let e: unknown = error; e instanceof Error; e = e.cause)
    if (e.message.startsWith('D1_ERROR') && !/SQLITE_(?!BUSY)|constraint failed/.test(e.message)) return true;
  return false;
}

/** A read or write that D1 did not answer becomes 503; the client may try again. */
export function unavailable(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('unavailable', { retryAfter: 5, cause: error });
}
