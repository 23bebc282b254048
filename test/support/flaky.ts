/** Faults that last: a D1 that fails now and then, and queues that lose messages. The same faults every time. */

/** Numbers from 0 to 1 that look random and are the same in every run (Lehmer). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export interface Flaky {
  d1: D1Database;
  /** How often it failed. */
  struck: () => number;
  /** From now on it works. */
  mend: () => void;
}

/** @param share of calls that fail, e.g. 0.1; half of those after their work is done, with the answer lost */
export function flaky(d1: D1Database, share: number, seed: number): Flaky {
  const roll = dice(seed);
  let struck = 0;
  let broken = true;
  const real = new WeakMap<object, D1PreparedStatement>();

  async function strike<T>(work: () => Promise<T>): Promise<T> {
    if (!broken || roll() >= share) return work();
    struck++;
    if (roll() < 0.5) await work();
    throw new Error('D1_ERROR: Network connection lost.');
  }

  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      all: () => strike(() => statement.all()),
      run: () => strike(() => statement.run()),
      raw: (...args: []) => strike(() => statement.raw(...args)),
      first: (...args: []) => strike(() => statement.first(...args)),
    } as unknown as D1PreparedStatement;
    real.set(wrapped, statement);
    return wrapped;
  };

  const proxy = new Proxy(d1, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => wrap(target.prepare(sql));
      if (name === 'batch') {
        return (statements: D1PreparedStatement[]) =>
          strike(() => target.batch(statements.map((one) => real.get(one) ?? one)));
      }
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const mend = () => {
    broken = false;
  };
  return { d1: proxy, struck: () => struck, mend };
}
