/** Counts D1 rows read and written by an operation: they are money on D1, and the same on every machine. */
import { env } from 'cloudflare:workers';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { seal } from '../../workers/privacy/seal.ts';

export interface Rows {
  read: number;
  written: number;
  /** Calls to D1: what somebody waits for. */
  trips: number;
}

/** A D1 that passes everything on and adds up what each statement cost. */
export function counting(d1: D1Database): { d1: D1Database; rows: Rows } {
  const rows: Rows = { read: 0, written: 0, trips: 0 };
  const add = (meta: D1Meta) => {
    rows.read += meta.rows_read;
    rows.written += meta.rows_written;
  };
  const real = new WeakMap<object, D1PreparedStatement>();
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      all: async () => count(await statement.all()),
      run: async () => count(await statement.run()),
      first: async (...args: []) => {
        count(await statement.all());
        return statement.first(...args);
      },
      // `raw` tells no cost, so the same read runs once more for its figures.
      raw: async (...args: []) => {
        count(await statement.all());
        return statement.raw(...args);
      },
    } as unknown as D1PreparedStatement;
    real.set(wrapped, statement);
    return wrapped;
  };
  const count = <T extends { meta: D1Meta }>(result: T): T => {
    rows.trips++;
    add(result.meta);
    return result;
  };
  const proxy = new Proxy(d1, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => wrap(target.prepare(sql));
      if (name === 'batch') {
        return async (statements: D1PreparedStatement[]) => {
          const results = await target.batch(statements.map((statement) => real.get(statement) ?? statement));
          rows.trips++;
          for (const result of results) add(result.meta);
          return results;
        };
      }
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { d1: proxy, rows };
}

/** The line that `npm run bench -- rows` reads. */
export function tell(name: string, large: Rows, small: Rows | undefined): void {
  console.log(
    `${name}: ${large.read} read (${small?.read} at 1,000), ${large.written} written, ${large.trips} trips`,
  );
}

/** An environment whose database counts. */
export function countingEnv(): { env: Env; rows: Rows } {
  const { d1, rows } = counting(env.DB);
  return {
    env: new Proxy(env, { get: (target, name) => (name === 'DB' ? d1 : Reflect.get(target, name)) }),
    rows,
  };
}

/** Empties the tables that `fillCases` fills, and others. */
export async function emptyCases(...others: string[]): Promise<void> {
  await env.DB.prepare('DROP TRIGGER IF EXISTS history_is_append_only_delete').run();
  const tables = ['cases', 'history', 'clocks', 'clock_stages', 'entries', ...others];
  await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
}

/**
 * Fills the database with so many cases by SQL: open, closed, with offices and history, as a regency would have.
 * Only the titles that an inbox shows first are sealed text.
 */
export async function fillCases(count: number): Promise<void> {
  const n = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;
  const offices = `'PUPR', 'DLH', 'DPKPP', 'DISDUKCAPIL', 'DINKES', '@admin', '@verifier', '@inspector'`;
  const holder = `(SELECT value FROM json_each(json_array(${offices})) WHERE key = i % 8)`;
  const closed = '(i % 3 <> 0)';
  await env.DB.batch([
    env.DB.prepare(
      `${n} INSERT INTO cases (id, code, version, head_hash, state, kind, holder, holder_since, office, next_due_at, due_at,
         anonymous, confidential, about_official, channel, title, submitted_by, received_at, routed_at, closed_at, settings)
       SELECT i, 'X' || i, 2, 'x', CASE WHEN ${closed} THEN 'resolved' ELSE 'disposed' END, 'complaint', ${holder}, i,
         CASE WHEN ${holder} LIKE '@%' THEN NULL ELSE ${holder} END, 1700000000000 + i * 1000, 1700000000000 + i * 1000,
         0, 0, 0, 'web', '', 'public', 1700000000000 + i, 1700000000000 + i, CASE WHEN ${closed} THEN 1 END, 1 FROM n`,
    ),
    env.DB.prepare(
      `${n} INSERT INTO history (case_id, seq, verb, actor, at, payload_digest, prev_hash, hash)
       SELECT (i + 1) / 2, 1 + i % 2, 'submit', 'public', i, 'x', 'x', 'x' FROM n`,
    ),
    env.DB.prepare(
      `${n} INSERT INTO clocks (subject, subject_id, clock, started_seq, started_at, due_at, next_at)
       SELECT 'case', i, 'settle', 1, i, i, 4000000000000 + i FROM n`,
    ),
    env.DB.prepare(
      `${n} INSERT INTO clock_stages
         (subject, subject_id, clock, started_seq, stage, at, outcome, way, due_at, settings, listed_on)
       SELECT 'case', i, 'settle', 1, 'due', i, 'told', 'digest', i, 1, '2020-01-01' FROM n`,
    ),
    env.DB.prepare(
      `${n} INSERT INTO entries (case_id, seq, visibility, facts) SELECT i, 1, 'reporter', '{}' FROM n`,
    ),
  ]);
  // The first pages of every inbox open their titles.
  const keys = await loadKeys(env);
  const titled = Array.from({ length: 1_200 }, async (_, index) => {
    const title = await seal(keys, { table: 'cases', column: 'title', row: index + 1 }, 'Jalan rusak');
    return env.DB.prepare('UPDATE cases SET title = ? WHERE id = ?').bind(title, index + 1);
  });
  await env.DB.batch(await Promise.all(titled));
}
