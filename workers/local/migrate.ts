/**
 * Applies the migrations of wrangler.toml's databases and records them in `d1_migrations` as wrangler does, so that
 * `wrangler d1 migrations apply` finds the same ones done.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Miniflare } from 'miniflare';
import { root } from './settings.ts';
import { Trouble } from './trouble.ts';

/** Folder of migrations by binding. */
const folders = { DB: 'migrations/db', SEARCH: 'migrations/search' } as const;

type Binding = keyof typeof folders;

/**
 * @returns how many were applied
 * @throws Trouble naming the migration that failed; it left nothing behind
 */
export async function migrate(kanal: Miniflare): Promise<number> {
  let applied = 0;
  for (const binding of Object.keys(folders) as Binding[]) applied += await migrateOne(kanal, binding);
  return applied;
}

async function migrateOne(kanal: Miniflare, binding: Binding): Promise<number> {
  const db = await kanal.getD1Database(binding);
  await db
    .prepare(
      'CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)',
    )
    .run();
  const { results } = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
  const done = new Set(results.map((row) => row.name));
  const folder = join(root, folders[binding]);
  const waiting = readdirSync(folder)
    .filter((name) => name.endsWith('.sql') && !done.has(name))
    .sort();
  for (const name of waiting) {
    const statements = statementsOf(readFileSync(join(folder, name), 'utf8')).map((sql) => db.prepare(sql));
    const record = db.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name);
    try {
      await db.batch([...statements, record]);
    } catch (error) {
      throw new Trouble(`Migration ${folders[binding]}/${name} failed: ${String(error)}`);
    }
  }
  return waiting.length;
}

/** Statements of a migration; those of triggers hold semicolons, so only the breakpoints separate. */
export function statementsOf(sql: string): string[] {
  return sql
    .split('--> statement-breakpoint')
    .map((statement) => statement.trim())
    .filter((statement) => statement.length > 0);
}
