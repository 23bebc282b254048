/** The one statement that moves counts. */
import { type SQL, sql } from 'drizzle-orm';
import type { Db, Statement } from '../../../platform/db.ts';
import { placementCounts } from '../table.ts';

/**
 * Adds rows to the counts of their day and placement.
 * @param rows a select of all columns of `placement_counts` in their order; negative numbers take away
 */
export function addCounts(db: Db, rows: SQL): Statement {
  const plus = (name: string) =>
    sql`${sql.identifier('placement_counts')}.${sql.identifier(name)} + excluded.${sql.identifier(name)}`;
  return db
    .insert(placementCounts)
    .select(rows)
    .onConflictDoUpdate({
      target: [placementCounts.day, placementCounts.placementId],
      set: {
        scanned: plus('scanned'),
        visitors: plus('visitors'),
        bots: plus('bots'),
        opened: plus('opened'),
        submitted: plus('submitted'),
        accepted: plus('accepted'),
        settled: plus('settled'),
        settledOnTime: plus('settled_on_time'),
        confirmed: plus('confirmed'),
      },
    });
}
