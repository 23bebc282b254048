/** Months of the calendar of posts, and when a new one may be published. Pure. */
import { formatDay } from '../../../../shared/text.ts';
import { DAY_MS } from '../../../../shared/working-time.ts';

/** "November 2026" */
export const monthText = (month: string): string => formatDay(`${month}-01`).slice(2);

/** The month an address asks for, or that of today. @param today local ISO date */
export const monthOf = (asked: string | undefined, today: string): string =>
  asked && /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7);

/** @param by months, e.g. -1 */
export function monthBeside(month: string, by: number): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, of - 1 + by, 1)).toISOString().slice(0, 7);
}

/** Weeks from Monday to Sunday that hold the month; days outside it are null. */
export function weeksOf(month: string): (string | null)[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY_MS;
  const weeks: (string | null)[][] = [];
  for (let start = monday; start === monday || isoOf(start).startsWith(month); start += 7 * DAY_MS) {
    const days = Array.from({ length: 7 }, (_, index) => isoOf(start + index * DAY_MS));
    weeks.push(days.map((day) => (day.startsWith(month) ? day : null)));
  }
  return weeks;
}

/** Eight o'clock of today, or of tomorrow when it has passed. @param local minute of the wall clock */
export function nextMorning(local: string): string {
  const day = Date.parse(`${local.slice(0, 10)}T00:00Z`);
  return `${isoOf(local.slice(11) < '08:00' ? day : day + DAY_MS)}T08:00`;
}

const isoOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
