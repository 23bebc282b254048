/** Where a thread plays: tables in memory with the settings of a data folder, and a file that keeps what was played. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { statementsOf } from '../migrate.ts';
import { root } from '../settings.ts';

/** What lives write. Notices are left out: nobody was told of what never was. */
export const tables = [
  ...['cases', 'history', 'entries', 'contacts', 'clocks', 'clock_stages'],
  ...['case_copies', 'case_accused', 'social_posts'],
] as const;

/** What they read. */
const settings = ['regency_rows', 'settings_version', 'staff', 'deputies'];
/** Written by the verbs, kept by nobody. */
const dropped = ['deliveries'];

/** Tables as the migrations make them, in an empty database. */
export function makeTables(sqlite: DatabaseSync): void {
  const folder = join(root, 'migrations/db');
  for (const name of readdirSync(folder).sort())
    if (name.endsWith('.sql'))
      for (const sql of statementsOf(readFileSync(join(folder, name), 'utf8'))) sqlite.exec(sql);
}

/** @param path of the folder's database, @param file of what is kept */
export function openScratch(path: string, file: string): DatabaseSync {
  const sqlite = new DatabaseSync(':memory:', { timeout: 10_000 });
  makeTables(sqlite);
  sqlite.exec('DROP TRIGGER history_is_append_only_delete');
  sqlite.prepare('ATTACH ? AS data').run(path);
  for (const table of settings) {
    sqlite.exec(`DELETE FROM ${table}`);
    sqlite.exec(`INSERT INTO ${table} SELECT * FROM data.${table}`);
  }
  sqlite.exec('DETACH data');
  sqlite.prepare('ATTACH ? AS kept').run(file);
  sqlite.exec('PRAGMA kept.journal_mode = OFF; PRAGMA kept.synchronous = OFF');
  for (const table of tables)
    sqlite.exec(`CREATE TABLE kept.${table} AS SELECT * FROM main.${table} WHERE false`);
  return sqlite;
}

/** Moves what was played into the file, so that the tables in memory stay small. */
export function keepPlayed(sqlite: DatabaseSync): void {
  sqlite.exec('BEGIN');
  for (const table of tables) sqlite.exec(`INSERT INTO kept.${table} SELECT * FROM main.${table}`);
  for (const table of [...tables, ...dropped]) sqlite.exec(`DELETE FROM main.${table}`);
  sqlite.exec('COMMIT');
}

/**
 * Adds what the files keep to a database, all or nothing, in the order in which it happened.
 * @param done SQL that says so, in the same transaction
 * @returns how many rows each table got
 */
export function plant(sqlite: DatabaseSync, files: readonly string[], done: string): Record<string, number> {
  for (const [i, file] of files.entries()) sqlite.prepare(`ATTACH ? AS k${i}`).run(file);
  const added: Record<string, number> = {};
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    for (const table of tables) {
      const columns = columnsOf(sqlite, table);
      const parts = files.map((_, i) => `SELECT ${columns} FROM k${i}.${table}`).join(' UNION ALL ');
      const order = table === 'history' || table === 'social_posts' ? ' ORDER BY at' : '';
      const { changes } = sqlite.prepare(`INSERT INTO main.${table} (${columns}) ${parts}${order}`).run();
      added[table] = Number(changes);
    }
    sqlite.exec(done);
    sqlite.exec('COMMIT');
  } catch (error) {
    sqlite.exec('ROLLBACK');
    throw error;
  }
  for (const i of files.keys()) sqlite.exec(`DETACH k${i}`);
  return added;
}

/** Without the numbers that the database itself gives. */
function columnsOf(sqlite: DatabaseSync, table: string): string {
  const numbered = table === 'history' || table === 'social_posts';
  const columns = sqlite.prepare(`PRAGMA main.table_info(${table})`).all();
  return columns
    .map(({ name }) => `"${String(name)}"`)
    .filter((name) => !(numbered && name === '"id"'))
    .join(', ');
}
