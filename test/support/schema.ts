/** What the migrations make. A thousand tests begin with it. */
import { env } from 'cloudflare:workers';

/** All of them as one call; test/worker/upgrade.test.ts takes them one by one. */
const whole = (all: typeof env.MIGRATIONS) => all.flatMap(({ queries }) => queries).join('\n;\n');
const migrations = whole(env.MIGRATIONS);
const searchMigrations = whole(env.SEARCH_MIGRATIONS);

/** What stands in the database after the last migration; '' before the first test of this isolate. */
let made = '';

/** On empty databases: by the real migrations, and from the second time on without what they make on the way there. */
export async function makeTables(): Promise<void> {
  await env.DB.prepare(made || migrations).run();
  await env.SEARCH.prepare(searchMigrations).run();
  made ||= await whatStands();
}

async function whatStands(): Promise<string> {
  const { results } = await env.DB.prepare(
    `SELECT type, name, sql FROM sqlite_schema
     WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*' ORDER BY rowid`,
  ).all<{ type: string; name: string; sql: string }>();
  const sqlOf = (type: string) => results.filter((one) => one.type === type).map(({ sql }) => sql);
  const tables = results.filter(({ type }) => type === 'table').map(({ name }) => name);
  const rows = await Promise.all(tables.map(rowsOf));
  // Triggers last: they may refuse what a migration was allowed to write.
  return [...sqlOf('table'), ...sqlOf('index'), ...rows.flat(), ...sqlOf('trigger')].join('\n;\n');
}

/** The rows that migrations have written, each as its INSERT. */
async function rowsOf(table: string): Promise<string[]> {
  const { results } = await env.DB.prepare(`SELECT * FROM ${table}`).all();
  return results.map((row) => {
    const values = Object.values(row).map((value) =>
      typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value),
    );
    return `INSERT INTO ${table} (${Object.keys(row)}) VALUES (${values})`;
  });
}
