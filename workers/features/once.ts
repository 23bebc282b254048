/** What is made once, however often its form or call is sent: by the Idempotency-Key that every one of them carries. */
import { eq, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { RequestKey } from '../cases/context.ts';
import { requestKey } from '../cases/run.ts';
import { type Db, type Statement, unavailable } from '../platform/db.ts';
import { AppError } from '../platform/problem.ts';
import { idempotencyKeys } from '../platform/table.ts';
import type { Doer } from './doer.ts';
import { requireKey } from './http.ts';

/**
 * Makes a row, or finds the one that the same request has made.
 * @param asked the client's key, what it is for, and what it covers
 * @param table whose newest row is the one that is made
 * @param write one batch, with this statement last
 * @returns the row's id
 * @throws AppError invalid (no key), key_reused, what `write` throws of it, unavailable
 */
export async function once(
  { db, keys, now }: Pick<Doer, 'db' | 'keys' | 'now'>,
  asked: { key: string | undefined; scope: string; body: unknown },
  table: SQLiteTable,
  write: (last: Statement) => Promise<unknown>,
): Promise<number> {
  // Keys of the rooms never meet those of a complaint.
  const request = await requestKey(keys, `campaign:${requireKey(asked.key)}`, asked.scope, asked.body);
  const last = db
    .insert(idempotencyKeys)
    .values({ ...request, caseId: sql`(select max(id) from ${table})`, seq: 0, at: now });
  try {
    await write(last);
  } catch (error) {
    const made = await madeBy(db, request);
    if (made === null) throw unavailable(error);
    return made;
  }
  const made = await madeBy(db, request);
  if (made === null) throw new AppError('unavailable', { retryAfter: 5 });
  return made;
}

async function madeBy(db: Db, request: RequestKey): Promise<number | null> {
  const [found] = await db
    .select({ digest: idempotencyKeys.digest, id: idempotencyKeys.caseId })
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.key, request.key));
  if (!found) return null;
  if (found.digest !== request.digest) throw new AppError('key_reused');
  return found.id;
}
