/** What is known of imports: which there were, what they did, and what their rows already are in Kanal. */
import { and, asc, desc, eq, gt, gte, isNotNull, lte, type SQL, sql } from 'drizzle-orm';
import type { Mapping } from '../../../shared/sp4n/fields.ts';
import type { CaseFile } from '../../cases/load.ts';
import { caseAccused, cases, contacts, entries } from '../../cases/table.ts';
import type { Db, Statement } from '../../platform/db.ts';
import { insertInto } from '../../platform/insert.ts';
import type { Place } from '../../privacy/seal.ts';
import { type Checked, sealedObjects } from './store.ts';
import { sp4nImportRows, sp4nImports, sp4nMappings, sp4nReports } from './table.ts';

/** How uploaded tables are read, for whoever takes one. */
export { readCells } from './read/cells.ts';
export { ExportProblem, type ExportProblemName, exportProblems } from './read/problem.ts';

export type ImportRow = typeof sp4nImports.$inferSelect;

export async function readImport(db: Db, id: number): Promise<ImportRow | null> {
  const [found] = await db.select().from(sp4nImports).where(eq(sp4nImports.id, id));
  return found ?? null;
}

export const listImports = (db: Db): Promise<ImportRow[]> =>
  db.select().from(sp4nImports).orderBy(desc(sp4nImports.id)).limit(20);

/** @returns its id */
export async function addImport(db: Db, row: Omit<ImportRow, 'id' | 'doneAt' | 'nextRow'>): Promise<number> {
  const [made] = await db
    .insert(sp4nImports)
    .values({ ...row, nextRow: 0 })
    .returning({ id: sp4nImports.id });
  if (!made) throw new Error('No import was made');
  return made.id;
}

/** Moves an import on, if it still is where it was seen. @returns whether it was */
export async function moveImport(
  db: Db,
  seen: Pick<ImportRow, 'id' | 'status' | 'nextRow'>,
  set: Partial<ImportRow>,
): Promise<boolean> {
  const moved = await db
    .update(sp4nImports)
    .set(set)
    .where(
      and(
        eq(sp4nImports.id, seen.id),
        eq(sp4nImports.status, seen.status),
        eq(sp4nImports.nextRow, seen.nextRow),
      ),
    )
    .returning({ id: sp4nImports.id });
  return moved.length > 0;
}

/** Imports whose rows still lie in R2. */
export const withRows = (db: Db): Promise<ImportRow[]> =>
  db.select().from(sp4nImports).where(isNotNull(sp4nImports.objectKey)).orderBy(asc(sp4nImports.id));

/** What lies sealed in R2 of uploads, for who seals it anew with another key; some hundreds at most. */
export async function sealedRows(db: Db): Promise<{ object: string; place: Place }[]> {
  const rows = await withRows(db);
  return rows.flatMap(({ objectKey, rows: count }) =>
    objectKey === null ? [] : sealedObjects(objectKey, count),
  );
}

export async function rememberedMapping(db: Db, signature: string): Promise<Mapping | null> {
  const [found] = await db
    .select({ mapping: sp4nMappings.mapping })
    .from(sp4nMappings)
    .where(eq(sp4nMappings.signature, signature));
  return found ? (JSON.parse(found.mapping) as Mapping) : null;
}

export async function rememberMapping(
  db: Db,
  row: { signature: string; mapping: Mapping; by: string; at: number },
): Promise<void> {
  const set = { mapping: JSON.stringify(row.mapping), by: row.by, at: row.at };
  await db
    .insert(sp4nMappings)
    .values({ signature: row.signature, ...set })
    .onConflictDoUpdate({ target: sp4nMappings.signature, set });
}

const among = (column: unknown, values: readonly (string | number)[]): SQL =>
  sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;

/** What a Tracking ID already is here. */
export interface KnownReport {
  caseId: number;
  /** Digest of the row that was last imported; null for a case of Kanal that has the number. */
  digest: string | null;
  merged: boolean;
  /** Kept from all but one, or from somebody: an export tells nothing of it and changes nothing. */
  secret: boolean;
}

/** @param numbers at most some hundreds; one round trip */
export async function knownReports(db: Db, numbers: readonly string[]): Promise<Map<string, KnownReport>> {
  // What was erased here does not come back from there.
  const secret = sql<number>`(${cases.state} = 'held' or ${cases.erasedAt} is not null or ${cases.berkadar} = 1 or ${cases.holder} in ('@verifier', '@inspector', '@leader')
    or exists (select 1 from ${caseAccused} where ${caseAccused.caseId} = ${cases.id}))`;
  const columns = { caseId: cases.id, state: cases.state, secret };
  const [reports, own] = await db.batch([
    db
      .select({ number: sp4nReports.number, digest: sp4nReports.digest, ...columns })
      .from(sp4nReports)
      .innerJoin(cases, eq(cases.id, sp4nReports.caseId))
      .where(among(sp4nReports.number, numbers)),
    db
      .select({ number: cases.sp4n, ...columns })
      .from(cases)
      .where(and(isNotNull(cases.sp4n), sql`${cases.importedAt} is null`, among(cases.sp4n, numbers))),
  ]);
  const known = new Map<string, KnownReport>();
  const add = (number: string | null, digest: string | null, row: (typeof own)[number]) => {
    if (number === null) return;
    const before = known.get(number);
    const { caseId, state } = row;
    known.set(number, {
      caseId,
      digest,
      merged: state === 'merged',
      secret: row.secret === 1 || before?.secret === true,
    });
  };
  for (const row of reports) add(row.number, row.digest, row);
  // A case of Kanal goes before a record of the same report.
  for (const row of own) add(row.number, null, row);
  return known;
}

/** Imported cases, with the sealed words of each import of them. One round trip. */
export async function readImported(db: Db, ids: readonly number[]) {
  const wanted = among(cases.id, ids);
  const [rows, words] = await db.batch([
    db
      .select({ row: cases, email: contacts.emailIndex })
      .from(cases)
      .leftJoin(contacts, eq(contacts.caseId, cases.id))
      .where(wanted),
    db
      .select({ caseId: entries.caseId, seq: entries.seq, words: entries.words })
      .from(entries)
      .where(and(among(entries.caseId, ids), isNotNull(entries.words)))
      .orderBy(asc(entries.seq)),
  ]);
  return rows.map(({ row, email }) => ({
    file: {
      row,
      accused: [],
      copies: [],
      tags: [],
      running: [],
      hasEmail: email !== null,
    } satisfies CaseFile,
    words: words.filter((entry) => entry.caseId === row.id),
  }));
}

const insertRow = insertInto(sp4nImportRows);

/** The row of what became of a row; its key lets it happen once. */
export const rowDone = (db: Db, importId: number, row: Checked): Statement =>
  insertRow(db, { importId, ...row });

/** Remembers the row as it was imported. */
export const insertReport = insertInto(sp4nReports);

export const updateReport = (db: Db, number: string, set: { digest: string; importId: number; at: number }) =>
  db.update(sp4nReports).set(set).where(eq(sp4nReports.number, number));

/** Rows of an import that are carried out, within a range of the file's rows. */
export async function rowsDone(db: Db, importId: number, from: number, to: number): Promise<Set<number>> {
  const rows = await db
    .select({ row: sp4nImportRows.row })
    .from(sp4nImportRows)
    .where(
      and(eq(sp4nImportRows.importId, importId), gte(sp4nImportRows.row, from), lte(sp4nImportRows.row, to)),
    );
  return new Set(rows.map(({ row }) => row));
}

/** A page of what became of the rows. @param after a row of the file */
export const pageOfRows = (db: Db, importId: number, after: number, limit: number): Promise<Checked[]> =>
  db
    .select({
      row: sp4nImportRows.row,
      number: sp4nImportRows.number,
      outcome: sp4nImportRows.outcome,
      reason: sp4nImportRows.reason,
    })
    .from(sp4nImportRows)
    .where(and(eq(sp4nImportRows.importId, importId), gt(sp4nImportRows.row, after)))
    .orderBy(asc(sp4nImportRows.row))
    .limit(limit);

/** How many rows had which outcome. */
export async function outcomesOf(db: Db, importId: number): Promise<Record<string, number>> {
  const rows = await db
    .select({ outcome: sp4nImportRows.outcome, count: sql<number>`count(*)` })
    .from(sp4nImportRows)
    .where(eq(sp4nImportRows.importId, importId))
    .groupBy(sp4nImportRows.outcome);
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
}
