/**
 * Working time on rows: working days, office hours and dues of one regency.
 *
 * All instants are epoch milliseconds, all dates are local 'YYYY-MM-DD', all minutes count from local midnight.
 * The calendar knows nothing of complaints; which clock runs for how many days is data of the clocks.
 * Rules (domain.md section 3, PermenPANRB 5/2025 as the regency reads it): a working day is a day the office hours
 * in force leave open and no holiday row names; the day of the event is not counted; a due lies at the end of
 * office hours. A regency that works on a Saturday for once gives that day an hours row of its own.
 */

import type { PackHours, PackRegency } from './regencies/types.ts';

export type TimeZone = PackRegency['timeZone'];

export interface CalendarRows {
  timeZone: TimeZone;
  /** National holidays, joint leave and the regency's own days alike; the order and doubles do not matter. */
  holidays: readonly { date: string }[];
  hours: readonly Pick<PackHours, 'validFrom' | 'validTo' | 'week'>[];
}

/** Every function throws RangeError for an instant that is not finite or a date that does not exist. */
export interface Calendar {
  /** The local date of an instant. */
  localDate(ms: number): string;
  isWorkingDay(date: string): boolean;
  /**
   * The due: end of office hours on the n-th working day after the local day of `startMs`.
   * n = 0 is the end of that day itself, or of the next working day when it is none.
   * @throws RangeError unless n is a whole number ≥ 0
   */
  addWorkingDays(startMs: number, n: number): number;
  /**
   * The instant by which the office has been open for `hours` (fractions allowed) since `startMs`;
   * at closing time it stays at closing time instead of jumping to the next morning.
   * @throws RangeError for negative hours
   */
  addWorkingHours(startMs: number, hours: number): number;
  /**
   * Working days after the local day of `a` up to and including the local day of `b`, negative when b lies before a.
   * With a = now and b = due: 3 = "3 hari kerja lagi", -2 = "terlambat 2 hari kerja". 0 also covers a due that
   * passed today or on the last working day before a free day: compare the instants to tell (see `formatDueIn`).
   */
  workingDaysBetween(a: number, b: number): number;
  /** From opening (inclusive) to closing (exclusive) of a working day. */
  isOfficeTime(ms: number): boolean;
  /** `ms` itself in office time, otherwise the next opening. */
  nextOfficeTime(ms: number): number;
  /** Closing time of a date; a day that is not worked moves to the next working day. */
  endOfOffice(date: string): number;
  /** Closing time of a date, or of the last working day before it. */
  lastOfficeEnd(date: string): number;
  /** Local midnight at which a date begins. */
  startOfDay(date: string): number;
  /** Local midnight at which the day of an instant began. */
  midnightBefore(ms: number): number;
  /**
   * The due after a pause: later by the working days that lay in it (the day it began is not counted), so that as many
   * remain at its end as did at its start. A moved due lies at the end of office hours; a pause without a working day,
   * such as one that began and ended on the same day, leaves `due` as it is. Never earlier than `due`.
   */
  pauseShift(due: number, pausedFrom: number, pausedTo: number): number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A calendar day in ms: no zone of Indonesia keeps daylight saving. */
export const DAY_MS = DAY;

/** Offsets from UTC in ms. Indonesia keeps no daylight saving and its zones stand since 1988: no Intl is needed. */
export const ZONE_OFFSET: Readonly<Record<TimeZone, number>> = {
  'Asia/Jakarta': 7 * HOUR,
  'Asia/Makassar': 8 * HOUR,
  'Asia/Jayapura': 9 * HOUR,
};

/** Builds the calendar once per settings snapshot. @throws RangeError for rows that cannot make one */
export function makeCalendar(rows: CalendarRows): Calendar {
  const offset = ZONE_OFFSET[rows.timeZone];
  const holidays = new Set(rows.holidays.map((holiday) => dayOf(holiday.date)));
  const hoursOn = hoursByDay(rows.hours);

  const localDay = (ms: number): number => {
    if (!Number.isFinite(ms)) throw new RangeError('instant is not a finite number');
    return Math.floor((ms + offset) / DAY);
  };
  const office = (day: number): Office | null => {
    const hours = holidays.has(day) ? null : hoursOn(day);
    const midnight = day * DAY - offset;
    return hours && { day, opens: midnight + hours[0] * MINUTE, closes: midnight + hours[1] * MINUTE };
  };
  /** The first working day on or after `day`; ends because every open-ended hours row opens on some weekday. */
  const officeFrom = (day: number): Office => {
    for (let at = day; ; at++) {
      const found = office(at);
      if (found) return found;
    }
  };
  const addWorkingDays = (startMs: number, n: number): number => {
    if (!Number.isInteger(n) || n < 0) throw new RangeError('working days must be a whole number, 0 or more');
    const start = localDay(startMs);
    let due = officeFrom(n === 0 ? start : start + 1);
    for (let counted = 1; counted < n; counted++) due = officeFrom(due.day + 1);
    return due.closes;
  };
  const workingDaysBetween = (a: number, b: number): number => {
    const from = localDay(a);
    const to = localDay(b);
    let count = 0;
    for (let day = Math.min(from, to) + 1; day <= Math.max(from, to); day++) if (office(day)) count++;
    return from > to && count > 0 ? -count : count;
  };

  return {
    localDate: (ms) => dateOf(localDay(ms)),
    isWorkingDay: (date) => office(dayOf(date)) !== null,
    addWorkingDays,
    addWorkingHours(startMs, hours) {
      if (!(hours >= 0 && hours < Number.POSITIVE_INFINITY)) throw new RangeError('hours must be 0 or more');
      let left = Math.round(hours * HOUR);
      let open = officeFrom(localDay(startMs));
      if (startMs > open.closes) open = officeFrom(open.day + 1);
      let from = Math.max(startMs, open.opens);
      while (from + left > open.closes) {
        left -= open.closes - from;
        open = officeFrom(open.day + 1);
        from = open.opens;
      }
      return from + left;
    },
    workingDaysBetween,
    isOfficeTime(ms) {
      const today = office(localDay(ms));
      return today !== null && ms >= today.opens && ms < today.closes;
    },
    nextOfficeTime(ms) {
      const today = localDay(ms);
      const open = officeFrom(today);
      return ms < open.closes ? Math.max(ms, open.opens) : officeFrom(today + 1).opens;
    },
    endOfOffice: (date) => officeFrom(dayOf(date)).closes,
    lastOfficeEnd(date) {
      for (let day = dayOf(date); ; day--) {
        const found = office(day);
        if (found) return found.closes;
      }
    },
    startOfDay: (date) => dayOf(date) * DAY - offset,
    midnightBefore: (ms) => localDay(ms) * DAY - offset,
    pauseShift(due, pausedFrom, pausedTo) {
      const paused = workingDaysBetween(pausedFrom, pausedTo);
      return paused > 0 ? addWorkingDays(due, paused) : due;
    },
  };
}

interface Office {
  day: number;
  opens: number;
  closes: number;
}

/**
 * The hours of a day by the row in force: a row with an end (Ramadan, a single day) beats one without, the shorter
 * beats the longer, then the later start, then the later row. Before all rows the oldest open-ended row holds.
 */
function hoursByDay(rows: CalendarRows['hours']): (day: number) => [number, number] | null {
  const ranked = rows
    .map(({ validFrom, validTo, week }, index) => {
      const from = dayOf(validFrom);
      const to = validTo === null ? Number.POSITIVE_INFINITY : dayOf(validTo);
      if (to < from) throw new RangeError(`hours from ${validFrom} end before they begin`);
      checkWeek(week, validFrom);
      return { from, to, length: to - from, week, index };
    })
    .sort((a, b) => compare(a.length, b.length) || b.from - a.from || b.index - a.index);
  const oldest = ranked.at(-1);
  if (oldest === undefined || oldest.to !== Number.POSITIVE_INFINITY) {
    throw new RangeError('office hours need a row without an end');
  }
  if (ranked.some((row) => row.to === Number.POSITIVE_INFINITY && row.week.every((day) => day === null))) {
    throw new RangeError('office hours without an end must open on some weekday');
  }
  return (day) => {
    const row = ranked.find((candidate) => candidate.from <= day && day <= candidate.to) ?? oldest;
    // Day 0, 1 January 1970, was a Thursday: index 3 of a week that begins on Monday.
    return row.week[(((day + 3) % 7) + 7) % 7] ?? null;
  };
}

function checkWeek(week: PackHours['week'], validFrom: string): void {
  const sound = week.every((day) => day === null || (day[0] >= 0 && day[0] < day[1] && day[1] <= 24 * 60));
  if (week.length !== 7 || !sound)
    throw new RangeError(`hours from ${validFrom} are not a week of office hours`);
}

/** Subtraction would give NaN for two rows without an end. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** Days since 1 January 1970. @throws RangeError for a date that does not exist */
function dayOf(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`) / DAY;
  if (!Number.isInteger(day) || dateOf(day) !== date) throw new RangeError(`${date} is not a date`);
  return day;
}

const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
