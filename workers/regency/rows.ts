/** Rows of the regency's settings as their editors see them: read now and not from the snapshot, for an edit builds on what is there. */
import { and, asc, count, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from '../platform/db.ts';
import { AppError } from '../platform/problem.ts';
import { regencyRows } from './table.ts';

export type Kept = typeof regencyRows.$inferSelect;

/** A row as its editor sees it. */
export interface EditedRow<T> {
  id: string;
  data: T;
  /** Digest of the content: what somebody saw when they began to edit. */
  dataHash: string;
  /** Unlike the pack: staff changed it, or made it. */
  edited: boolean;
  /** The pack never had it, or dropped it and the regency keeps it. */
  own: boolean;
  /** The pack has changed it too, or dropped it. */
  conflict: boolean;
  /** Epoch ms since when it is not in force any more; null = in force. */
  endedAt: number | null;
  /** Epoch ms. */
  updatedAt: number;
  /** "staff:12"; null = the pack. */
  updatedBy: string | null;
}

/** `conflict_hash` of a row that staff edited and the pack no longer has. */
export const DROPPED = '';

/** Rows in the pack's order. @param which `ended` = those that are not in force any more */
export async function readRows<T>(
  db: Db,
  kind: string,
  which: 'in force' | 'ended' = 'in force',
): Promise<EditedRow<T>[]> {
  const { validTo } = regencyRows;
  const rows = await db
    .select()
    .from(regencyRows)
    .where(and(eq(regencyRows.kind, kind), which === 'ended' ? isNotNull(validTo) : isNull(validTo)))
    .orderBy(asc(regencyRows.position), asc(regencyRows.id));
  return rows.map((row) => shownOf<T>(row));
}

/** A row in force. @throws AppError not_found */
export async function readRow<T>(db: Db, kind: string, id: string): Promise<EditedRow<T>> {
  const row = await findRow<T>(db, kind, id);
  if (!row || row.endedAt !== null) throw new AppError('not_found');
  return row;
}

/** @returns the row, also when it has ended; null when there never was one */
export async function findRow<T>(db: Db, kind: string, id: string): Promise<EditedRow<T> | null> {
  const [row] = await db.select().from(regencyRows).where(isRow(kind, id));
  return row ? shownOf<T>(row) : null;
}

/** For each kind: rows in force, and how many of them wait to be confirmed. */
export async function countRows(db: Db): Promise<Map<string, { rows: number; unconfirmed: number }>> {
  const { data, kind } = regencyRows;
  const waiting = sql<number>`sum(coalesce(json_extract(${data}, '$.check') = 1, 0) or coalesce(json_extract(${data}, '$.confirmed') = 0, 0))`;
  const rows = await db
    .select({ kind, rows: count(), unconfirmed: waiting })
    .from(regencyRows)
    .where(sql`${kind} <> 'routing' and ${regencyRows.validTo} is null`)
    .groupBy(kind);
  return new Map(rows.map((row) => [row.kind, row]));
}

export function isRow(kind: string, id: string) {
  return and(eq(regencyRows.kind, kind), eq(regencyRows.id, id));
}

export function shownOf<T>(row: Kept): EditedRow<T> {
  return {
    id: row.id,
    data: JSON.parse(row.data) as T,
    dataHash: row.dataHash,
    edited: row.dataHash !== row.packHash,
    own: row.packHash === null,
    conflict: row.conflictHash !== null,
    endedAt: row.validTo,
    updatedAt: row.updatedAt,
    updatedBy: row.updatedBy,
  };
}
