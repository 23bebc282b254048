/** Taking back a step that was a slip: for some minutes, and only one that no photo proves. */
import { desc, eq } from 'drizzle-orm';
import { photoLives } from '../../../../shared/campaign.ts';
import { MINUTE } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import type { Keys } from '../../../privacy/keys.ts';
import type { PlacementRow } from '../queries.ts';
import { placementEvents } from '../table.ts';
import { type LifeDone, type LifeStep, planEntry, writeOnce } from './life.ts';
import { checkDue, endsCode } from './life-rules.ts';

const UNDO = 15 * MINUTE;

type Entry = Pick<typeof placementEvents.$inferSelect, 'life' | 'at' | 'photo'>;

/** The state before the latest step, or null when there is nothing to take back. @param latest first */
export function earlier([last, before]: readonly Entry[], now: number): Pick<Entry, 'life' | 'at'> | null {
  const was = before ?? { life: 'idle', at: 0 };
  if (!last || last.life === was.life || last.life === 'replaced' || was.life === 'replaced') return null;
  return last.photo === null && now - last.at <= UNDO ? was : null;
}

/**
 * @param version what the person saw
 * @throws AppError conflict when it is too late, or somebody else was quicker
 */
export async function undoStep(
  db: Db,
  keys: Keys,
  row: PlacementRow,
  version: number,
  step: Pick<LifeStep, 'at' | 'by' | 'key'>,
): Promise<LifeDone & { fresh: boolean }> {
  const was = earlier(await latestEntries(db, row.id), step.at);
  if (!was) throw new AppError('conflict', { detail: 'undo_over' });
  const { life } = was;
  return writeOnce(db, row.id, { key: step.key, life }, () =>
    planEntry(
      db,
      keys,
      { id: row.id, version },
      { ...step, life },
      {
        life,
        checkAt: photoLives.includes(life) ? checkDue(row.photoAt) : null,
        retiredAt: endsCode(life) ? was.at : null,
      },
    ),
  );
}

const latestEntries = (db: Db, id: number) =>
  db
    .select()
    .from(placementEvents)
    .where(eq(placementEvents.placementId, id))
    .orderBy(desc(placementEvents.seq))
    .limit(2);
