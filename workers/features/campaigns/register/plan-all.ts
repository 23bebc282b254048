/**
 * A piece of material for every OPD, kecamatan and desa. What stands there already is left alone, so planning twice is
 * planning once: the place's own code is used first, and a further piece takes a slot that only one can have.
 */
import { inArray } from 'drizzle-orm';
import { endedLives, type Material, settledKinds } from '../../../../shared/campaign.ts';
import type { Db } from '../../../platform/db.ts';
import { anyArea } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { placements } from '../table.ts';
import type { Facts } from './life.ts';
import { beginMany, moveMany } from './life-many.ts';
import { type NewPlacement, withCodes } from './new-placements.ts';
import { type Place, placesOf } from './placements.ts';

export type SettledKind = (typeof settledKinds)[number];

export interface Wish {
  material: Material;
  campaignId: number | null;
  kinds: readonly SettledKind[];
  size: string | null;
  design: number;
  /** Rupiah for each. */
  cost: number | null;
  /** Office code; null = each OPD its own, each kecamatan its own and those of its villages. */
  hanger: string | null;
}

export interface Prepared {
  /** Placements that are there and get this plan, by who hangs them. */
  reused: Map<string | null, number[]>;
  fresh: Omit<NewPlacement, 'life'>[];
  /** Places by kind: how many get one, and how many have such a piece already. */
  counts: Record<SettledKind, { planned: number; there: number }>;
}

/** What planning would do now; a row read for each placement of a place. */
export async function preparePlan(db: Db, regency: Regency, wish: Wish): Promise<Prepared> {
  const { id, kind, ref, material, life, slot } = placements;
  const rows = await db
    .select({ id, kind, ref, material, life, slot })
    .from(placements)
    .where(inArray(kind, settledKinds));
  const slots = new Set(rows.map((row) => row.slot));
  const pieces = Map.groupBy(rows, (row) => `${row.kind} ${row.ref}`);
  const none = () => ({ planned: 0, there: 0 });
  const prepared: Prepared = {
    reused: new Map(),
    fresh: [],
    counts: { opd: none(), kecamatan: none(), desa: none() },
  };
  const hangerOf = hangers(regency);
  for (const place of placesOf(regency)) {
    if (!wish.kinds.includes(place.kind)) continue;
    const here = pieces.get(`${place.kind} ${place.ref}`) ?? [];
    const same = here.filter((one) => one.material === wish.material && one.life !== 'idle');
    const count = prepared.counts[place.kind];
    if (same.some((one) => !endedLives.includes(one.life))) {
      count.there++;
      continue;
    }
    count.planned++;
    const hanger = wish.hanger ?? hangerOf(place);
    const free = same.find((one) => one.life === 'removed') ?? here.find((one) => one.life === 'idle');
    if (free) prepared.reused.set(hanger, [...(prepared.reused.get(hanger) ?? []), free.id]);
    else prepared.fresh.push({ ...furtherPiece(place, wish.material, slots), hanger });
  }
  return prepared;
}

function furtherPiece({ slot, kind, ref }: Place, material: Material, taken: ReadonlySet<string | null>) {
  const own = `${slot}:${material}`;
  return { kind, ref, slot: taken.has(own) ? null : own };
}

/**
 * Carries the plan out, in one batch. Somebody who plans the same at the same moment plans nothing twice.
 * @returns how many places it was for, as `preparePlan` counted them
 */
export async function planEverything(
  db: Db,
  regency: Regency,
  wish: Wish,
  by: { at: number; by: string },
): Promise<number> {
  const { reused, fresh } = await preparePlan(db, regency, wish);
  const { material, campaignId, size, design, cost } = wish;
  const facts: Facts = { material, campaignId, size, design, cost };
  const groups = [...reused].map(([hanger, ids]) => ({ ids, facts: { ...facts, hanger } }));
  const count = groups.reduce((sum, { ids }) => sum + ids.length, fresh.length);
  if (count === 0) return 0;
  await withCodes(fresh.length, new Set(), async (codes) => {
    const rows = fresh.map((row, index) => ({
      ...row,
      ...facts,
      material,
      life: 'planned' as const,
      code: codes[index] ?? '',
    }));
    const [first, ...rest] = [
      ...moveMany(db, groups, { ...by, life: 'planned' }),
      ...(rows.length > 0 ? beginMany(db, rows, by) : []),
    ];
    if (first) await db.batch([first, ...rest]);
  });
  return count;
}

/** Who hangs it when nobody is chosen: the OPD itself, or the office of the kecamatan. */
export function hangers(regency: Regency): (place: Pick<Place, 'kind' | 'ref'>) => string | null {
  const offices = new Map(
    [...regency.offices.values()].flatMap(({ area, code }) => (area ? [[area, code] as const] : [])),
  );
  return ({ kind, ref }) => {
    if (kind === 'opd') return ref;
    const district = kind === 'kecamatan' ? ref : (anyArea(regency, ref)?.parent ?? '');
    return offices.get(district) ?? null;
  };
}
