/** Which placements a list shows, from an address or a call of the API. */
import { and, eq, inArray, isNull, lte, notInArray, or, type SQL, sql } from 'drizzle-orm';
import {
  freeKinds,
  type Life,
  linkKinds,
  lives,
  type Material,
  materials,
  PHOTO_HOLDS_DAYS,
  type PlaceKind,
  photoLives,
  settledKinds,
} from '../../../../shared/campaign.ts';
import { DAY } from '../../../platform/clock.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { placements } from '../table.ts';
import { CHECK_AHEAD } from './life-rules.ts';

/** Kinds of places: whatever hangs somewhere. */
export const hangingKinds = [...settledKinds, ...freeKinds];
/** `link` is no material of a place. */
export const pieceMaterials = materials.filter((one) => one !== 'link');

/** What pages call a filter in their addresses, by what the API calls it. */
export const filterParams = {
  district: 'wilayah',
  kind: 'jenis',
  material: 'bahan',
  life: 'keadaan',
  program: 'program',
  hanger: 'pemasang',
  due: 'cek',
} as const;
export type FilterName = keyof typeof filterParams;

export interface PlacementFilter {
  /** Area code of a kecamatan, with all that lies in it, or "opd". */
  district?: string | undefined;
  kind?: PlaceKind | undefined;
  material?: Material | undefined;
  life?: Life | undefined;
  /** Id; 0 = of no program. */
  program?: number | undefined;
  /** Office code. */
  hanger?: string | undefined;
  /** Only what hangs, and has to be checked now or whose photo is too old. */
  due?: true | undefined;
}

/** Anything unknown is no filter. */
export function readFilter(given: (name: FilterName) => string | undefined): PlacementFilter {
  const program = given('program') ?? '';
  return {
    district: given('district') || undefined,
    kind: hangingKinds.find((one) => one === given('kind')),
    material: pieceMaterials.find((one) => one === given('material')),
    life: lives.find((one) => one === given('life')),
    program: /^\d{1,15}$/.test(program) ? Number(program) : undefined,
    hanger: given('hanger') || undefined,
    due: given('due') ? true : undefined,
  };
}

/** The same list again. @param more further parameters of the address */
export function filterQuery(filter: PlacementFilter, more: Record<string, string> = {}): string {
  const query = new URLSearchParams();
  for (const [name, param] of Object.entries(filterParams)) {
    const value = filter[name as FilterName];
    if (value !== undefined) query.set(param, value === true ? '1' : String(value));
  }
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query.size > 0 ? `?${query}` : '';
}

/** As a condition on `placements`; without any filter all that hangs or could hang. @param now epoch ms */
export function filterCondition(filter: PlacementFilter, regency: Regency, now: number): SQL | undefined {
  const { district, kind, material, life, program, hanger, due } = filter;
  return and(
    notInArray(placements.kind, [...linkKinds]),
    district === undefined ? undefined : within(district, regency),
    kind && eq(placements.kind, kind),
    material && eq(placements.material, material),
    life && eq(placements.life, life),
    program === undefined
      ? undefined
      : program === 0
        ? isNull(placements.campaignId)
        : eq(placements.campaignId, program),
    hanger === undefined ? undefined : eq(placements.hanger, hanger),
    due && dueCondition(now),
  );
}

/** Hangs as far as anybody knows, but its photo stops to count within a week or counts no more. */
export const dueCondition = (now: number): SQL | undefined =>
  and(
    inArray(placements.life, photoLives),
    lte(placements.photoAt, now - PHOTO_HOLDS_DAYS * DAY + CHECK_AHEAD),
  );

function within(district: string, regency: Regency): SQL | undefined {
  if (district === 'opd') return eq(placements.kind, 'opd');
  const inside = [...regency.areas.values()].filter(
    ({ code, parent }) => code === district || parent === district,
  );
  const codes = sql`(select value from json_each(${JSON.stringify(inside.map(({ code }) => code))}))`;
  return or(
    and(inArray(placements.kind, ['kecamatan', 'desa']), sql`${placements.ref} in ${codes}`),
    and(inArray(placements.kind, freeKinds), sql`${placements.area} in ${codes}`),
  );
}
