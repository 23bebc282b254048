/** Figures as they are folded. What is read grows with the periods and dimensions that are asked for, never with cases. */
import { sql } from 'drizzle-orm';
import {
  addCounts,
  type Basis,
  type Counts,
  type Dimension,
  noCounts,
  unpackCounts,
} from '../../../../shared/figures/counts.ts';
import { bucketsOf, type Period } from '../../../../shared/figures/periods.ts';
import type { Db } from '../../../platform/db.ts';
import { figures } from './table.ts';

/** What is asked for: one dimension in one period. A period without any days answers nothing. */
export interface Asked {
  dimension: Dimension;
  basis: Basis;
  period: Pick<Period, 'from' | 'to'> | null;
}

/** Counts by value of the dimension, e.g. by office code; values without any are left out. */
export type Cells = Map<string, Counts>;

/**
 * One query, however much is asked.
 * @returns in the order of what was asked
 */
export async function readFigures(db: Db, asked: readonly Asked[]): Promise<Cells[]> {
  const wanted = asked.map(({ period, ...of }) => ({ ...of, buckets: period ? bucketsOf(period) : [] }));
  const keys = wanted.flatMap(({ dimension, basis, buckets }) =>
    buckets.map(({ bucket }) => [dimension, basis, bucket]),
  );
  // The keys lead, so that rows are found by their key however many there are.
  const rows = await db.all<
    Pick<typeof figures.$inferSelect, 'dimension' | 'basis' | 'bucket' | 'cells'>
  >(sql`
    select f.dimension, f.basis, f.bucket, f.cells
    from (select distinct value ->> 0 as d, value ->> 1 as b, value ->> 2 as k
      from json_each(${JSON.stringify(keys)})) as asked
    cross join ${figures} f on f.dimension = asked.d and f.basis = asked.b and f.bucket = asked.k`);
  const found = new Map(
    rows.map((row) => [
      `${row.dimension} ${row.basis} ${row.bucket}`,
      JSON.parse(row.cells) as Record<string, number[]>,
    ]),
  );
  return wanted.map(({ dimension, basis, buckets }) => {
    const sums: Cells = new Map();
    for (const { bucket, sign } of buckets)
      for (const [value, counts] of Object.entries(found.get(`${dimension} ${basis} ${bucket}`) ?? {})) {
        const sum = sums.get(value) ?? noCounts();
        sums.set(value, addCounts(sum, unpackCounts(counts), sign));
      }
    return sums;
  });
}

/** Everything together. @param but values that are left out */
export function wholeOf(cells: Cells, ...but: string[]): Counts {
  const whole = noCounts();
  for (const [value, counts] of cells) if (!but.includes(value)) addCounts(whole, counts);
  return whole;
}
