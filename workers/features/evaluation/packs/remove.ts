/** Packs that go, with their files. */
import { type Db, unavailable } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import { deleteFiles } from './files.ts';
import { type PackRow, packsSince } from './queries.ts';
import { deletePack } from './store.ts';

/** Files first: what is left after a failure can be deleted again. @throws AppError conflict while it is being made */
export async function removePack(env: Env, db: Db, { id, status }: PackRow): Promise<void> {
  if (status === 'running') throw new AppError('conflict', { detail: 'pack_running' });
  await deleteFiles(env, id).catch((error: unknown) => {
    throw unavailable(error);
  });
  await deletePack(db, id);
}

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
  for (const pack of await packsSince(db, of)) await removePack(env, db, pack);
}
