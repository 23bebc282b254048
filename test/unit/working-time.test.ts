/** Working time by dated examples: what an officer would find with a wall calendar. */

import { describe, test } from 'vitest';
import { type CalendarRows, makeCalendar } from '../../shared/working-time.ts';

const week = (opens: number, closes: number, friday: number): CalendarRows['hours'][number]['week'] => [
  ...Array.from({ length: 4 }, (): [number, number] => [opens, closes]),
  [opens, friday],
  null,
  null,
];

const REGULAR = { validFrom: '2023-01-01', validTo: null, week: week(450, 960, 990) };
const RAMADAN_2026 = { validFrom: '2026-02-19', validTo: '2026-03-20', week: week(480, 900, 930) };

/** National holidays and joint leave around Idul Fitri 2026 and the turn of the year. */
const HOLIDAYS = [
  '2025-12-25',
  '2025-12-26',
  '2026-01-01',
  '2026-01-16',
  '2026-02-16',
  '2026-02-17',
  '2026-03-18',
  '2026-03-19',
  '2026-03-20',
  '2026-03-21',
  '2026-03-22',
  '2026-03-23',
  '2026-03-24',
  '2026-04-03',
  '2026-04-05',
  '2026-05-01',
  '2026-12-24',
  '2026-12-25',
  '2027-01-01',
].map((date) => ({ date }));

const WITA: CalendarRows = {
  timeZone: 'Asia/Makassar',
  holidays: HOLIDAYS,
  hours: [REGULAR, RAMADAN_2026],
};

/** The instant of a WITA wall-clock time, "2026-03-13 20:00". */
const wita = (local: string): number => Date.parse(`${local.replace(' ', 'T')}:00+08:00`);

const calendar = makeCalendar(WITA);

describe('dues in working days', () => {
  test.for([
    ['received Friday evening before Nyepi and Idul Fitri', '2026-03-13 20:00', 3, '2026-03-25 16:00'],
    ['disposed the day before the long holidays', '2026-03-17 10:00', 14, '2026-04-14 16:00'],
    ['the day of the event is not counted, even at sunrise', '2026-04-06 05:00', 1, '2026-04-07 16:00'],
    ['a Friday evening counts from Monday', '2026-04-10 23:59', 1, '2026-04-13 16:00'],
    ['a Saturday counts from Monday', '2026-04-11 09:00', 1, '2026-04-13 16:00'],
    ['Fridays close half an hour later', '2026-04-09 09:00', 1, '2026-04-10 16:30'],
    ['over the end of the year', '2026-12-23 15:00', 3, '2026-12-30 16:00'],
    ['over New Year', '2026-12-31 15:00', 1, '2027-01-04 16:00'],
    ['in Ramadan the office closes at three', '2026-03-02 09:00', 1, '2026-03-03 15:00'],
    ['Fridays in Ramadan at half past three', '2026-03-05 09:00', 1, '2026-03-06 15:30'],
    ['no days: the end of the day itself', '2026-04-06 05:00', 0, '2026-04-06 16:00'],
    ['no days from a Sunday: the end of Monday', '2026-04-12 05:00', 0, '2026-04-13 16:00'],
  ] as const)('%s', ([, start, days, due], { expect }) => {
    expect(calendar.addWorkingDays(wita(start), days)).toBe(wita(due));
  });
});

describe('working days left', () => {
  test.for([
    ['2026-04-06 09:00', '2026-04-09 16:00', 3],
    ['2026-04-09 09:00', '2026-04-09 16:00', 0],
    ['2026-04-09 20:00', '2026-04-07 16:00', -2],
    ['2026-04-11 09:00', '2026-04-10 16:30', 0],
    ['2026-04-11 09:00', '2026-04-13 16:00', 1],
    ['2026-03-17 09:00', '2026-03-25 16:00', 1],
  ] as const)('from %s to %s: %i', ([from, to, days], { expect }) => {
    expect(calendar.workingDaysBetween(wita(from), wita(to))).toBe(days);
  });
});

describe('office time', () => {
  test('is open from opening to closing', ({ expect }) => {
    expect(calendar.isOfficeTime(wita('2026-04-06 07:29'))).toBe(false);
    expect(calendar.isOfficeTime(wita('2026-04-06 07:30'))).toBe(true);
    expect(calendar.isOfficeTime(wita('2026-04-06 16:00'))).toBe(false);
    expect(calendar.isOfficeTime(wita('2026-04-03 10:00'))).toBe(false);
    expect(calendar.isOfficeTime(wita('2026-03-02 07:45'))).toBe(false);
  });

  test.for([
    ['2026-04-06 10:00', '2026-04-06 10:00'],
    ['2026-04-06 04:00', '2026-04-06 07:30'],
    ['2026-04-10 16:30', '2026-04-13 07:30'],
    ['2026-03-17 15:00', '2026-03-25 07:30'],
    ['2026-03-01 22:00', '2026-03-02 08:00'],
  ] as const)('after %s opens at %s', ([at, opens], { expect }) => {
    expect(calendar.nextOfficeTime(wita(at))).toBe(wita(opens));
  });

  test('a day that is not worked ends with the next working day', ({ expect }) => {
    expect(calendar.endOfOffice('2026-04-10')).toBe(wita('2026-04-10 16:30'));
    expect(calendar.endOfOffice('2026-03-18')).toBe(wita('2026-03-25 16:00'));
  });

  test.for([
    ['2026-04-10 16:00', 1, '2026-04-13 08:00'],
    ['2026-04-10 16:00', 0.5, '2026-04-10 16:30'],
    ['2026-04-10 16:30', 0, '2026-04-10 16:30'],
    ['2026-04-11 10:00', 8.5, '2026-04-13 16:00'],
    ['2026-03-17 14:00', 2, '2026-03-25 08:30'],
    ['2026-04-06 03:00', 17.5, '2026-04-08 08:00'],
  ] as const)('%s and %f office hours', ([start, hours, due], { expect }) => {
    expect(calendar.addWorkingHours(wita(start), hours)).toBe(wita(due));
  });
});

describe('pauses', () => {
  const due = wita('2026-04-14 16:00');
  test.for([
    ['the same day', '2026-04-06 09:00', '2026-04-06 15:00', '2026-04-14 16:00'],
    ['a weekend', '2026-04-10 17:00', '2026-04-12 20:00', '2026-04-14 16:00'],
    ['two nights', '2026-04-06 09:00', '2026-04-08 09:00', '2026-04-16 16:00'],
    ['the long holidays', '2026-03-17 09:00', '2026-03-26 09:00', '2026-04-16 16:00'],
    ['its end before its beginning', '2026-04-08 09:00', '2026-04-06 09:00', '2026-04-14 16:00'],
  ] as const)('%s', ([, from, to, shifted], { expect }) => {
    expect(calendar.pauseShift(due, wita(from), wita(to))).toBe(wita(shifted));
  });
});

describe('rows decide', () => {
  test('local days turn at local midnight, not at midnight UTC', ({ expect }) => {
    const instant = Date.parse('2026-04-05T15:30:00Z');
    const on = (timeZone: typeof WITA.timeZone) => makeCalendar({ ...WITA, timeZone }).localDate(instant);
    expect(on('Asia/Jakarta')).toBe('2026-04-05');
    expect(on('Asia/Makassar')).toBe('2026-04-05');
    expect(on('Asia/Jayapura')).toBe('2026-04-06');
    expect(calendar.localDate(wita('2026-04-06 00:00'))).toBe('2026-04-06');
    expect(calendar.localDate(wita('2026-04-06 00:00') - 1)).toBe('2026-04-05');
  });

  test("the regency's own day is free", ({ expect }) => {
    const own = makeCalendar({ ...WITA, holidays: [...HOLIDAYS, { date: '2026-05-12' }] });
    expect(own.isWorkingDay('2026-05-12')).toBe(false);
    expect(own.addWorkingDays(wita('2026-05-11 09:00'), 1)).toBe(wita('2026-05-13 16:00'));
  });

  test('a Saturday worked for once is an hours row of one day', ({ expect }) => {
    const saturday = { validFrom: '2026-04-11', validTo: '2026-04-11', week: Array(7).fill([480, 720]) };
    const extra = makeCalendar({ ...WITA, hours: [saturday, REGULAR, RAMADAN_2026] });
    expect(extra.addWorkingDays(wita('2026-04-10 20:00'), 1)).toBe(wita('2026-04-11 12:00'));
  });

  test('newer hours hold from their day, older ones before, the oldest before all', ({ expect }) => {
    const newer = { validFrom: '2026-07-01', validTo: null, week: Array(7).fill([480, 1020]) };
    const changed = makeCalendar({ ...WITA, hours: [newer, REGULAR] });
    expect(changed.endOfOffice('2026-06-30')).toBe(wita('2026-06-30 16:00'));
    expect(changed.endOfOffice('2026-07-01')).toBe(wita('2026-07-01 17:00'));
    expect(changed.isWorkingDay('2026-07-04')).toBe(true);
    expect(changed.endOfOffice('2019-07-01')).toBe(wita('2019-07-01 16:00'));
  });

  test('Ramadan beats hours that changed within it; of two equal rows the later holds', ({ expect }) => {
    const newer = { validFrom: '2026-03-02', validTo: null, week: Array(7).fill([480, 1020]) };
    const changed = makeCalendar({ ...WITA, hours: [RAMADAN_2026, REGULAR, newer] });
    expect(changed.endOfOffice('2026-03-03')).toBe(wita('2026-03-03 15:00'));
    const corrected = { ...RAMADAN_2026, week: Array(7).fill([480, 870]) };
    const twice = makeCalendar({ ...WITA, hours: [REGULAR, RAMADAN_2026, corrected] });
    expect(twice.endOfOffice('2026-03-03')).toBe(wita('2026-03-03 14:30'));
  });

  test('rows that make no calendar are refused', ({ expect }) => {
    const build = (hours: typeof WITA.hours) => () => makeCalendar({ ...WITA, hours });
    expect(build([])).toThrow(RangeError);
    expect(build([RAMADAN_2026])).toThrow(RangeError);
    expect(build([{ ...REGULAR, week: Array(7).fill(null) }])).toThrow(RangeError);
    expect(build([{ ...REGULAR, week: [[960, 450]] }])).toThrow(RangeError);
    expect(build([REGULAR, { ...RAMADAN_2026, validTo: '2026-01-01' }])).toThrow(RangeError);
    expect(() => makeCalendar({ ...WITA, holidays: [{ date: '2026-02-30' }] })).toThrow(RangeError);
  });

  test('arguments without meaning are refused', ({ expect }) => {
    expect(() => calendar.addWorkingDays(wita('2026-04-06 09:00'), -1)).toThrow(RangeError);
    expect(() => calendar.addWorkingDays(wita('2026-04-06 09:00'), 1.5)).toThrow(RangeError);
    expect(() => calendar.addWorkingDays(Number.NaN, 1)).toThrow(RangeError);
    expect(() => calendar.addWorkingHours(wita('2026-04-06 09:00'), Number.POSITIVE_INFINITY)).toThrow(
      RangeError,
    );
    expect(() => calendar.isWorkingDay('6 April')).toThrow(RangeError);
  });
});
