/**
 * Draws closed cases for audit, each with the same chance, without reading them all. docs/cases.md tells the method and
 * where it is not quite even.
 */
import { type SQL, sql } from 'drizzle-orm';
import { secretRoles } from '../../../shared/permissions/accusations.ts';
import type { Staff } from '../../../shared/permissions/people.ts';
import { DAY } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';

/** Closed within, epoch ms; `to` itself is outside. */
export interface Period {
  from: number;
  to: number;
}

/** So many closed cases or fewer are all looked at, and the draw is exact. */
const FEW = 2000;
/** Above, random places on the axis of receipt are tried: so many at once, at most so often. */
const PROBES = 2000;
const ROUNDS = 12;
/** A place is a short stretch of time; at most so many cases of it can be hit. */
const SLOTS = 16;
/** Cases by whose neighbours the length of a place is found. */
const SAMPLES = 32;
/** No place is shorter than this part of the axis: some three minutes for a quarter. */
const FINEST = 2 ** 17;
/** Cases received earlier before the period are not found by places. */
const BACK = 200 * DAY;
/** Ids are time: newId in platform/ids.ts. */
const IDS_A_MS = 4096;

/**
 * @param audits Inspektorat's people: what accuses one of them, or an office of theirs, is never drawn
 * @param random 0 ≤ n < 1
 * @returns ids of at most `count` cases that were never drawn before; reads some thousand rows, however many there are
 */
export async function drawCases(
  db: Db,
  period: Period,
  count: number,
  audits: readonly Staff[],
  random: () => number,
): Promise<number[]> {
  const eligible = isEligible(period, subjectsOf(audits));
  const few = await db.all<{ id: number; fit: number }>(sql`
    select id, (${eligible}) as fit from (
      select * from cases where closed_at >= ${period.from} and closed_at < ${period.to}
        and closed_at is not null and berkadar = 0 limit ${FEW + 1}) c`);
  if (few.length <= FEW) {
    const fit = few.filter((row) => row.fit === 1).map(({ id }) => id);
    return shuffled(fit, random).slice(0, count);
  }
  const lowest = (period.from - BACK) * IDS_A_MS;
  const span = period.to * IDS_A_MS - lowest;
  const width = await fittingWidth(db, period, span, random);
  const drawn = new Set<number>();
  for (let round = 0; round < ROUNDS && drawn.size < count; round++) {
    // A place before the first id too, so that the first has the same chance as all others.
    const probes = Array.from({ length: PROBES }, () => [
      Math.floor(lowest - width + random() * (span + width)),
      Math.floor(random() * SLOTS),
    ]);
    const hits = await db.all<{ id: number }>(sql`
      select c.id from (
        select p.key as place, (select json_group_array(id) from (select id from cases
          where id >= p.value ->> 0 and id < (p.value ->> 0) + ${width} order by id limit ${SLOTS}))
          ->> (p.value ->> 1) as id
        from json_each(${JSON.stringify(probes)}) p) hit
      join cases c on c.id = hit.id
      where ${eligible} order by hit.place`);
    for (const { id } of hits) if (drawn.size < count) drawn.add(id);
  }
  return [...drawn];
}

/**
 * A stretch so short that no more cases lie in it than can be hit, also where they came crowded: it is tried around
 * cases that were closed at random moments.
 */
async function fittingWidth(db: Db, period: Period, span: number, random: () => number): Promise<number> {
  const moments = Array.from({ length: SAMPLES }, () =>
    Math.floor(period.from + random() * (period.to - period.from)),
  );
  const found = await db.all<{ id: number | null }>(sql`
    select (select id from cases where closed_at >= p.value and closed_at is not null and berkadar = 0
      order by closed_at limit 1) as id from json_each(${JSON.stringify(moments)}) p`);
  const ids = JSON.stringify(found.flatMap(({ id }) => (id === null ? [] : [id])));
  let width = Math.ceil(span / 64);
  while (width * FINEST > span) {
    const [row] = await db.all<{ most: number }>(sql`
      select max((select count(*) from (select 1 from cases where id >= p.value and id < p.value + ${width}
        limit ${SLOTS + 1}))) as most from json_each(${ids}) p`);
    if ((row?.most ?? 0) <= SLOTS / 2) break;
    width = Math.ceil(width / 2);
  }
  return width;
}

/** Closed by an answer or archived, ordinary, nobody's secret, not from another system, and never drawn before. */
function isEligible({ from, to }: Period, subjects: readonly string[]): SQL {
  const secret = secretRoles.map((role) => `@${role}`);
  return sql`c.state in ('resolved', 'archived') and c.closed_at >= ${from} and c.closed_at < ${to}
    and c.berkadar = 0 and c.confidential = 0 and c.spam = 0 and c.imported_at is null
    and c.holder not in (select value from json_each(${JSON.stringify(secret)}))
    and not exists (select 1 from audited_cases a where a.case_id = c.id)
    and not exists (select 1 from case_accused x where x.case_id = c.id
      and x.subject in (select value from json_each(${JSON.stringify(subjects)})))`;
}

function subjectsOf(audits: readonly Staff[]): string[] {
  return audits.flatMap((person) => [
    `staff:${person.id}`,
    ...person.offices.map((office) => `office:${office}`),
  ]);
}

function shuffled(ids: readonly number[], random: () => number): number[] {
  const mixed = [...ids];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other] as number, mixed[last] as number];
  }
  return mixed;
}
