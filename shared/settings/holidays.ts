/** A year of days off, pasted as lines: "2027-01-01 Tahun Baru libur_nasional". */
import type { PackHoliday } from '../regencies/types.ts';
import { isoDay } from './dates.ts';

export const holidayKinds: Record<PackHoliday['kind'], string> = {
  libur_nasional: 'Libur nasional',
  cuti_bersama: 'Cuti bersama',
  daerah: 'Libur daerah',
};

export interface BadLine {
  /** From 1. */
  line: number;
  text: string;
  why: 'no_date' | 'no_name' | 'no_kind' | 'twice';
}

/** Most lines of one paste; a year has about 30. */
export const MOST_LINES = 120;

/** At the end of a line, as typed or as a spreadsheet shows it. */
const ENDS: readonly [RegExp, PackHoliday['kind']][] = [
  [/[\s;,|]*\(?libur[_ ]nasional\)?$/i, 'libur_nasional'],
  [/[\s;,|]*\(?cuti[_ ]bersama\)?$/i, 'cuti_bersama'],
  [/[\s;,|]*\(?(?:libur[_ ])?daerah\)?$/i, 'daerah'],
];

/**
 * Lines are separated by spaces, tabs or semicolons between date, name and kind; empty lines do not count. A name that
 * begins with "Cuti bersama" needs no kind.
 */
export function parseHolidays(text: string): { days: PackHoliday[]; bad: BadLine[] } {
  const days: PackHoliday[] = [];
  const bad: BadLine[] = [];
  const seen = new Set<string>();
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replace(/\s+/g, ' ').trim();
    if (line === '') continue;
    const read = readLine(line);
    const key = typeof read === 'string' ? '' : holidayId(read);
    if (typeof read === 'string') bad.push({ line: index + 1, text: line, why: read });
    else if (seen.has(key)) bad.push({ line: index + 1, text: line, why: 'twice' });
    else {
      seen.add(key);
      days.push(read);
    }
  }
  return { days, bad };
}

function readLine(line: string): PackHoliday | BadLine['why'] {
  const [, first = '', rest = ''] = /^([^\s;,|]+)[\s;,|]*(.*)$/.exec(line) ?? [];
  const date = isoDay(first);
  if (!date) return 'no_date';
  for (const [end, kind] of ENDS) {
    if (!end.test(rest)) continue;
    const name = rest.replace(end, '').trim();
    // "Cuti bersama" alone is both: its kind and all the name it has.
    if (name === '' && kind !== 'cuti_bersama') return 'no_name';
    return { date, name: name || 'Cuti Bersama', kind, check: false };
  }
  if (rest.trim() === '') return 'no_name';
  return /^cuti bersama\b/i.test(rest) ? { date, name: rest, kind: 'cuti_bersama', check: false } : 'no_kind';
}

/** Id of its row, as the pack's have it. */
export const holidayId = ({ date, kind, name }: PackHoliday): string => `${date}:${kind}:${name}`;
