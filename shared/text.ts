/**
 * Small helpers for Indonesian text: dates, numbers and lists as a letter of the regency writes them.
 * Instants are epoch milliseconds. Nothing here asks Intl, so server, client scripts and tests agree to the letter.
 */

import type { PackRegency } from './regencies/types.ts';
import { type TimeZone, ZONE_OFFSET } from './working-time.ts';

/** Short names of the zones, as people say them. */
export const ZONE_LABEL: Readonly<Record<TimeZone, PackRegency['zoneLabel']>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

const DAYS = 'Minggu Senin Selasa Rabu Kamis Jumat Sabtu'.split(' ');
const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
);

/** "Senin, 23 November 2026". @throws RangeError for an instant that is no time */
export function formatDate(ms: number, zone: TimeZone): string {
  const local = wallClock(ms, zone);
  return `${DAYS[local.getUTCDay()]}, ${dayMonthYear(local)}`;
}

/** "23 November 2026" of a local ISO date, or of the date of a local time. @throws RangeError when it is none */
export function formatDay(local: string): string {
  const day = new Date(`${local.slice(0, 10)}T00:00Z`);
  if (Number.isNaN(day.getTime())) throw new RangeError('not a date');
  return dayMonthYear(day);
}

/** "23 November 2026 pukul 14.05 WITA". @throws RangeError for an instant that is no time */
export function formatDateTime(ms: number, zone: TimeZone): string {
  const local = wallClock(ms, zone);
  const time = local.toISOString().slice(11, 16).replace(':', '.');
  return `${dayMonthYear(local)} pukul ${time} ${ZONE_LABEL[zone]}`;
}

/** ISO 8601 in whole seconds with the zone's offset, as the API answers: "2026-11-23T14:05:00+08:00". */
export function isoOffset(ms: number, zone: TimeZone): string {
  const hours = ZONE_OFFSET[zone] / 3_600_000;
  return `${wallClock(ms, zone).toISOString().slice(0, 19)}+${String(hours).padStart(2, '0')}:00`;
}

/**
 * How far away a due is, for the middle of a sentence.
 * @param workingDays from now to the due, `workingDaysBetween(now, due)`
 * @param passed whether the due has passed (now > due): on the evening of the last day, and until the next
 *   working day, no whole working day is late yet though the due has passed
 */
export function formatDueIn(workingDays: number, passed = workingDays < 0): string {
  if (workingDays < 0) return `terlambat ${formatNumber(-workingDays)} hari kerja`;
  if (workingDays > 0) return `${formatNumber(workingDays)} hari kerja lagi`;
  return passed ? 'baru lewat batas waktu' : 'jatuh tempo hari ini';
}

/** "a", "a dan b", "a, b, dan c"; another last word for choices: "a, b, atau c". */
export function joinList(items: readonly string[], word = 'dan'): string {
  if (items.length < 3) return items.join(` ${word} `);
  return `${items.slice(0, -1).join(', ')}, ${word} ${items.at(-1)}`;
}

/** "1.234" or, with decimals, "1.234,5". @throws RangeError for decimals outside 0 … 100 */
export function formatNumber(value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '.');
  const text = fraction === undefined ? grouped : `${grouped},${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** "Rp 1.500.000", as official letters write it, on one line. */
export const formatRupiah = (amount: number): string =>
  `${amount < 0 ? '-' : ''}Rp\u00a0${formatNumber(Math.abs(amount))}`;

/** A Date whose UTC fields are the zone's wall clock. */
const wallClock = (ms: number, zone: TimeZone): Date => {
  const local = new Date(ms + ZONE_OFFSET[zone]);
  if (Number.isNaN(local.getTime())) throw new RangeError('instant is not a time');
  return local;
};

const dayMonthYear = (local: Date): string =>
  `${local.getUTCDate()} ${MONTHS[local.getUTCMonth()]} ${local.getUTCFullYear()}`;
