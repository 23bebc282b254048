/** Dates as exports of SP4N-LAPOR! and their spreadsheets write them. */

export interface LocalTime {
  /** Local date, YYYY-MM-DD. */
  date: string;
  /** Minutes since midnight. */
  minutes: number;
}

/** Indonesian and English names, by what they begin with. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'peb'],
  ['mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['agu', 'agt', 'ags', 'aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov', 'nop'],
  ['des', 'dec'],
];

const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;
const DAY_MINUTES = 1440;
/** Day 0 of Excel's calendar; what it counts wrong lies before March 1900. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

/** "Sabtu, ", "pukul", "WITA" and the like say nothing that counts. */
const NOISE =
  /^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\b,?\s*|\b(pukul|jam|wib|wita|wit)\b\.?|,/g;
const TIME = String.raw`(?:[\sT]+(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?\s*(am|pm)?(?:z|[+-]\d{2}:?\d{2})?)?`;
const ISO = new RegExp(String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})${TIME}$`, 'i');
const NUMERIC = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${TIME}$`, 'i');
const NAMED = new RegExp(String.raw`^(\d{1,2})[\s-]+([a-z]{3,9})\.?[\s-]+(\d{4})${TIME}$`, 'i');

/**
 * Reads "3 Jan 2026", "3 Januari 2026 14:05", "03/01/2026" (day first), "2026-01-03 14:05:00" and Excel's serial days.
 * @returns null for anything else, also for a day that does not exist: nothing is guessed
 */
export function parseLocalTime(text: string): LocalTime | null {
  const said = text.toLowerCase().replace(NOISE, ' ').replace(/\s+/g, ' ').trim();
  if (/^\d{5}(\.\d+)?$/.test(said)) return fromSerial(Number(said));
  const iso = ISO.exec(said);
  if (iso) return at(iso[1], iso[2], iso[3], iso.slice(4));
  const numeric = NUMERIC.exec(said);
  if (numeric) return at(numeric[3], numeric[2], numeric[1], numeric.slice(4));
  const named = NAMED.exec(said);
  if (!named) return null;
  const month = MONTHS.findIndex((names) => names.some((name) => named[2]?.startsWith(name)));
  return month < 0 ? null : at(named[3], String(month + 1), named[1], named.slice(4));
}

function fromSerial(days: number): LocalTime | null {
  // Excel keeps times as fractions of a day: to the minute they are exact.
  const minutes = Math.round(days * DAY_MINUTES);
  const date = new Date(EXCEL_EPOCH + Math.floor(minutes / DAY_MINUTES) * 86_400_000);
  const year = date.getUTCFullYear();
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  return { date: date.toISOString().slice(0, 10), minutes: minutes % DAY_MINUTES };
}

type Part = string | undefined;

function at(year: Part, month: Part, day: Part, [hour, minute, half]: Part[]): LocalTime | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  if (y < FIRST_YEAR || y > LAST_YEAR || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null;
  const h = hourOf(Number(hour ?? 0), half);
  const min = Number(minute ?? 0);
  if (h === null || min > 59) return null;
  return { date: date.toISOString().slice(0, 10), minutes: h * 60 + min };
}

function hourOf(hour: number, half: Part): number | null {
  if (half === undefined) return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}
