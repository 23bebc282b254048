/** What a change would move, said before it is saved. */
import { sql } from 'drizzle-orm';
import type { PackHoliday } from '../../../shared/regencies/types.ts';
import { formatNumber } from '../../../shared/text.ts';
import { makeCalendar } from '../../../shared/working-time.ts';
import type { Db } from '../../platform/db.ts';
import type { Regency } from '../../regency/snapshot.ts';

/** Counted up to here; beyond it is "99+". */
const MOST = 100;
/** Running clocks looked at, those first that are looked at next: a page never reads the whole table. */
const LOOKED_AT = 3000;

/** Running clocks that count working days over one of these dates. `exact` is false where not all were looked at. */
async function clocksOver(
  db: Db,
  regency: Regency,
  dates: readonly string[],
): Promise<{ moved: number; exact: boolean }> {
  const days = JSON.stringify(dates.map((date) => regency.calendar.startOfDay(date)));
  const [row] = await db.all<{ looked: number; moved: number }>(sql`
    select count(*) as looked, coalesce(sum(hit), 0) as moved from (
      select exists (select 1 from json_each(${days}) where value > started_at and value <= due_at) as hit
      from (select started_at, due_at from clocks where next_at is not null and days is not null
            order by next_at limit ${LOOKED_AT}))`);
  const { looked = 0, moved = 0 } = row ?? {};
  return { moved: Math.min(moved, MOST), exact: looked < LOOKED_AT || moved >= MOST };
}

/** "12", "99+", "Sedikitnya 12". */
function countWords({ moved, exact }: { moved: number; exact: boolean }): string {
  if (moved >= MOST) return `${MOST - 1}+`;
  return exact ? formatNumber(moved) : `Sedikitnya ${formatNumber(moved)}`;
}

/** What it does to clocks that run now when days off come and go; a day that nobody works anyway moves nothing. */
export async function holidayEffect(
  db: Db,
  regency: Regency,
  before: readonly PackHoliday[],
  after: readonly PackHoliday[],
): Promise<string> {
  const gone = new Set(before.map(keyOf));
  const holidays = [...regency.holidays.filter((day) => !gone.has(keyOf(day))), ...after];
  const then = makeCalendar({ timeZone: regency.about.timeZone, hours: regency.hours, holidays });
  const dates = [...new Set([...before, ...after].map(({ date }) => date))];
  const moving = dates.filter((date) => regency.calendar.isWorkingDay(date) !== then.isWorkingDay(date));
  if (moving.length === 0)
    return 'Tidak ada batas waktu yang bergeser: hari itu tetap hari kerja, atau tetap bukan.';
  const found = await clocksOver(db, regency, moving);
  if (found.moved === 0) return 'Tidak ada batas waktu yang sedang berjalan melewati hari itu.';
  return `${countWords(found)} batas waktu yang sedang berjalan bergeser. Janji pada tanda terima tidak bergeser.`;
}

const keyOf = ({ date, kind, name }: PackHoliday): string => `${date}:${kind}:${name}`;
