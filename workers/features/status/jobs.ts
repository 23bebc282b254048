/** Counts the files once a day, a page of the list at each sweep: no row is read for it, and it goes on where it was. */
import { DAY } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import type { Notes } from './figures.ts';
import { note } from './notes.ts';

/** @param at epoch ms, @param notes as they were when the sweep began */
export async function countFiles(env: Env, db: Db, notes: Notes, at: number): Promise<void> {
  const walk = notes.filesWalk;
  if (!walk && notes.files && at - notes.files.at < DAY && notes.files.at <= at) return;
  const page = await env.FILES.list({ limit: 1000, ...(walk ? { cursor: walk.cursor } : {}) });
  const count = (walk?.count ?? 0) + page.objects.length;
  const bytes = page.objects.reduce((sum, { size }) => sum + size, walk?.bytes ?? 0);
  if (page.truncated) {
    await note(db, 'filesWalk', { cursor: page.cursor, count, bytes });
    return;
  }
  await db.batch([note(db, 'files', { at, count, bytes }), note(db, 'filesWalk', null)]);
}
