/** What is known of a piece of material, beside its life. */
import type { Db } from '../../../platform/db.ts';
import type { Keys } from '../../../privacy/keys.ts';
import type { PlacementRow } from '../queries.ts';
import type { EditInput } from './input.ts';
import { type Facts, type LifeDone, type LifeStep, planEntry, writeOnce } from './life.ts';
import { isFree } from './shown.ts';

/**
 * Writes facts under the same lock as a step.
 * @param version what the person saw
 * @throws AppError conflict when somebody has changed the placement since
 */
export function editPlacement(
  db: Db,
  keys: Keys,
  { id, life }: PlacementRow,
  version: number,
  facts: Facts,
  step: Pick<LifeStep, 'at' | 'by' | 'key'>,
): Promise<LifeDone & { fresh: boolean }> {
  return writeOnce(db, id, { key: step.key, life }, () =>
    planEntry(db, keys, { id, version }, { ...step, life, facts }, { life }),
  );
}

/** What a piece of a settled place is called is told by the regency's settings. */
export function factsOf(row: PlacementRow, input: EditInput): Facts {
  const { program, position, name, area, ...facts } = input;
  return {
    ...facts,
    campaignId: program,
    lat: position?.lat ?? null,
    lon: position?.lon ?? null,
    ...(isFree(row) ? { name: name ?? row.name, area: area ?? row.area } : {}),
  };
}
