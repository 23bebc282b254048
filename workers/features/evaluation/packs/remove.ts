/** Packs that go because of what is in them. */
import type { Db } from '../../../platform/db.ts';
import { removePack } from '../../packs.ts';
import { type PackRow, packsSince } from './queries.ts';
import { ofEvaluation } from './store.ts';

/**
 * What goes for good stays in no copy, either.
 * @param of those that may hold it
 * @throws AppError conflict while one of them is being made, unavailable
 */
export async function removePacksSince(
  env: Env,
  db: Db,
  of: Pick<PackRow, 'kind' | 'subject'> & { since: number },
): Promise<void> {
  for (const pack of await packsSince(db, of)) await removePack(env, db, ofEvaluation, pack);
}
