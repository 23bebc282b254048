/** Settings as their editors see them, with the names of those who changed them. */

import type { Db } from '../../platform/db.ts';
import { type EditedRow, readRows } from '../../regency/rows.ts';
import { staffNames } from '../staff/queries.ts';

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
