/**
 * How a setting is changed: the row, its line in the history and the newer version of all settings in one batch that
 * aborts when the row is not what it was when the change was worked out.
 */
import { type SQL, sql } from 'drizzle-orm';
import { canonicalJson } from '../../shared/canonical.ts';
import { loadPack } from '../../shared/regencies/index.ts';
import { constraintOf, type Db, type Statement } from '../platform/db.ts';
import { AppError } from '../platform/problem.ts';
import { sha256Hex } from '../privacy/mac.ts';
import { rowsOf } from './pack-rows.ts';
import { DROPPED, isRow, type Kept } from './rows.ts';
import { forgetRegency } from './snapshot.ts';
import { regencyRows, type SettingChangeKind, settingChanges, settingsVersion } from './table.ts';

/** Who changes settings, where and when. */
export interface Editor {
  db: Db;
  /** Folder of the pack (REGENCY). */
  packId: string;
  /** e.g. "staff:12". */
  by: string;
  /** Epoch ms. */
  now: number;
}

/** What a row becomes; what is left out stays. */
export interface Next {
  /** Whole content in the pack's shape. */
  data?: unknown;
  inForce?: boolean;
  packHash?: string | null;
  conflictHash?: string | null;
}

export interface Write {
  kind: string;
  id: string;
  change: SettingChangeKind;
  /** `dataHash` on which the change was made; without it the last one wins. */
  seen?: string | undefined;
  /** What must still hold when it is written, e.g. that no open case lies with an office. */
  guard?: SQL | undefined;
  /** @param row what is kept, null when there is none; may throw an AppError */
  next(row: Kept | null): Next | Promise<Next>;
}

/** Somebody else may write between the reading and the batch: how often it is worked out anew. */
const TRIES = 4;

/**
 * Writes all changes or none. A change that changes nothing leaves no trace.
 * @throws AppError conflict (setting_changed) when a row is not what was seen
 */
export async function writeRows(editor: Editor, writes: readonly Write[]): Promise<void> {
  try {
    for (let tries = TRIES; tries > 0; tries--) if (await attempt(editor, writes)) return;
  } finally {
    forgetRegency();
  }
  throw new AppError('conflict', { detail: 'setting_changed' });
}

async function attempt(editor: Editor, writes: readonly Write[]): Promise<boolean> {
  const { db } = editor;
  const statements: Statement[] = [];
  const kept = new Map<string, Kept | null>();
  for (const write of writes) {
    const name = `${write.kind}/${write.id}`;
    const read = kept.get(name);
    const row = read === undefined ? await find(db, write) : read;
    if (write.seen !== undefined && row?.dataHash !== write.seen)
      throw new AppError('conflict', { detail: 'setting_changed' });
    const after = await become(editor, write, row);
    if (!after) continue;
    kept.set(name, after);
    statements.push(lineOf(editor, write, row, after), rowStatement(db, row, after));
  }
  if (statements.length === 0) return true;
  const newer = db.update(settingsVersion).set({ version: sql`${settingsVersion.version} + 1` });
  try {
    await db.batch([newer, ...statements]);
    return true;
  } catch (error) {
    const constraint = constraintOf(error);
    if (constraint === 'setting_changes.kind' || constraint === 'regency_rows.kind') return false;
    throw error;
  }
}

async function find(db: Db, { kind, id }: Write): Promise<Kept | null> {
  const [row] = await db.select().from(regencyRows).where(isRow(kind, id));
  return row ?? null;
}

/** The row after the change; null when it stays as it is. */
async function become({ packId, by, now }: Editor, write: Write, row: Kept | null): Promise<Kept | null> {
  const { kind, id } = write;
  const next = await write.next(row);
  const said = await packSays(packId, kind, id);
  const data = textOf(next.data, row, said);
  const dataHash = data === row?.data ? row.dataHash : await sha256Hex(data);
  let { packHash = row?.packHash ?? null, conflictHash = row?.conflictHash ?? null } = next;
  // Who writes what the pack has meanwhile agrees with it.
  if (data === said && data !== row?.data) [packHash, conflictHash] = [dataHash, null];
  if (conflictHash === dataHash) conflictHash = null;
  const inForce = next.inForce ?? (row ? row.validTo === null : true);
  // What the pack dropped and the regency wants back is its own from now on.
  if (inForce && row && row.validTo !== null && row.updatedBy === null) packHash = null;
  const validTo = inForce ? null : (row?.validTo ?? now);
  const same = row && row.dataHash === dataHash && row.validTo === validTo;
  if (same && row.packHash === packHash && row.conflictHash === conflictHash) return null;
  const position = row?.position ?? -1;
  return {
    kind,
    id,
    data,
    position,
    packHash,
    dataHash,
    conflictHash,
    validTo,
    updatedAt: now,
    updatedBy: by,
  };
}

/** JSON text of what the pack has under this name, null when it has nothing. */
export async function packSays(packId: string, kind: string, id: string): Promise<string | null> {
  const rows = rowsOf(await loadPack(packId));
  return rows.find((row) => row.kind === kind && row.id === id)?.data ?? null;
}

/** Digest of what the pack has; DROPPED when it has nothing. */
export async function digestOfPack(said: string | null): Promise<string> {
  return said === null ? DROPPED : sha256Hex(said);
}

/** Equal content keeps its text, whatever the order of its keys: taking a change back by hand is no edit. */
function textOf(data: unknown, row: Kept | null, said: string | null): string {
  if (data === undefined) return row?.data ?? '{}';
  const meaning = canonicalJson(data);
  const alike = [row?.data, said].find((text) => text && canonicalJson(JSON.parse(text)) === meaning);
  return alike ?? JSON.stringify(data);
}

/** What stands in the history: null when it was not in force. */
const inForceText = (row: Kept | null) => (row && row.validTo === null ? row.data : null);

/** The line of the history; its kind is NULL, which the column refuses, when the row is not what was read. */
function lineOf({ db, by, now }: Editor, write: Write, row: Kept | null, after: Kept): Statement {
  const { kind, id, change, guard } = write;
  return db.insert(settingChanges).values({
    ...{ kind: row ? stillThere(row, guard) : kind, rowId: id, change, by, at: now },
    ...{ before: inForceText(row), after: inForceText(after) },
  });
}

function stillThere({ kind, id, dataHash, validTo, packHash, conflictHash }: Kept, guard = sql`1`) {
  return sql<string>`(select kind from regency_rows where kind = ${kind} and id = ${id} and data_hash = ${dataHash}
    and valid_to is ${validTo} and pack_hash is ${packHash} and conflict_hash is ${conflictHash} and ${guard})`;
}

function rowStatement(db: Db, row: Kept | null, after: Kept): Statement {
  if (!row) {
    const last = sql<number>`(select coalesce(max(position), 0) + 1 from regency_rows)`;
    return db.insert(regencyRows).values({ ...after, position: last });
  }
  const { kind, id, ...values } = after;
  return db.update(regencyRows).set(values).where(isRow(kind, id));
}
