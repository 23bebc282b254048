/**
 * This regency's settings as one versioned snapshot, kept in the isolate for at most 60 seconds.
 * Verbs assert its version in their batch (`settings` of a case), so a decision never rests on settings that
 * changed meanwhile.
 */
import { sql } from 'drizzle-orm';
import type { Role } from '../../shared/permissions/people.ts';
import type {
  DataOfficer,
  PackAnswer,
  PackArea,
  PackCategory,
  PackClock,
  PackDigest,
  PackEmergency,
  PackHoliday,
  PackHours,
  PackOffice,
  PackPopulation,
  PackProcessing,
  PackRegency,
  PackRetention,
  PackStep,
  PackTag,
  PackTemplate,
} from '../../shared/regencies/types.ts';
import { type Calendar, makeCalendar } from '../../shared/working-time.ts';
import type { Db } from '../platform/db.ts';
import { AppError } from '../platform/problem.ts';
import type { Crest } from './crest.ts';
import { regencyRows, settingsVersion } from './table.ts';

export interface Switches {
  /** A person has to confirm every disposition; the router only suggests. */
  demandPerson: boolean;
  /** Sample data are loaded: every page and document says DATA CONTOH. */
  demo: boolean;
  /** Whoever has one of these signs in with a code of an app, too. */
  twoFactorRoles: Role[];
}

/** Those who read what can hurt a reporter, or decide who may; a regency may choose others. */
const TWO_FACTOR_ROLES: Role[] = ['admin', 'verifier', 'inspector'];

export interface Regency {
  version: number;
  readAt: number;
  about: PackRegency;
  offices: Map<string, PackOffice>;
  areas: Map<string, PackArea>;
  categories: Map<string, PackCategory>;
  clocks: PackClock[];
  /** Reminders and escalation. */
  steps: PackStep[];
  digests: PackDigest[];
  /** What the calendar is made of. */
  holidays: PackHoliday[];
  hours: PackHours[];
  calendar: Calendar;
  templates: Map<string, PackTemplate>;
  /** Examples of answers, in the pack's order. */
  answers: PackAnswer[];
  emergency: PackEmergency[];
  /** How long personal data is kept. */
  retention: PackRetention[];
  /** The register of processing. */
  processing: PackProcessing[];
  /** Null = nobody is named yet. */
  dataOfficer: DataOfficer | null;
  /** Null = none was uploaded. */
  crest: Crest | null;
  /** Newest count by area code; an area without one is "belum diisi". */
  population: Map<string, PackPopulation>;
  /** What is not in force any more but still named in older cases; nobody may choose it. */
  past: Past;
  /** Words that staff put on cases, by id. */
  tags: Map<string, PackTag>;
  switches: Switches;
}

export interface Past {
  offices: Map<string, PackOffice>;
  areas: Map<string, PackArea>;
  categories: Map<string, PackCategory>;
  tags: Map<string, PackTag>;
}

const MAX_AGE = 60_000;
let cached: Regency | null = null;

/**
 * @returns the snapshot; one row read when it is still the newest version
 * @throws AppError unavailable when no pack was loaded yet
 */
export async function regencyAt(db: Db, now: number): Promise<Regency> {
  if (cached && Math.abs(now - cached.readAt) < MAX_AGE) return cached;
  if (cached) {
    const rows = await db.select({ version: settingsVersion.version }).from(settingsVersion);
    if (rows[0]?.version === cached.version) {
      cached = { ...cached, readAt: now };
      return cached;
    }
  }
  cached = await readRegency(db, now);
  return cached;
}

/** Reads it anew next time; called after a change and when a batch failed on the version. */
export function forgetRegency(): void {
  cached = null;
}

async function readRegency(db: Db, now: number): Promise<Regency> {
  const [versions, rows] = await db.batch([
    db.select({ version: settingsVersion.version }).from(settingsVersion),
    db
      .select({ kind: regencyRows.kind, data: regencyRows.data, validTo: regencyRows.validTo })
      .from(regencyRows)
      .where(
        sql`${regencyRows.kind} not in ('routing', 'topic', 'spelling', 'criterion', 'team') and (${regencyRows.validTo} is null or ${regencyRows.kind} in ('office', 'area', 'category', 'tag'))`,
      )
      .orderBy(regencyRows.kind, regencyRows.position),
  ]);
  const of = <T>(kind: string, past = false) =>
    rows
      .filter((row) => row.kind === kind && (row.validTo !== null) === past)
      .map((row) => JSON.parse(row.data) as T);
  const about = of<PackRegency>('regency')[0];
  const version = versions[0]?.version;
  if (!about || version === undefined) throw new AppError('unavailable', { retryAfter: 5 });
  const switches: Record<string, boolean> = Object.fromEntries(
    of<{ id: string; on: boolean }>('switch').map((s) => [s.id, s.on]),
  );
  const offices = of<PackOffice>('office');
  const areas = of<PackArea>('area');
  const holidays = of<PackHoliday>('holiday');
  const hours = of<PackHours>('hours');
  return {
    version,
    readAt: now,
    about,
    offices: new Map(offices.map((office) => [office.code, office])),
    areas: new Map(areas.map((area) => [area.code, area])),
    categories: new Map(of<PackCategory>('category').map((category) => [category.id, category])),
    clocks: of<PackClock>('clock'),
    steps: of<PackStep>('step'),
    digests: of<PackDigest>('digest'),
    holidays,
    hours,
    calendar: makeCalendar({ timeZone: about.timeZone, holidays, hours }),
    templates: new Map(of<PackTemplate>('template').map((template) => [template.id, template])),
    answers: of<PackAnswer>('answer'),
    emergency: of<PackEmergency>('emergency'),
    retention: of<PackRetention>('retention'),
    processing: of<PackProcessing>('processing'),
    dataOfficer: of<DataOfficer>('data_officer')[0] ?? null,
    crest: of<Crest>('crest')[0] ?? null,
    population: new Map(
      of<PackPopulation>('population')
        .sort((a, b) => a.year - b.year)
        .map((row) => [row.area, row]),
    ),
    past: {
      offices: new Map(of<PackOffice>('office', true).map((office) => [office.code, office])),
      areas: new Map(of<PackArea>('area', true).map((area) => [area.code, area])),
      categories: new Map(of<PackCategory>('category', true).map((category) => [category.id, category])),
      tags: new Map(of<PackTag>('tag', true).map((tag) => [tag.id, tag])),
    },
    tags: new Map(of<PackTag>('tag').map((tag) => [tag.id, tag])),
    switches: {
      demandPerson: switches.demandPerson ?? false,
      demo: switches.demo ?? false,
      twoFactorRoles: of<{ roles: Role[] }>('two_factor')[0]?.roles ?? TWO_FACTOR_ROLES,
    },
  };
}
