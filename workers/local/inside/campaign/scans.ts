/** Invented scans of the last three weeks. */
import { sql } from 'drizzle-orm';
import { addCounts } from '../../../features/campaigns/scans/add-counts.ts';
import { countedParcels } from '../../../features/campaigns/table.ts';
import { commit } from '../../../platform/db.ts';
import { type CampaignStage, dayBefore } from './stage.ts';

/** Days ago on which somebody scanned. */
const DAYS = [18, 11, 6, 1];

/**
 * Every fifth brings nobody: where nobody scans is what the page of results is for.
 * @param ids of placements, in an order that is the same at every start
 */
export async function scanPieces(stage: CampaignStage, ids: readonly number[]): Promise<void> {
  const { db, today } = stage;
  const rows = ids.flatMap((id, n) =>
    n % 5 === 4
      ? []
      : DAYS.map((daysAgo, k) => ({
          id,
          day: dayBefore(stage, daysAgo),
          scanned: 3 + ((7 * n + 5 * k) % 17),
        })),
  );
  const counts = sql`select iif(part.whole, '*', value ->> 'day'), value ->> 'id', sum(value ->> 'scanned'),
      sum(value ->> 'scanned' - 1), sum(value ->> 'scanned' / 4), sum(value ->> 'scanned' * 2 / 3), 0, 0, 0, 0, 0
    from json_each(${JSON.stringify(rows)}), (select 0 as whole union all select 1) as part where true group by 1, 2`;
  // A load that was cut off counts nothing twice: the parcel's id is the lock.
  await commit(db, [
    {
      statements: [db.insert(countedParcels).values({ id: 'contoh', at: today }), addCounts(db, counts)],
      result: null,
    },
  ]);
}
