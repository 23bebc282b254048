/** How a placement comes to be: one statement for many, each with a code that nobody has had before. */
import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { constraintOf, type Db, type Statement } from '../../../platform/db.ts';
import { placements } from '../table.ts';
import { drawCodes } from './code.ts';

type Row = typeof placements.$inferInsert;

/** Without what is drawn and written here. */
export type NewPlacement = Omit<Row, 'id' | 'code' | 'createdAt'>;

/** Somebody else may draw one of the same codes at the same moment. */
const TRIES = 5;

const columns = Object.entries(getTableColumns(placements));

/**
 * Inserts rows with one parameter, however many they are; one whose slot is taken is left out.
 * @param at epoch ms
 */
export function insertPlacements(
  db: Db,
  rows: readonly (NewPlacement & { code: string })[],
  at: number,
): Statement {
  const values = columns.map(([field, column]): SQL => {
    const value = sql`value ->> ${sql.raw(`'${field}'`)}`;
    if (field === 'createdAt') return sql`cast(${at} as integer)`;
    return column.notNull && column.default !== undefined
      ? sql`coalesce(${value}, ${sql.raw(`'${String(column.default)}'`)})`
      : value;
  });
  return db
    .insert(placements)
    .select(sql`select ${sql.join(values, sql`, `)} from json_each(${JSON.stringify(rows)}) where true`)
    .onConflictDoNothing({ target: placements.slot });
}

/**
 * Draws codes and hands them over until they are nobody else's.
 * @param taken codes that are known to be taken
 * @param write the batch that writes them; it may be called again with other codes
 * @throws what `write` throws, unless it is only that a code was taken
 */
export async function withCodes<T>(
  count: number,
  taken: ReadonlySet<string>,
  write: (codes: string[]) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const codes = drawCodes(count, taken, (bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
    try {
      return await write(codes);
    } catch (error) {
      if (attempt === TRIES || constraintOf(error) !== 'placements.code') throw error;
    }
  }
}
