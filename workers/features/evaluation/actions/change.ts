/** How every change of an item is written: its step first, which is the lock, then the item, then its clock. */
import { and, eq, sql } from 'drizzle-orm';
import { constraintOf, type Db, type Statement, unavailable } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import { seal } from '../../../privacy/seal.ts';
import type { Doer } from '../../doer.ts';
import { type ActionRow, notePlace } from './queries.ts';
import { actionSteps, actions } from './table.ts';

/** @throws AppError not_found */
export async function actionRow(db: Db, id: number): Promise<ActionRow> {
  const [row] = await db.select().from(actions).where(eq(actions.id, id));
  if (!row) throw new AppError('not_found');
  return row;
}

/**
 * @param version that the person saw; each has one step
 * @param note what was done or changed, in words
 * @throws AppError conflict when somebody else has changed it since, unavailable
 */
export async function writeChange(
  to: Doer,
  row: ActionRow,
  version: number,
  set: Partial<typeof actions.$inferInsert>,
  note: string | null,
  also: readonly Statement[] = [],
): Promise<void> {
  const { db, by, now } = to;
  const { id } = row;
  const seq = version + 1;
  const { state = row.state, progress = row.progress } = set;
  const mine = and(eq(actions.id, id), eq(actions.version, version));
  try {
    await db.batch([
      db.insert(actionSteps).values({
        actionId: id,
        // NULL, which the column refuses, when the item has another version by now.
        seq: sql`(select ${seq} from ${actions} where ${mine})`,
        ...{ state, progress, by, at: now },
        note: note === null ? null : await seal(to.keys, notePlace(id, seq), note),
      }),
      db
        .update(actions)
        .set({ ...set, version: seq })
        .where(mine),
      ...also,
    ]);
  } catch (error) {
    if (!constraintOf(error)?.startsWith('action_steps')) throw unavailable(error);
    const { version: current } = await actionRow(db, id);
    throw new AppError('conflict', { detail: 'changed_meanwhile', version: current });
  }
}
