/**
 * Loads a regency's pack into its rows. Loading again updates only rows that still equal what was last loaded;
 * rows that staff edited are kept and marked when the pack has changed or dropped them; other rows that the pack dropped
 * get `valid_to`. Never deletes.
 */
import { eq, sql } from 'drizzle-orm';
import { loadPack } from '../../shared/regencies/index.ts';
import type { Pack } from '../../shared/regencies/types.ts';
import type { Db, Statement } from '../platform/db.ts';
import { log } from '../platform/log.ts';
import { meta } from '../platform/table.ts';
import { sha256Hex } from '../privacy/mac.ts';
import { type Key, type PackRow, rowsOf } from './pack-rows.ts';
import { DROPPED, isRow, type Kept } from './rows.ts';
import { forgetRegency } from './snapshot.ts';
import { regencyRows, type SettingChangeKind, settingChanges, settingsVersion } from './table.ts';

export interface LoadReport {
  added: number;
  updated: number;
  unchanged: number;
  ended: number;
  /** "kind/id" of rows that staff edited and the pack changed or dropped too; they stay as staff left them. */
  conflicts: string[];
}

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
  const steps: Step[] = [];
  const set = (row: Key, values: Values) =>
    steps.push({ statement: db.update(regencyRows).set(values).where(isRow(row.kind, row.id)) });
  const keep = (old: Kept, conflictHash: string | null) => {
    if (conflictHash === null || old.validTo !== null) report.unchanged++;
    else report.conflicts.push(nameOf(old));
    if (old.conflictHash !== conflictHash) set(old, { conflictHash });
  };
  /** With a line in the history. */
  const change = (old: Kept, values: Values, as: SettingChangeKind, after: string | null) => {
    set(old, { ...values, updatedAt: now, updatedBy: null });
    const last = steps.at(-1);
    if (last) last.line = { kind: old.kind, id: old.id, seen: old.dataHash, change: as, after };
  };
  for (const row of rows) {
    const hash = await sha256Hex(row.data);
    const old = kept.get(nameOf(row));
    kept.delete(nameOf(row));
    const loaded = { packHash: hash, dataHash: hash, conflictHash: null, validTo: null };
    if (!old) {
      report.added++;
      const added = { ...row, ...loaded, updatedAt: now, updatedBy: null };
      steps.push({ statement: db.insert(regencyRows).values(added) });
    } else if (wasEndedHere(old)) {
      // It stays ended; who revives it is told when the pack has something else by then.
      keep(old, old.packHash === hash || old.dataHash === hash ? null : hash);
    } else if (isEdited(old) && old.dataHash !== hash) {
      keep(old, old.packHash === hash ? null : hash);
    } else if (old.dataHash !== hash || old.validTo !== null) {
      report.updated++;
      change(old, { ...row, ...loaded }, old.validTo === null ? 'pack_taken' : 'revived', row.data);
    } else if (old.packHash !== hash || old.position !== row.position) {
      report.updated++;
      set(row, { ...row, ...loaded, updatedAt: now, updatedBy: null });
    } else keep(old, null);
  }
  for (const old of kept.values()) {
    // Rows without a pack hash were made here and are no business of the pack.
    if (old.packHash === null || old.validTo !== null) continue;
    if (isEdited(old)) keep(old, DROPPED);
    else {
      report.ended++;
      change(old, { validTo: now }, 'ended', null);
    }
  }
  for (let i = 0; i < steps.length; i += AT_ONCE) await loadSome(db, steps.slice(i, i + AT_ONCE), now);
  forgetRegency();
  return report;
}

type Values = Partial<typeof regencyRows.$inferInsert>;

/** One row to write, and what the history says of it. */
interface Step {
  statement: Statement;
  line?: { kind: string; id: string; seen: string; change: SettingChangeKind; after: string | null };
}

async function loadSome(db: Db, steps: readonly Step[], now: number): Promise<void> {
  // With every part of the load, so that no isolate takes a half-loaded regency for the newest one.
  const newer = db.update(settingsVersion).set({ version: sql`${settingsVersion.version} + 1` });
  const lines = steps.flatMap(({ line }) => line ?? []);
  const written: Statement[] = lines.length > 0 ? [writeLines(db, lines, now)] : [];
  await db.batch([newer, ...written, ...steps.map(({ statement }) => statement)]);
}

/** A row that staff changed since it was read has no kind here, which the column refuses: the load is tried again. */
function writeLines(db: Db, lines: readonly Step['line'][], now: number): Statement {
  return db
    .insert(settingChanges)
    .select(sql`select null, r.kind, j.value ->> 'id', j.value ->> 'change', case when r.valid_to is null then r.data end,
      j.value ->> 'after', 'pack', ${now}
    from json_each(${JSON.stringify(lines)}) j
    left join regency_rows r on r.kind = j.value ->> 'kind' and r.id = j.value ->> 'id' and r.data_hash = j.value ->> 'seen'
    order by j.key`);
}

/**
 * Writes a row that is a choice of this machine, e.g. a switch, and makes it count at once.
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
  const before = sql<string>`(select data from regency_rows where kind = ${kind} and id = ${id} and valid_to is null)`;
  const content = { data: json, dataHash, validTo: null, updatedAt: now, updatedBy: by };
  const fresh = { kind, id, position: 0, packHash: null, conflictHash: null };
  await db.batch([
    db
      .insert(settingChanges)
      .values({ kind, rowId: id, change: 'edited', before, after: json, by: by ?? 'command', at: now }),
    db
      .insert(regencyRows)
      .values({ ...fresh, ...content })
      .onConflictDoUpdate({ target: [regencyRows.kind, regencyRows.id], set: content }),
    db.update(settingsVersion).set({ version: sql`${settingsVersion.version} + 1` }),
  ]);
  forgetRegency();
}

/** Staff have changed it, or made a row of their own under this name. */
const isEdited = (row: Kept): boolean => row.dataHash !== row.packHash;

/** Not by the pack: loading it again does not bring the row back. */
const wasEndedHere = (row: Kept): boolean => row.validTo !== null && row.updatedBy !== null;

const nameOf = ({ kind, id }: Key): string => `${kind}/${id}`;
