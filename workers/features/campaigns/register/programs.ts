/** Programs: what belongs together of material, posts and events, with its goal and its budget. */
import { and, eq, sql } from 'drizzle-orm';
import { constraintOf, type Db, unavailable } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import type { Doer } from '../../doer.ts';
import { once } from '../../once.ts';
import { campaigns } from '../table.ts';

export type ProgramFacts = Pick<
  typeof campaigns.$inferSelect,
  'name' | 'goal' | 'startsOn' | 'endsOn' | 'budget' | 'otherCost'
>;

/**
 * @param key of the sender: sent again it makes nothing
 * @returns its id
 * @throws AppError invalid when another program has this name
 */
export async function createProgram(
  doer: Pick<Doer, 'db' | 'keys' | 'now' | 'by'>,
  facts: ProgramFacts,
  key: string | undefined,
): Promise<number> {
  const { db, now: createdAt } = doer;
  // A partner's key is nobody of the staff.
  const createdBy = Number(/^staff:(\d+)$/.exec(doer.by)?.[1] ?? 0);
  try {
    return await once(doer, { key, scope: 'program', body: facts }, campaigns, (last) =>
      db.batch([db.insert(campaigns).values({ ...facts, createdBy, createdAt }), last]),
    );
  } catch (error) {
    throw nameTaken(error);
  }
}

/**
 * @param version what the person saw
 * @throws AppError conflict when somebody has changed it since; invalid when another program has this name
 */
export async function editProgram(
  db: Db,
  id: number,
  version: number,
  change: Partial<ProgramFacts> & { archivedAt?: number | null },
): Promise<void> {
  let changed: { id: number }[];
  try {
    changed = await db
      .update(campaigns)
      .set({ ...change, version: sql`${campaigns.version} + 1` })
      .where(and(eq(campaigns.id, id), eq(campaigns.version, version)))
      .returning({ id: campaigns.id });
  } catch (error) {
    throw nameTaken(error);
  }
  if (changed.length === 0) throw new AppError('conflict', { detail: 'program_changed' });
}

function nameTaken(error: unknown): AppError {
  if (constraintOf(error) !== 'campaigns.name') return unavailable(error);
  return new AppError('invalid', { fields: [{ pointer: '/name', message: 'field.name_taken' }] });
}
