/** Puts the invented cases in time: so many working days before today, in office hours, one step after the other. */

import type { Calendar } from '../../../shared/working-time.ts';
import { DAY, HOUR, MINUTE } from '../../platform/clock.ts';

/** @returns the local date so many working days before today; 0 = today, or the last working day before it */
export function workingDateBefore(calendar: Calendar, now: number, days: number): string {
  let at = now;
  for (let left = days; ; at -= DAY) {
    const date = calendar.localDate(at);
    if (!calendar.isWorkingDay(date)) continue;
    if (left === 0) return date;
    left--;
  }
}

/** @returns the local date so many working days after an instant */
export function workingDateAfter(calendar: Calendar, at: number, days: number): string {
  return calendar.localDate(calendar.addWorkingDays(at, days));
}

/**
 * Instants of a case's steps, epoch ms: each in the office hours of its day, later than the one before, and none later
 * than now.
 * @param days working days before today, in the order of the steps
 * @param shift minutes, so that not every case is of the same minute
 */
export function stepTimes(calendar: Calendar, now: number, days: readonly number[], shift: number): number[] {
  let before = 0;
  return days.map((day, index) => {
    const close = calendar.endOfOffice(workingDateBefore(calendar, now, day));
    const sameDay = days.slice(0, index).filter((other) => other === day).length;
    const wish = close - 7 * HOUR + shift * MINUTE + sameDay * 25 * MINUTE;
    const latest = now - (days.length - index) * MINUTE;
    before = Math.min(Math.max(wish, before + MINUTE), Math.max(latest, before + 1));
    return before;
  });
}
