/** Rows that both staff and the pack changed, and how somebody settles which counts. */
import { and, asc, count, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '../platform/db.ts';
import { AppError } from '../platform/problem.ts';
import { type EditedRow, type Kept, shownOf } from './rows.ts';
import { regencyRows } from './table.ts';
import { digestOfPack, type Editor, type Next, packSays, writeRows } from './write.ts';

export interface Conflict {
  kind: string;
  row: EditedRow<Record<string, unknown>>;
  /** What the pack says now; null = it dropped the row. */
  pack: Record<string, unknown> | null;
  /** Digest of it, for `seen`; '' = dropped. */
  packDigest: string;
}

const inConflict = and(isNotNull(regencyRows.conflictHash), isNull(regencyRows.validTo));

export async function countConflicts(db: Db): Promise<number> {
  const [row] = await db.select({ n: count() }).from(regencyRows).where(inConflict);
  return row?.n ?? 0;
}

/** @param packId folder of the pack (REGENCY) */
export async function readConflicts(db: Db, packId: string): Promise<Conflict[]> {
  const rows = await db
    .select()
    .from(regencyRows)
    .where(inConflict)
    .orderBy(asc(regencyRows.kind), asc(regencyRows.position));
  return Promise.all(
    rows.map(async (row) => {
      const said = await packSays(packId, row.kind, row.id);
      return {
        kind: row.kind,
        row: shownOf<Record<string, unknown>>(row),
        pack: said === null ? null : (JSON.parse(said) as Record<string, unknown>),
        packDigest: await digestOfPack(said),
      };
    }),
  );
}

export interface Settlement {
  kind: string;
  id: string;
  /** pack = take its version, or end the row that it dropped; ours = keep the staff's and never ask about this version again. */
  choose: 'pack' | 'ours';
  /** `dataHash` and `packDigest` that stood side by side. */
  seen: string;
  seenPack: string;
}

/** @throws AppError not_found when there is no such conflict, conflict when one side changed meanwhile */
export async function settleConflict(editor: Editor, settlement: Settlement): Promise<void> {
  const { kind, id, choose, seen, seenPack } = settlement;
  const said = await packSays(editor.packId, kind, id);
  const digest = await digestOfPack(said);
  if (digest !== seenPack) throw new AppError('conflict', { detail: 'setting_changed' });
  const next = (row: Kept | null): Next => {
    if (!row || row.validTo !== null || row.conflictHash === null) throw new AppError('not_found');
    // A refused version is remembered as the one loaded last: the same again is no conflict, a newer one is.
    const packHash = said === null ? null : digest;
    if (choose === 'ours') return { packHash, conflictHash: null };
    if (said === null) return { inForce: false, packHash, conflictHash: null };
    return { data: JSON.parse(said), packHash, conflictHash: null };
  };
  const change = choose === 'pack' ? 'pack_taken' : 'pack_refused';
  await writeRows(editor, [{ kind, id, change, seen, next }]);
}
