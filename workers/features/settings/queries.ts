/** Settings as their editors see them, with the names of those who changed them. */

import type { Db } from '../../platform/db.ts';
import { type EditedRow, readRows } from '../../regency/edit.ts';
import { staffNames } from '../staff/queries.ts';

export { templateName } from './template-words.ts';

const idOf = (actor: string | null) => Number(/^staff:(\d+)$/.exec(actor ?? '')?.[1] ?? 0);

/** A row and who changed it last; null = the pack, or an account that is gone. */
export type Named<T> = EditedRow<T> & { by: string | null };

/** Rows of a kind in the pack's order. */
export async function namedRows<T>(db: Db, kind: string): Promise<Named<T>[]> {
  return withNames(db, await readRows<T>(db, kind));
}

export async function withNames<T>(db: Db, rows: EditedRow<T>[]): Promise<Named<T>[]> {
  const ids = [...new Set(rows.map((row) => idOf(row.updatedBy)).filter((id) => id > 0))];
  const names = await staffNames(db, ids);
  return rows.map((row) => ({ ...row, by: names.get(idOf(row.updatedBy)) ?? null }));
}
