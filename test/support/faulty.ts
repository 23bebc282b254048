/**
 * D1 that fails on purpose, around the real one (design.md, "How it is tested"): before a batch, after its commit with
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

/** @param times the fault strikes the first so many writing batches; afterwards D1 works */
export function faulty(d1: D1Database, fault: Fault, times = 1): Faulty {
  let struck = 0;
  const proxy = new Proxy(d1, {
    get(target, name) {
      if (name === 'batch') {
        return async (statements: D1PreparedStatement[]) => {
          if (struck >= times || !isWrite(statements)) return target.batch(statements);
          struck++;
          if (fault === 'before_batch') throw new Error('D1_ERROR: Network connection lost.');
          await target.batch(statements);
          throw new Error('D1_ERROR: Network connection lost.');
        };
      }
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { d1: proxy, struck: () => struck };
}

/** Statements do not tell their SQL everywhere; a batch that changes something carries an insert, update or delete. */
function isWrite(statements: D1PreparedStatement[]): boolean {
  return statements.some((statement) => {
    const sql = (statement as unknown as { statement?: string }).statement ?? '';
    return /^\s*(insert|update|delete)/i.test(sql);
  });
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
