/**
 * Counts parcels: three statements, however many there are, behind the lock of each. A parcel that is delivered twice, to
 * two consumers at once, or again after a lost answer counts once.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Calendar } from '../../../../shared/working-time.ts';
import type { Parcel } from '../../../messaging/parcel.ts';
import { MINUTE } from '../../../platform/clock.ts';
import type { Db, Plan } from '../../../platform/db.ts';
import { countedParcels, scanSalts, scanVisitors } from '../table.ts';
import { addCounts } from './add-counts.ts';

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
export function planParcels(db: Db, calendar: Calendar, parcels: readonly Parcel[], now: number): Plan<null> {
  const ids = JSON.stringify(parcels.map(({ parcel }) => parcel));
  const tallies = new Map<string, Tally>();
  const visitors = new Set<string>();
  const dayOf = daysOf(calendar);
  for (const { p, at, n, k, who, v } of parcels.flatMap(({ scans }) => scans)) {
    const day = dayOf(at);
    const tally = tallies.get(`${day} ${p}`) ?? { day, p, scanned: 0, bots: 0, opened: 0 };
    tallies.set(`${day} ${p}`, tally);
    if (who === 'bot') tally.bots += n;
    else if (k === 'open') tally.opened += n;
    else tally.scanned += n;
    if (who === 'person' && k === 'scan') for (const visitor of v ?? []) visitors.add(`${day}${visitor}${p}`);
  }
  const seen = seenSql([...visitors]);
  return {
    statements: [
      db.insert(countedParcels).select(sql`select value, cast(${now} as integer) from json_each(${ids})`),
      addCounts(db, tallySql([...tallies.values()], seen)),
      db.insert(scanVisitors).select(seen).onConflictDoNothing(),
    ],
    result: null,
  };
}

/** Local dates of instants; those of one quarter of an hour share theirs, because zones are offset by such quarters. */
function daysOf(calendar: Calendar): (at: number) => string {
  const days = new Map<number, string>();
  return (at) => {
    const quarter = Math.floor(at / (15 * MINUTE));
    const day = days.get(quarter) ?? calendar.localDate(at);
    days.set(quarter, day);
    return day;
  };
}

/**
 * Visitors of a parcel on days whose salt is still there: (day, p, v).
 * @param visitors day (10 characters), hash (16) and placement in one text: cutting it costs SQLite a third of parsing JSON
 */
function seenSql(visitors: string[]): SQL {
  return sql`select substr(value, 1, 10) as day, cast(substr(value, 27) as integer) as p, substr(value, 11, 16) as v
    from json_each(${JSON.stringify(visitors)}) where substr(value, 1, 10) in (select day from ${scanSalts})`;
}

/** What a parcel adds to each day and to "*", the sum of all days; in the order of the table's columns. */
function tallySql(tallies: readonly Tally[], seen: SQL): SQL {
  return sql`select iif(part.whole, '*', tally.value ->> 'day'), tally.value ->> 'p',
      sum(tally.value ->> 'scanned'), sum(coalesce(fresh.visitors, 0)),
      sum(tally.value ->> 'bots'), sum(tally.value ->> 'opened'), 0, 0, 0, 0, 0
    from json_each(${JSON.stringify(tallies)}) as tally
      left join (
        select day, p, count(*) as visitors from (${seen}) as seen
        where not exists (select 1 from ${scanVisitors} as kept
          where kept.day = seen.day and kept.placement_id = seen.p and kept.visitor = seen.v)
        group by day, p
      ) as fresh on fresh.day = tally.value ->> 'day' and fresh.p = tally.value ->> 'p',
      (select 0 as whole union all select 1) as part
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
