/** Where invented lives take place: the places, offices and hours of whichever regency is shown, and their habits. */
import type { PackArea, PackCategory, PackClock, PackOffice } from '../../regencies/types.ts';
import type { Calendar } from '../../working-time.ts';
import { digest } from './random.ts';
import { topics } from './topics.ts';

/** What is needed of a regency's snapshot. */
export interface Setting {
  about: { inspectorate: string; adminOffice: string };
  areas: ReadonlyMap<string, PackArea>;
  offices: ReadonlyMap<string, PackOffice>;
  categories: ReadonlyMap<string, PackCategory>;
  clocks: readonly PackClock[];
  calendar: Calendar;
}

/** Codes of the banners of villages, and since when each hangs (epoch ms). */
export type Banners = ReadonlyMap<string, { code: string; since: number }>;

export interface Habit {
  /** Working days that others need in one. */
  pace: number;
  /** Share of cases that get no answer at all. */
  silent: number;
}

export interface World extends Setting {
  /** Villages with how much they report; those that never do are left out. */
  villages: (readonly [PackArea, number])[];
  /** Categories with texts, whose office is the regency's own. */
  own: string[];
  /** Categories that an institution outside answers for. */
  outside: string[];
  /** Offices that can be disposed to. */
  desks: string[];
  banners: Banners;
  habitOf(office: string): Habit;
  /** Working days of a clock for an ordinary case. */
  daysOf(clock: 'reporter' | 'completeness' | 'forwarded'): number;
}

const habits: Habit[] = [
  { pace: 0.5, silent: 0.01 },
  { pace: 0.8, silent: 0.03 },
  { pace: 1, silent: 0.04 },
  { pace: 1.2, silent: 0.06 },
  { pace: 2.3, silent: 0.16 },
];

/** One village in eight never reports: zero is not good news, and has to be seen. */
const SILENT_VILLAGES = 8;

export function worldOf(setting: Setting, banners: Banners): World {
  const kindOf = (id: string) => setting.offices.get(setting.categories.get(id)?.office ?? '')?.kind;
  const known = Object.keys(topics).filter((id) => setting.categories.has(id));
  const lowest = [...setting.areas.values()].filter(({ level }) => level === 'desa' || level === 'kelurahan');
  const reporting = lowest.filter(({ code }) => digest(code) % SILENT_VILLAGES !== 0);
  return {
    ...setting,
    banners,
    villages: (reporting.length > 0 ? reporting : lowest).map(
      (area) => [area, 1 + (digest(`${area.code}#`) % 9)] as const,
    ),
    own: known.filter((id) => kindOf(id) !== undefined && kindOf(id) !== 'luar' && id !== 'perilaku-aparat'),
    outside: known.filter((id) => kindOf(id) === 'luar'),
    desks: [...setting.offices.values()].filter(({ kind }) => kind !== 'luar').map(({ code }) => code),
    habitOf: (office) => habits[digest(office) % habits.length] ?? { pace: 1, silent: 0 },
    daysOf: (clock) =>
      setting.clocks.find(
        (row) => row.clock === clock && (row.appliesTo === 'any' || row.appliesTo === 'biasa'),
      )?.days ?? 10,
  };
}
