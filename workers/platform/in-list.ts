import { type SQL, sql } from 'drizzle-orm';

/** However many ids, one parameter. */
export function inList(column: unknown, ids: readonly (number | string)[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;
}
