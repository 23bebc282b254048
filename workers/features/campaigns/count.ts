/**
 * Counts parcels. Each is a plan of three statements behind its own lock, so that a parcel delivered twice, to two
 * consumers at once, or again after a lost answer counts once.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Calendar } from '../../../shared/working-time.ts';
import type { Db, Plan } from '../../platform/db.ts';
import { addCounts } from './add-counts.ts';
import type { Parcel } from './parcel.ts';
import { countedParcels, scanSalts, scanVisitors } from './table.ts';

/** Of one placement on one day. */
interface Tally {
  day: string;
  p: number;
  scanned: number;
  bots: number;
  opened: number;
}

/**
 * A scan lands on its own local day, however late it comes. Who is new on that day is computed inside the batch; when the
 * day's salt has been destroyed nobody is, because the hashes that it would be compared with are gone.
 * @param now epoch ms
 */
export function planParcel(db: Db, calendar: Calendar, { parcel, scans }: Parcel, now: number): Plan<string> {
  const tallies = new Map<string, Tally>();
  const visitors = new Map<string, [string, number, string]>();
  for (const { p, at, k, who, v } of scans) {
    const day = calendar.localDate(at);
    const tally = tallies.get(`${day} ${p}`) ?? { day, p, scanned: 0, bots: 0, opened: 0 };
    tallies.set(`${day} ${p}`, tally);
    if (who === 'bot') tally.bots++;
    else if (k === 'open') tally.opened++;
    else tally.scanned++;
    if (v && who === 'person' && k === 'scan') visitors.set(`${day} ${p} ${v}`, [day, p, v]);
  }
  const seen = seenSql([...visitors.values()]);
  return {
    statements: [
      db.insert(countedParcels).values({ id: parcel, at: now }),
      addCounts(db, tallySql([...tallies.values()], seen)),
      db.insert(scanVisitors).select(seen).onConflictDoNothing(),
    ],
    result: parcel,
  };
}

/** Visitors of a parcel on days whose salt is still there: (day, p, v). */
function seenSql(visitors: [string, number, string][]): SQL {
  return sql`select value ->> 0 as day, value ->> 1 as p, value ->> 2 as v
    from json_each(${JSON.stringify(visitors)}) where value ->> 0 in (select day from ${scanSalts})`;
}

/** What a parcel adds to each day and to "*", the sum of all days; in the order of the table's columns. */
function tallySql(tallies: readonly Tally[], seen: SQL): SQL {
  return sql`select iif(part.whole, '*', tally.value ->> 'day'), tally.value ->> 'p',
      sum(tally.value ->> 'scanned'),
      sum((select count(*) from (${seen}) as seen
        where seen.day = tally.value ->> 'day' and seen.p = tally.value ->> 'p' and not exists (
          select 1 from ${scanVisitors} as kept
          where kept.day = seen.day and kept.placement_id = seen.p and kept.visitor = seen.v))),
      sum(tally.value ->> 'bots'), sum(tally.value ->> 'opened'), 0, 0, 0, 0
    from json_each(${JSON.stringify(tallies)}) as tally, (select 0 as whole union all select 1) as part
    where true group by 1, 2`;
}

/** Which of these parcels are counted already. */
export async function countedAmong(db: Db, parcels: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ id: countedParcels.id })
    .from(countedParcels)
    .where(sql`${countedParcels.id} in (select value from json_each(${JSON.stringify(parcels)}))`);
  return new Set(rows.map((row) => row.id));
}
