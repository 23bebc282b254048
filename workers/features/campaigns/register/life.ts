/**
 * The one way a piece of material moves in its life, for the pages, the API, print packs and the links of a kecamatan. Its
 * first statement is the lock: the next entry of the placement's life, which only one can write.
 */
import { eq } from 'drizzle-orm';
import type { Life } from '../../../../shared/campaign.ts';
import { commit, type Db, type Plan, unavailable } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import type { Keys } from '../../../privacy/keys.ts';
import { seal } from '../../../privacy/seal.ts';
import type { PlacementRow } from '../queries.ts';
import { forgetCodes } from '../scans/known.ts';
import { placementEvents, placements } from '../table.ts';
import { type LifePhoto, type LifeState, lifeAfter } from './life-rules.ts';

/** What a step has to know of the placement it was read from. */
export type Steppable = LifeState & Pick<PlacementRow, 'id' | 'version'>;

/** What may be decided together with a step. */
export type Facts = Partial<
  Pick<
    PlacementRow,
    'material' | 'campaignId' | 'name' | 'area' | 'lat' | 'lon' | 'size' | 'design' | 'cost' | 'hanger'
  >
>;

export interface LifeStep {
  life: Life;
  /** Epoch ms. */
  at: number;
  /** "staff:12", "link:3" (of a kecamatan), "key:4", "pack:7". */
  by: string;
  remark?: string | null | undefined;
  photo?: LifePhoto | undefined;
  position?: { lat: number; lon: number } | undefined;
  /** Of the sender: the same step sent again is taken once. */
  key?: string | undefined;
  facts?: Facts | undefined;
}

export interface LifeDone {
  placementId: number;
  seq: number;
  life: Life;
}

/** @throws AppError as `lifeAfter` does */
export async function planLife(
  db: Db,
  keys: Keys,
  placement: Steppable,
  step: LifeStep,
): Promise<Plan<LifeDone>> {
  return planEntry(db, keys, placement, step, lifeAfter(placement, step));
}

/** A step whose state is known already: taking one back, or facts that change without one. */
export async function planEntry(
  db: Db,
  keys: Keys,
  placement: Pick<PlacementRow, 'id' | 'version'>,
  step: LifeStep,
  state: Pick<LifeState, 'life'> & Partial<LifeState>,
): Promise<Plan<LifeDone>> {
  const { id } = placement;
  const seq = placement.version + 1;
  const { at, by, key } = step;
  const place = { table: 'placement_events', column: 'remark', row: `${id}:${seq}` };
  return {
    statements: [
      db.insert(placementEvents).values({
        ...{ placementId: id, seq, life: state.life, at, by, key },
        remark: await seal(keys, place, step.remark || null),
        photo: step.photo?.id,
        ...step.position,
      }),
      db
        .update(placements)
        .set({ ...step.facts, ...step.position, ...state, version: seq })
        .where(eq(placements.id, id)),
    ],
    result: { placementId: id, seq, life: state.life },
  };
}

/**
 * Takes one step of one placement.
 * @returns `fresh` is false when this key's step was taken before
 * @throws AppError conflict when somebody else was quicker; key_reused when the key was used for another step; as `lifeAfter`
 */
export async function takeStep(
  db: Db,
  keys: Keys,
  placement: Steppable,
  step: LifeStep,
): Promise<LifeDone & { fresh: boolean }> {
  return writeOnce(db, placement.id, step, () => planLife(db, keys, placement, step));
}

/** Writes an entry unless its key says that it was written; both before, and after a failure whose answer may be lost. */
export async function writeOnce(
  db: Db,
  placementId: number,
  step: Pick<LifeStep, 'key' | 'life'>,
  plan: () => Promise<Plan<LifeDone>>,
): Promise<LifeDone & { fresh: boolean }> {
  const before = await entryOf(db, placementId, step);
  if (before) return { ...before, fresh: false };
  const [outcome] = await commit(db, [await plan()]);
  forgetCodes();
  if (outcome?.ok) return { ...outcome.result, fresh: true };
  const meanwhile = await entryOf(db, placementId, step);
  if (meanwhile) return { ...meanwhile, fresh: false };
  if (outcome?.constraint?.startsWith('placement_events.'))
    throw new AppError('conflict', { detail: 'placement_changed' });
  throw unavailable(outcome?.error);
}

/** @throws AppError key_reused */
async function entryOf(
  db: Db,
  placementId: number,
  { key, life }: Pick<LifeStep, 'key' | 'life'>,
): Promise<LifeDone | null> {
  if (key === undefined) return null;
  const [found] = await db
    .select({
      placementId: placementEvents.placementId,
      seq: placementEvents.seq,
      life: placementEvents.life,
    })
    .from(placementEvents)
    .where(eq(placementEvents.key, key));
  if (found && (found.placementId !== placementId || found.life !== life)) throw new AppError('key_reused');
  return found ?? null;
}
