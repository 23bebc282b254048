/** Where invented lives take place: the places, offices and hours of whichever regency is shown, and their habits. */
import type { PackArea, PackCategory, PackClock, PackOffice } from '../../regencies/types.ts';
import type { Calendar } from '../../working-time.ts';
import { type Habits, habitsOf } from './habits.ts';
import { digest } from './random.ts';
import { often, topics } from './topics.ts';

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
  habits: Habits;
  /** Working days of a clock for an ordinary case. */
  daysOf(clock: 'reporter' | 'completeness' | 'forwarded'): number;
}

/** One village in eight never reports: zero is not good news, and has to be seen. */
const SILENT_VILLAGES = 8;

export function worldOf(setting: Setting, banners: Banners): World {
  const known = knownTopics(setting);
  const lowest = [...setting.areas.values()].filter(({ level }) => level === 'desa' || level === 'kelurahan');
  const reporting = lowest.filter(({ code }) => digest(code) % SILENT_VILLAGES !== 0);
  return {
    ...setting,
    banners,
    villages: (reporting.length > 0 ? reporting : lowest).map(
      (area) => [area, 1 + (digest(`${area.code}#`) % 9)] as const,
    ),
    own: known.flatMap(({ id, office }) => (office.kind === 'luar' ? [] : [id])),
    outside: known.flatMap(({ id, office }) => (office.kind === 'luar' ? [id] : [])),
    desks: [...setting.offices.values()].filter(({ kind }) => kind !== 'luar').map(({ code }) => code),
    habits: habitsOf(busiest(setting)),
    daysOf: (clock) =>
      setting.clocks.find(
        (row) => row.clock === clock && (row.appliesTo === 'any' || row.appliesTo === 'biasa'),
      )?.days ?? 10,
  };
}

/** Topics that somebody answers for here. */
const knownTopics = ({ categories, offices }: Setting): { id: string; office: PackOffice }[] =>
  Object.keys(topics).flatMap((id) => {
    const office = offices.get(categories.get(id)?.office ?? '');
    return office ? [{ id, office }] : [];
  });

/** Codes of the regency's own offices that reports belong to, that with most of them first. */
export function busiest(setting: Setting): string[] {
  const load = new Map<string, number>();
  for (const { id, office } of knownTopics(setting))
    if (office.kind !== 'luar') load.set(office.code, (load.get(office.code) ?? 0) + (often[id] ?? 1));
  return [...load].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([code]) => code);
}
