/** What became of notices that did not simply arrive, and sending one again. */
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../platform/db.ts';
import { AppError } from '../platform/problem.ts';
import { deliveries } from './table.ts';

export type Logged = typeof deliveries.$inferSelect;

/** `trouble`: failed or uncertain, newest first. `waiting`: for its next try, soonest first. `skipped`: newest first. */
export const logLists = ['trouble', 'waiting', 'skipped'] as const;
export type LogList = (typeof logLists)[number];

export const LOG_PAGE = 25;

/** The last row of a page. */
export interface LogCursor {
  /** Of `waiting` its next try, otherwise when it was written; epoch ms. */
  at: number;
  id: string;
}

/** Word for word the condition of the index deliveries_trouble, so that SQLite uses it. */
const TROUBLE = sql`${deliveries.status} in ('failed', 'uncertain', 'skipped')`;

/** Rows read depend on the page, never on how many notices there are. @returns a page and one more */
export async function readLog(db: Db, list: LogList, from: LogCursor | null): Promise<Logged[]> {
  if (list === 'waiting') {
    return db
      .select()
      .from(deliveries)
      .where(and(sql`${deliveries.status} = 'pending'`, after(deliveries.nextAt, '>', from)))
      .orderBy(asc(deliveries.nextAt), asc(deliveries.id))
      .limit(LOG_PAGE + 1);
  }
  const search = (status: 'failed' | 'uncertain' | 'skipped') =>
    db
      .select()
      .from(deliveries)
      .where(and(TROUBLE, eq(deliveries.status, status), after(deliveries.createdAt, '<', from)))
      .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
      .limit(LOG_PAGE + 1);
  if (list === 'skipped') return search('skipped');
  const parts = await db.batch([search('failed'), search('uncertain')]);
  return parts
    .flat()
    .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
    .slice(0, LOG_PAGE + 1);
}

/** Many notices share a time: the id decides among them. */
function after(
  column: typeof deliveries.nextAt | typeof deliveries.createdAt,
  beyond: '<' | '>',
  from: LogCursor | null,
): SQL | undefined {
  if (!from) return undefined;
  return sql`(${column}, ${deliveries.id}) ${sql.raw(beyond)} (${from.at}, ${from.id})`;
}

/**
 * Puts a notice back into the outbox, as if it had never been tried.
 * @param twice the person knows that an uncertain one may arrive a second time
 * @param now epoch ms
 * @throws AppError not_found, or conflict when it neither failed nor is uncertain (any more), or is uncertain and
 *   `twice` was not said
 */
export async function sendAgain(db: Db, id: string, twice: boolean, now: number): Promise<void> {
  const statuses = twice ? (['failed', 'uncertain'] as const) : (['failed'] as const);
  const [again] = await db
    .update(deliveries)
    .set({ status: 'pending', attempts: 0, handedAt: null, nextAt: now, reason: 'Dikirim lagi oleh admin' })
    .where(and(eq(deliveries.id, id), inArray(deliveries.status, [...statuses])))
    .returning({ id: deliveries.id });
  if (again) return;
  const [row] = await db.select({ id: deliveries.id }).from(deliveries).where(eq(deliveries.id, id));
  throw new AppError(row ? 'conflict' : 'not_found');
}
