/** Indonesian dates, dues, lists and numbers, by example and against the locale data of the platform. */

import fc from 'fast-check';
import { test } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatDueIn,
  formatNumber,
  isoOffset,
  joinList,
} from '../../shared/text.ts';
import type { TimeZone } from '../../shared/working-time.ts';

const MOMENT = Date.parse('2026-11-23T06:05:00Z');
const instant = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2099-12-31') });
const zone = fc.constantFrom<TimeZone>('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');

const LONG = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

test('dates and times as a letter writes them', ({ expect }) => {
  expect(formatDate(MOMENT, 'Asia/Makassar')).toBe('Senin, 23 November 2026');
  expect(formatDateTime(MOMENT, 'Asia/Makassar')).toBe('23 November 2026 pukul 14.05 WITA');
  expect(formatDateTime(MOMENT, 'Asia/Jakarta')).toBe('23 November 2026 pukul 13.05 WIB');
  expect(formatDateTime(MOMENT, 'Asia/Jayapura')).toBe('23 November 2026 pukul 15.05 WIT');
  expect(formatDate(Date.parse('2026-12-31T16:00:00Z'), 'Asia/Makassar')).toBe('Jumat, 1 Januari 2027');
  expect(formatDate(Date.parse('2026-12-31T16:00:00Z'), 'Asia/Jakarta')).toBe('Kamis, 31 Desember 2026');
  expect(() => formatDate(Number.NaN, 'Asia/Makassar')).toThrow(RangeError);
});

test('dates agree with the locale data', ({ expect }) => {
  fc.assert(
    fc.property(instant, zone, (ms, timeZone) => {
      const known = new Intl.DateTimeFormat('id-ID', { ...LONG, timeZone }).format(ms);
      expect(formatDate(ms, timeZone)).toBe(known);
    }),
  );
});

test('ISO 8601 with offset names the same second', ({ expect }) => {
  expect(isoOffset(MOMENT, 'Asia/Makassar')).toBe('2026-11-23T14:05:00+08:00');
  expect(isoOffset(MOMENT + 999, 'Asia/Jakarta')).toBe('2026-11-23T13:05:00+07:00');
  fc.assert(
    fc.property(instant, zone, (ms, timeZone) => {
      expect(Date.parse(isoOffset(ms, timeZone))).toBe(Math.floor(ms / 1000) * 1000);
    }),
  );
});

test('how far away a due is', ({ expect }) => {
  expect(formatDueIn(0)).toBe('jatuh tempo hari ini');
  expect(formatDueIn(0, true)).toBe('baru lewat batas waktu');
  expect(formatDueIn(3)).toBe('3 hari kerja lagi');
  expect(formatDueIn(-2)).toBe('terlambat 2 hari kerja');
  expect(formatDueIn(-1200)).toBe('terlambat 1.200 hari kerja');
});

test('lists', ({ expect }) => {
  expect(joinList([])).toBe('');
  expect(joinList(['Dinas PUPR'])).toBe('Dinas PUPR');
  expect(joinList(['a', 'b'])).toBe('a dan b');
  expect(joinList(['a', 'b', 'c'])).toBe('a, b, dan c');
  expect(joinList(['a', 'b', 'c', 'd'], 'atau')).toBe('a, b, c, atau d');
});

test('numbers', ({ expect }) => {
  const cases: [number, number, string][] = [
    [0, 0, '0'],
    [999, 0, '999'],
    [1234, 0, '1.234'],
    [323422, 0, '323.422'],
    [1234567.5, 1, '1.234.567,5'],
    [0.12345, 3, '0,123'],
    [-1234, 0, '-1.234'],
    [-0.2, 0, '0'],
    [99.96, 1, '100,0'],
  ];
  for (const [value, decimals, text] of cases) expect(formatNumber(value, decimals)).toBe(text);
  const known = new Intl.NumberFormat('id-ID');
  fc.assert(fc.property(fc.integer(), (value) => formatNumber(value) === known.format(value)));
});
