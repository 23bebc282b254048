/** Working time by properties: what must hold for every instant, every count and every set of holidays. */

import fc from 'fast-check';
import { test } from 'vitest';
import { type CalendarRows, makeCalendar, type TimeZone } from '../../shared/working-time.ts';

const DAY = 86_400_000;
/** Office hours with one Ramadan, the long holidays of March 2026 and two turns of the year. */
const WITA: CalendarRows = {
  timeZone: 'Asia/Makassar',
  holidays: ['2025-12-25', '2025-12-26', '2026-01-01', '2026-03-18', '2026-03-19', '2026-03-20', '2026-03-22']
    .concat(['2026-03-23', '2026-03-24', '2026-04-03', '2026-12-24', '2026-12-25', '2027-01-01'])
    .map((day) => ({ date: day })),
  hours: [
    { validFrom: '2023-01-01', validTo: null, week: [...Array(4).fill([450, 960]), [450, 990], null, null] },
    {
      validFrom: '2026-02-19',
      validTo: '2026-03-20',
      week: [...Array(4).fill([480, 900]), [480, 930], null, null],
    },
  ],
};
const calendar = makeCalendar(WITA);

const FROM = Date.parse('2025-11-01T00:00:00Z');
const TO = Date.parse('2027-03-01T00:00:00Z');
const instant = fc.integer({ min: FROM, max: TO });
const days = fc.integer({ min: 0, max: 60 });
const hours = fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4);
const date = instant.map((ms) => new Date(ms).toISOString().slice(0, 10));
const zone = fc.constantFrom<TimeZone>('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');

const withHolidays = (extra: string[]): CalendarRows => ({
  ...WITA,
  holidays: [...WITA.holidays, ...extra.map((day) => ({ date: day }))],
});

test('a due lies at the end of office hours of a working day', () => {
  fc.assert(
    fc.property(instant, days, (start, n) => {
      const due = calendar.addWorkingDays(start, n);
      const on = calendar.localDate(due);
      return calendar.isWorkingDay(on) && calendar.endOfOffice(on) === due && calendar.isOfficeTime(due - 1);
    }),
  );
});

test('counting day by day on the wall calendar gives the same due', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 60 }), (start, n) => {
      let at = start;
      for (let left = n; left > 0; ) {
        at += DAY;
        if (calendar.isWorkingDay(calendar.localDate(at))) left--;
      }
      return calendar.localDate(calendar.addWorkingDays(start, n)) === calendar.localDate(at);
    }),
  );
});

test('a later event or a longer term is never due earlier', () => {
  fc.assert(
    fc.property(instant, instant, days, days, (a, b, m, n) => {
      const early = calendar.addWorkingDays(Math.min(a, b), Math.min(m, n));
      return early <= calendar.addWorkingDays(Math.max(a, b), Math.max(m, n));
    }),
  );
});

test('terms add up: m and then n working days are m + n', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 60 }), days, (start, m, n) => {
      const twice = calendar.addWorkingDays(calendar.addWorkingDays(start, m), n);
      return twice === calendar.addWorkingDays(start, m + n);
    }),
  );
});

test('n working days after the event, n working days are left', ({ expect }) => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 60 }), (start, n) => {
      const due = calendar.addWorkingDays(start, n);
      expect(calendar.workingDaysBetween(start, due)).toBe(n);
      expect(calendar.workingDaysBetween(due, start)).toBe(-n);
    }),
  );
});

test('working days between instants add up and turn their sign', ({ expect }) => {
  fc.assert(
    fc.property(instant, instant, instant, (a, b, c) => {
      const between = calendar.workingDaysBetween;
      expect(between(a, b) + between(b, c)).toBe(between(a, c));
      expect(between(a, b) + between(b, a)).toBe(0);
    }),
    { numRuns: 50 },
  );
});

test('a holiday more never moves a due or an office hour earlier', ({ expect }) => {
  fc.assert(
    fc.property(instant, days, hours, fc.array(date, { maxLength: 20 }), (start, n, h, extra) => {
      const freer = makeCalendar(withHolidays(extra));
      expect(freer.addWorkingDays(start, n)).toBeGreaterThanOrEqual(calendar.addWorkingDays(start, n));
      expect(freer.addWorkingHours(start, h)).toBeGreaterThanOrEqual(calendar.addWorkingHours(start, h));
      expect(freer.nextOfficeTime(start)).toBeGreaterThanOrEqual(calendar.nextOfficeTime(start));
    }),
  );
});

test('a holiday outside the term changes nothing, one on a working day inside moves the due', ({
  expect,
}) => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 30 }), date, (start, n, extra) => {
      const due = calendar.addWorkingDays(start, n);
      const inside = extra > calendar.localDate(start) && extra <= calendar.localDate(due);
      const moved = makeCalendar(withHolidays([extra])).addWorkingDays(start, n) > due;
      expect(moved).toBe(inside && calendar.isWorkingDay(extra));
    }),
  );
});

test('office hours add up and never run backwards', ({ expect }) => {
  fc.assert(
    fc.property(instant, instant, hours, hours, (a, b, g, h) => {
      const once = calendar.addWorkingHours(a, g + h);
      expect(calendar.addWorkingHours(calendar.addWorkingHours(a, g), h)).toBe(once);
      expect(calendar.addWorkingHours(Math.min(a, b), g)).toBeLessThanOrEqual(
        calendar.addWorkingHours(Math.max(a, b), g + h),
      );
    }),
  );
});

test('the next office time is office time, and there is none before it', ({ expect }) => {
  fc.assert(
    fc.property(instant, fc.double({ min: 0, max: 1, noNaN: true }), (at, share) => {
      const next = calendar.nextOfficeTime(at);
      expect(calendar.isOfficeTime(next)).toBe(true);
      const between = at + Math.floor((next - at) * share);
      if (between < next) expect(calendar.isOfficeTime(between)).toBe(false);
    }),
  );
});

test('a pause leaves as many working days as there were when it began', ({ expect }) => {
  const gap = fc.integer({ min: 0, max: 40 * DAY });
  fc.assert(
    fc.property(instant, days, gap, gap, gap, (start, n, g1, g2, g3) => {
      const due = calendar.addWorkingDays(start, n);
      const [from, middle, to] = [start + g1, start + g1 + g2, start + g1 + g2 + g3];
      const shifted = calendar.pauseShift(due, from, to);
      expect(shifted).toBeGreaterThanOrEqual(due);
      expect(calendar.workingDaysBetween(to, shifted)).toBe(calendar.workingDaysBetween(from, due));
      const inTwo = calendar.pauseShift(calendar.pauseShift(due, from, middle), middle, to);
      expect(inTwo).toBe(shifted);
    }),
  );
});

test('local dates agree with the time zone database', ({ expect }) => {
  fc.assert(
    fc.property(instant, zone, (ms, timeZone) => {
      const known = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(ms);
      expect(makeCalendar({ ...WITA, timeZone }).localDate(ms)).toBe(known);
    }),
    { numRuns: 50 },
  );
});
