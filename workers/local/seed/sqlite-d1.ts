/**
 * A SQLite of this process as a D1, so that the real verbs run on it without a round trip. It has what Drizzle asks of
 * D1 and no more: statements with parameters, and batches that are all or nothing.
 */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { type Db, openDb } from '../../platform/db.ts';

type Row = Record<string, unknown>;

/** One statement with its parameters. */
class Bound {
  readonly #statement: () => StatementSync;
  readonly #params: SQLInputValue[];

  constructor(statement: () => StatementSync, params: SQLInputValue[]) {
    this.#statement = statement;
    this.#params = params;
  }

  bind(...params: SQLInputValue[]): Bound {
    return new Bound(this.#statement, params);
  }

  rows(): Row[] {
    return this.#statement().all(...this.#params);
  }

  async all(): Promise<{ results: Row[] }> {
    return { results: this.rows() };
  }

  run = this.all;

  async raw(): Promise<unknown[][]> {
    return this.rows().map((row) => Object.values(row));
  }
}

export function d1Of(sqlite: DatabaseSync): Db {
  const known = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const found = known.get(sql) ?? sqlite.prepare(sql);
    known.set(sql, found);
    return found;
  };
  const client = {
    prepare: (sql: string) => new Bound(() => prepared(sql), []),
    async batch(statements: readonly Bound[]) {
      sqlite.exec('BEGIN');
      try {
        const results = statements.map((statement) => ({ results: statement.rows() }));
        sqlite.exec('COMMIT');
        return results;
      } catch (error) {
        sqlite.exec('ROLLBACK');
        throw error;
      }
    },
  };
  // What else D1 can do nobody asks of it here.
  return openDb(client as unknown as D1Database);
}
