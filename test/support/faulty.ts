/**
 * D1 that fails on purpose, around the real one (design.md, "How it is tested"): before a write, after its commit with
 * the answer lost, or mid-batch by an aborting trigger. Reads pass.
 */
import { env } from 'cloudflare:workers';
import { type Db, openDb } from '../../workers/platform/db.ts';

export type Fault = 'before_batch' | 'answer_lost';

export interface Faulty {
  d1: D1Database;
  /** How often the fault struck. */
  struck: () => number;
}

const isWrite = (sql: string) => /^\s*(insert|update|delete)/i.test(sql);

/**
 * @param times the fault strikes so many writes, batches or single ones; afterwards D1 works
 * @param after how many writes it lets through before
 */
export function faulty(d1: D1Database, fault: Fault, times = 1, after = 0): Faulty {
  let struck = 0;
  let spared = 0;
  const real = new WeakMap<object, { statement: D1PreparedStatement; sql: string }>();

  /** Runs a write with the fault, or without it once it has struck often enough. */
  async function strike<T>(write: boolean, work: () => Promise<T>): Promise<T> {
    if (!write || struck >= times || spared++ < after) return work();
    struck++;
    if (fault === 'answer_lost') await work();
    throw new Error('D1_ERROR: Network connection lost.');
  }

  const wrap = (sql: string, statement: D1PreparedStatement): D1PreparedStatement => {
    const write = isWrite(sql);
    const wrapped = {
      bind: (...values: unknown[]) => wrap(sql, statement.bind(...values)),
      all: () => strike(write, () => statement.all()),
      run: () => strike(write, () => statement.run()),
      raw: (...args: []) => strike(write, () => statement.raw(...args)),
      first: (...args: []) => strike(write, () => statement.first(...args)),
    } as unknown as D1PreparedStatement;
    real.set(wrapped, { statement, sql });
    return wrapped;
  };

  const proxy = new Proxy(d1, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => wrap(sql, target.prepare(sql));
      if (name === 'batch') {
        return (statements: D1PreparedStatement[]) => {
          const inner = statements.map((one) => real.get(one) ?? { statement: one, sql: '' });
          return strike(
            inner.some(({ sql }) => isWrite(sql)),
            () => target.batch(inner.map(({ statement }) => statement)),
          );
        };
      }
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { d1: proxy, struck: () => struck };
}

export function faultyDb(fault: Fault, times = 1): { db: Db; struck: () => number } {
  const made = faulty(env.DB, fault, times);
  return { db: openDb(made.d1), struck: made.struck };
}

/** Aborts every batch that writes to the table, until the returned function removes the trigger. */
export async function abortOn(table: string): Promise<() => Promise<void>> {
  for (const event of ['INSERT', 'UPDATE']) {
    await env.DB.prepare(
      `CREATE TRIGGER abort_${table}_${event} BEFORE ${event} ON ${table} BEGIN SELECT RAISE(ABORT, 'made to fail'); END`,
    ).run();
  }
  return async () => {
    for (const event of ['INSERT', 'UPDATE'])
      await env.DB.prepare(`DROP TRIGGER abort_${table}_${event}`).run();
  };
}
