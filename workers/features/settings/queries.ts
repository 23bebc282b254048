/** Settings as their editors see them, with the names of those who changed them. */

import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../../platform/db.ts';
import { type EditedRow, readRows } from '../../regency/rows.ts';
import { regencyRows } from '../../regency/table.ts';
import { staffNames } from '../staff/queries.ts';

export { type Team, teamGaps } from './kinds/team.ts';
export { templateName } from './template-words.ts';

const idOf = (actor: string) => Number(/^staff:(\d+)$/.exec(actor)?.[1] ?? 0);

/** A row and who changed it last; null = the pack, or an account that is gone. */
export type Named<T> = EditedRow<T> & { by: string | null };

/** Rows of a kind in the pack's order. */
export async function namedRows<T>(db: Db, kind: string): Promise<Named<T>[]> {
  return withNames(db, await readRows<T>(db, kind));
}

/** Names by actor ("staff:12"); others have none. */
export async function namesOf(db: Db, actors: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(actors.map(idOf).filter((id) => id > 0))];
  const names = await staffNames(db, ids);
  return new Map([...names].map(([id, name]) => [`staff:${id}`, name]));
}

export async function withNames<T>(db: Db, rows: EditedRow<T>[]): Promise<Named<T>[]> {
  const names = await namesOf(
    db,
    rows.map((row) => row.updatedBy ?? ''),
  );
  return rows.map((row) => ({ ...row, by: names.get(row.updatedBy ?? '') ?? null }));
}

/**
 * A condition on open cases of an office, as far as an administrator may know of them: what is held or accuses somebody in
 * office lies with its secret holder, and counts for nobody else. Whoever holds such a case is named, so that the index on
 * holders finds them however many cases are closed.
 * @param how `none` = there is none, for a guard; else the rows, for a count
 */
export function openCasesOf(code: string, how: 'none' | 'rows'): SQL {
  const mine = sql`holder in (${code}, '@admin', '@sp4n', '@leader') and closed_at is null
    and (holder = ${code} or office = ${code}) and berkadar = 0 and state <> 'held'`;
  return how === 'none' ? sql`not exists (select 1 from cases where ${mine})` : mine;
}

/** Counted to a thousand. */
export async function countOpenCases(db: Db, code: string): Promise<number> {
  const [row] = await db.all<{ n: number }>(
    sql`select count(*) as n from (select 1 from cases where ${openCasesOf(code, 'rows')} limit 1000)`,
  );
  return row?.n ?? 0;
}

/** Items of the action plan that are not closed. */
export async function countOpenActions(db: Db, code: string): Promise<number> {
  const [row] = await db.all<{ n: number }>(
    sql`select count(*) as n from actions where office = ${code} and done_at is null`,
  );
  return row?.n ?? 0;
}

/** Rows in force that name an office as their `to`. */
export async function rowsNaming<T>(db: Db, kind: string, to: string): Promise<{ id: string; data: T }[]> {
  const named = sql`json_extract(${regencyRows.data}, '$.to') = ${to}`;
  const rows = await db
    .select({ id: regencyRows.id, data: regencyRows.data })
    .from(regencyRows)
    .where(and(eq(regencyRows.kind, kind), isNull(regencyRows.validTo), named));
  return rows.map(({ id, data }) => ({ id, data: JSON.parse(data) as T }));
}
