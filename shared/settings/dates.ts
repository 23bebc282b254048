/** Dates and times of day as people type them into settings. */

/**
 * The ISO date of "2027-01-31", "31-1-2027", "31/01/2027" or "31.1.2027"; null when it is none of them or there is no
 * such day.
 */
export function isoDay(typed: string): string | null {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const local = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  const date = iso ? text : local ? [local[4], two(local[3]), two(local[1])].join('-') : '';
  return isDay(date) ? date : null;
}

const two = (digits = '') => digits.padStart(2, '0');

function isDay(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === date;
}

/** Minutes since midnight of "07.30", "7:30" or "16"; null when it is no time of day. 24.00 ends a day. */
export function minutesOf(typed: string): number | null {
  const found = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(typed.trim());
  if (!found) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)];
  const total = hours * 60 + minutes;
  return minutes < 60 && total <= 24 * 60 ? total : null;
}

/** "07.30" */
export const timeOf = (minutes: number): string =>
  `${two(String(Math.floor(minutes / 60)))}.${two(String(minutes % 60))}`;

/**
 * Office hours of one day.
 * @param typed "07.30-16.00", also with "–" or "sampai"; empty or "tutup" = closed
 * @returns null = closed, undefined = cannot be read
 */
export function hoursOf(typed: string): [number, number] | null | undefined {
  const text = typed.trim().toLowerCase();
  if (text === '' || text === 'tutup') return null;
  const [from, to, ...more] = text.split(/\s*(?:-|–|—|sampai|s\.?d\.?)\s*/).map(minutesOf);
  if (from === undefined || from === null || to === undefined || to === null || more.length > 0)
    return undefined;
  return from < to ? [from, to] : undefined;
}
