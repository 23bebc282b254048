/** Counts the D1 statements that an invocation runs: it may use 1,000. */

/** A D1 that passes everything on. */
export function countingStatements(d1: D1Database): { d1: D1Database; executed: () => number } {
  let executed = 0;
  const inner = new WeakMap<object, D1PreparedStatement>();
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const once = <T>(work: () => T): T => {
      executed++;
      return work();
    };
    const wrapped = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      all: () => once(() => statement.all()),
      run: () => once(() => statement.run()),
      raw: (...args: []) => once(() => statement.raw(...args)),
      first: (...args: []) => once(() => statement.first(...args)),
    } as unknown as D1PreparedStatement;
    inner.set(wrapped, statement);
    return wrapped;
  };
  const proxy = new Proxy(d1, {
    get: (target, name) => {
      if (name === 'prepare') return (sql: string) => wrap(target.prepare(sql));
      if (name === 'batch') {
        return (statements: D1PreparedStatement[]) => {
          executed += statements.length;
          return target.batch(statements.map((one) => inner.get(one) ?? one));
        };
      }
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { d1: proxy, executed: () => executed };
}
