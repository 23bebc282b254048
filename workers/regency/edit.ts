/**
 * Edits by staff of rows that the pack brought. An edited row is known by its hash being unequal to the pack's, so that
 * loading the pack again keeps it (load.ts).
 */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { loadPack } from '../../shared/regencies/index.ts';
import type { Db } from '../platform/db.ts';
import { AppError } from '../platform/problem.ts';
import { sha256Hex } from '../privacy/mac.ts';
import { rowsOf } from './pack-rows.ts';
import { forgetRegency } from './snapshot.ts';
import { regencyRows, settingsVersion } from './table.ts';

/** A row as its editor sees it. */
export interface EditedRow<T> {
  data: T;
  /** Digest of the content: what somebody saw when they began to edit. */
  dataHash: string;
  /** Unlike the pack: staff changed it, or made it. */
  edited: boolean;
  /** The pack has changed it too, or dropped it. */
  conflict: boolean;
  /** Epoch ms. */
  updatedAt: number;
  /** "staff:12"; null = the pack. */
  updatedBy: string | null;
}

type Kept = typeof regencyRows.$inferSelect;

const inForce = (kind: string, id?: string) =>
  and(
    eq(regencyRows.kind, kind),
    id === undefined ? undefined : eq(regencyRows.id, id),
    isNull(regencyRows.validTo),
  );

/** Rows of a kind in the pack's order, read now and not from the snapshot: an edit builds on what is there. */
export async function readRows<T>(db: Db, kind: string): Promise<EditedRow<T>[]> {
  const rows = await db
    .select()
    .from(regencyRows)
    .where(inForce(kind))
    .orderBy(asc(regencyRows.position), asc(regencyRows.id));
  return rows.map((row) => shownOf<T>(row));
}

/** @throws AppError not_found */
export async function readRow<T>(db: Db, kind: string, id: string): Promise<EditedRow<T>> {
  const [row] = await db.select().from(regencyRows).where(inForce(kind, id));
  if (!row) throw new AppError('not_found');
  return shownOf<T>(row);
}

function shownOf<T>(row: Kept): EditedRow<T> {
  return {
    data: JSON.parse(row.data) as T,
    dataHash: row.dataHash,
    edited: row.dataHash !== row.packHash,
    conflict: row.conflictHash !== null,
    updatedAt: row.updatedAt,
    updatedBy: row.updatedBy,
  };
}

/**
 * Changes one row and makes it count at once; the pack's own content stays known by its hash.
 * @param data whole content in the pack's shape; keep the order of its keys, so that taking a change back is no edit
 * @param by e.g. "staff:12"
 * @param now epoch ms
 * @param seen `dataHash` on which the edit was made; without it the last one wins
 * @throws AppError not_found for a row that is not in force, conflict when it is not what was seen
 */
export async function editRow(
  db: Db,
  kind: string,
  id: string,
  data: unknown,
  by: string,
  now: number,
  seen?: string,
): Promise<void> {
  const json = JSON.stringify(data);
  const dataHash = await sha256Hex(json);
  // Who writes what the pack has meanwhile agrees with it.
  const conflictHash = sql<string | null>`nullif(${regencyRows.conflictHash}, ${dataHash})`;
  await write(db, kind, id, { data: json, dataHash, conflictHash, updatedAt: now, updatedBy: by }, seen);
}

/**
 * Takes a row back to what the pack says.
 * @param packId folder of the pack (REGENCY)
 * @throws AppError not_found when the pack has no such row
 */
export async function restoreRow(
  db: Db,
  packId: string,
  kind: string,
  id: string,
  by: string,
  now: number,
): Promise<void> {
  const found = rowsOf(await loadPack(packId)).find((row) => row.kind === kind && row.id === id);
  if (!found) throw new AppError('not_found');
  const hash = await sha256Hex(found.data);
  const loaded = { data: found.data, dataHash: hash, packHash: hash, conflictHash: null };
  await write(db, kind, id, { ...loaded, updatedAt: now, updatedBy: by });
}

type Values = Parameters<ReturnType<typeof updateRows>['set']>[0];
const updateRows = (db: Db) => db.update(regencyRows);

async function write(db: Db, kind: string, id: string, values: Values, seen?: string): Promise<void> {
  const seenStill = seen === undefined ? undefined : eq(regencyRows.dataHash, seen);
  const [rows] = await db.batch([
    updateRows(db)
      .set(values)
      .where(and(inForce(kind, id), seenStill))
      .returning({ id: regencyRows.id }),
    db.update(settingsVersion).set({ version: sql`${settingsVersion.version} + 1` }),
  ]);
  forgetRegency();
  if (rows.length > 0) return;
  await readRow(db, kind, id);
  throw new AppError('conflict', { detail: 'setting_changed' });
}
