/**
 * Loads a regency's pack into its rows. Loading again updates only rows that still equal what was last loaded;
 * rows that staff edited are kept and marked as a conflict; rows that the pack dropped get `valid_to`. Never deletes.
 */
import { eq, sql } from 'drizzle-orm';
import { loadPack } from '../../shared/regencies/index.ts';
import type { Pack } from '../../shared/regencies/types.ts';
import type { Db, Statement } from '../platform/db.ts';
import { meta } from '../platform/table.ts';
import { sha256Hex } from '../privacy/mac.ts';
import { forgetRegency } from './snapshot.ts';
import { regencyRows, settingsVersion } from './table.ts';

export interface LoadReport {
  added: number;
  updated: number;
  unchanged: number;
  ended: number;
  /** "kind/id" of rows that staff edited and the pack changed too. */
  conflicts: string[];
}

interface PackRow {
  kind: string;
  id: string;
  data: string;
  position: number;
}

/** Loads the pack when its content differs from what was loaded last; one row read when it does not. */
export async function loadPackIfNew(db: Db, packId: string, now: number): Promise<LoadReport | null> {
  const pack = await loadPack(packId);
  const digest = await sha256Hex(JSON.stringify(pack));
  const [loaded] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, 'pack'));
  if (loaded?.value === `${packId}:${digest}`) return null;
  const report = await loadRows(db, rowsOf(pack), now);
  await db
    .insert(meta)
    .values({ key: 'pack', value: `${packId}:${digest}` })
    .onConflictDoUpdate({ target: meta.key, set: { value: sql`excluded.value` } });
  return report;
}

/** The rows a pack consists of. */
export function rowsOf(pack: Pack): PackRow[] {
  const rows: PackRow[] = [];
  const add = (kind: string, id: string, data: unknown) =>
    rows.push({ kind, id, data: JSON.stringify(data), position: rows.length });
  add('regency', pack.regency.code, pack.regency);
  for (const office of pack.offices) add('office', office.code, office);
  for (const area of pack.areas) add('area', area.code, area);
  for (const category of pack.categories) add('category', category.id, category);
  for (const clock of pack.clocks) add('clock', clock.id, clock);
  for (const holiday of pack.holidays)
    add('holiday', `${holiday.date}:${holiday.kind}:${holiday.name}`, holiday);
  for (const hours of pack.hours) add('hours', hours.id, hours);
  for (const template of pack.templates) add('template', template.id, template);
  for (const [index, emergency] of pack.emergency.entries())
    add('emergency', `${emergency.number}:${index}`, emergency);
  for (const [part, value] of Object.entries(pack.routing)) add('routing', part, value);
  return rows;
}

async function loadRows(db: Db, rows: PackRow[], now: number): Promise<LoadReport> {
  const existing = new Map(
    (await db.select().from(regencyRows)).map((row) => [`${row.kind}/${row.id}`, row]),
  );
  const report: LoadReport = { added: 0, updated: 0, unchanged: 0, ended: 0, conflicts: [] };
  const statements: Statement[] = [];
  for (const row of rows) {
    const name = `${row.kind}/${row.id}`;
    const hash = await sha256Hex(row.data);
    const old = existing.get(name);
    existing.delete(name);
    const edited = old !== undefined && old.dataHash !== old.packHash;
    const values = {
      ...row,
      packHash: hash,
      dataHash: hash,
      conflictHash: null,
      validTo: null,
      updatedAt: now,
    };
    if (!old) {
      report.added++;
      statements.push(db.insert(regencyRows).values(values));
    } else if (old.packHash === hash && old.position === row.position && old.validTo === null) {
      report.unchanged++;
    } else if (edited && old.packHash !== hash && old.dataHash !== hash) {
      report.conflicts.push(name);
      statements.push(db.update(regencyRows).set({ conflictHash: hash }).where(is(row.kind, row.id)));
    } else if (edited && old.packHash === hash) {
      report.unchanged++;
    } else {
      report.updated++;
      statements.push(db.update(regencyRows).set(values).where(is(row.kind, row.id)));
    }
  }
  for (const old of existing.values()) {
    // Rows without a pack hash were made here and are no business of the pack.
    if (old.packHash === null || old.validTo !== null) continue;
    report.ended++;
    statements.push(db.update(regencyRows).set({ validTo: now, updatedAt: now }).where(is(old.kind, old.id)));
  }
  for (let i = 0; i < statements.length; i += 100) {
    const [first, ...rest] = statements.slice(i, i + 100);
    if (first) await db.batch([first, ...rest]);
  }
  if (statements.length > 0)
    await db.update(settingsVersion).set({ version: sql`${settingsVersion.version} + 1` });
  forgetRegency();
  return report;
}

/** Writes a row that is the regency's own choice, e.g. a switch, and makes it count at once. */
export async function setRow(db: Db, kind: string, id: string, data: unknown, now: number): Promise<void> {
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
      })
      .onConflictDoUpdate({
        target: [regencyRows.kind, regencyRows.id],
        set: { data: json, dataHash, updatedAt: now },
      }),
    db.update(settingsVersion).set({ version: sql`${settingsVersion.version} + 1` }),
  ]);
  forgetRegency();
}

function is(kind: string, id: string) {
  return sql`${regencyRows.kind} = ${kind} and ${regencyRows.id} = ${id}`;
}
