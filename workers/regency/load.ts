/**
 * Loads a regency's pack into its rows. Loading again updates only rows that still equal what was last loaded;
 * rows that staff edited are kept and marked when the pack has changed or dropped them; other rows that the pack dropped
 * get `valid_to`. Never deletes.
 */
import { and, eq, sql } from 'drizzle-orm';
import { loadPack } from '../../shared/regencies/index.ts';
import type { Pack } from '../../shared/regencies/types.ts';
import type { Db, Statement } from '../platform/db.ts';
import { log } from '../platform/log.ts';
import { meta } from '../platform/table.ts';
import { sha256Hex } from '../privacy/mac.ts';
import { type Key, type PackRow, rowsOf } from './pack-rows.ts';
import { forgetRegency } from './snapshot.ts';
import { regencyRows, settingsVersion } from './table.ts';

export interface LoadReport {
  added: number;
  updated: number;
  unchanged: number;
  ended: number;
  /** "kind/id" of rows that staff edited and the pack changed or dropped too; they stay as staff left them. */
  conflicts: string[];
}

type Kept = typeof regencyRows.$inferSelect;

/** `conflict_hash` of a row that staff edited and the pack no longer has. */
const DROPPED = '';

/** Rows in one batch. */
const AT_ONCE = 100;

/** Loads the pack when its content differs from what was loaded last; one row read when it does not. */
export async function loadPackIfNew(db: Db, packId: string, now: number): Promise<LoadReport | null> {
  const pack = await loadPack(packId);
  const digest = await digestOf(pack);
  const [loaded] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, 'pack'));
  if (loaded?.value === `${packId}:${digest}`) return null;
  const report = await loadRows(db, rowsOf(pack), now);
  for (const name of report.conflicts) log('warn', { event: 'pack_conflict', kind: name });
  await db
    .insert(meta)
    .values({ key: 'pack', value: `${packId}:${digest}` })
    .onConflictDoUpdate({ target: meta.key, set: { value: sql`excluded.value` } });
  return report;
}

/** A pack is part of the program: its digest is worked out once in an isolate, not every minute. */
const digests = new WeakMap<Pack, Promise<string>>();

function digestOf(pack: Pack): Promise<string> {
  const known = digests.get(pack) ?? sha256Hex(JSON.stringify(pack));
  digests.set(pack, known);
  return known;
}

/** Brings the rows to the pack's. A load that was cut off goes on where it stopped, because it compares row by row. */
export async function loadRows(db: Db, rows: readonly PackRow[], now: number): Promise<LoadReport> {
  const kept = new Map((await db.select().from(regencyRows)).map((row) => [nameOf(row), row]));
  const report: LoadReport = { added: 0, updated: 0, unchanged: 0, ended: 0, conflicts: [] };
  const statements: Statement[] = [];
  const set = (row: Key, values: Partial<typeof regencyRows.$inferInsert>) =>
    statements.push(db.update(regencyRows).set(values).where(is(row)));
  const keep = (old: Kept, conflictHash: string | null) => {
    if (conflictHash === null) report.unchanged++;
    else report.conflicts.push(nameOf(old));
    if (old.conflictHash !== conflictHash) set(old, { conflictHash });
  };
  for (const row of rows) {
    const hash = await sha256Hex(row.data);
    const old = kept.get(nameOf(row));
    kept.delete(nameOf(row));
    const loaded = {
      ...{ packHash: hash, dataHash: hash, conflictHash: null, validTo: null },
      ...{ updatedAt: now, updatedBy: null },
    };
    if (!old) {
      report.added++;
      statements.push(db.insert(regencyRows).values({ ...row, ...loaded }));
    } else if (isEdited(old) && old.dataHash !== hash) {
      keep(old, old.packHash === hash ? null : hash);
    } else if (old.packHash === hash && old.position === row.position && old.validTo === null) {
      keep(old, null);
    } else {
      report.updated++;
      set(row, { ...row, ...loaded });
    }
  }
  for (const old of kept.values()) {
    // Rows without a pack hash were made here and are no business of the pack.
    if (old.packHash === null || old.validTo !== null) continue;
    if (isEdited(old)) keep(old, DROPPED);
    else {
      report.ended++;
      set(old, { validTo: now, updatedAt: now });
    }
  }
  for (let i = 0; i < statements.length; i += AT_ONCE) {
    // With every part of the load, so that no isolate takes a half-loaded regency for the newest one.
    const newer = db.update(settingsVersion).set({ version: sql`${settingsVersion.version} + 1` });
    await db.batch([newer, ...statements.slice(i, i + AT_ONCE)]);
  }
  forgetRegency();
  return report;
}

/**
 * Writes a row that is the regency's own choice, e.g. a switch, and makes it count at once.
 * @param by "staff:12" who chose it; null = a command
 */
export async function setRow(
  db: Db,
  kind: string,
  id: string,
  data: unknown,
  now: number,
  by: string | null = null,
): Promise<void> {
  const json = JSON.stringify(data);
  const dataHash = await sha256Hex(json);
  await db.batch([
    db
      .insert(regencyRows)
      .values({
        kind,
        id,
        data: json,
        position: 0,
        packHash: null,
        dataHash,
        conflictHash: null,
        validTo: null,
        updatedAt: now,
        updatedBy: by,
      })
      .onConflictDoUpdate({
        target: [regencyRows.kind, regencyRows.id],
        set: { data: json, dataHash, updatedAt: now, updatedBy: by },
      }),
    db.update(settingsVersion).set({ version: sql`${settingsVersion.version} + 1` }),
  ]);
  forgetRegency();
}

/** Staff have changed it, or made a row of their own under this name. */
const isEdited = (row: Kept): boolean => row.dataHash !== row.packHash;

const nameOf = ({ kind, id }: Key): string => `${kind}/${id}`;

function is({ kind, id }: Key) {
  return and(eq(regencyRows.kind, kind), eq(regencyRows.id, id));
}
