/** Who keeps the figures up to date: the sweep every minute, and the counting queue when there is more. */
import { runFold } from '../../../cases/fold.ts';
import { FIGURES_HINT } from '../../../messaging/parcel.ts';
import { sendHint } from '../../../messaging/queues.ts';
import { now } from '../../../platform/clock.ts';
import { openDb } from '../../../platform/db.ts';
import { regencyAt } from '../../../regency/snapshot.ts';
import { figuresFold } from './counting/fold.ts';
import { countPosts } from './counting/posts.ts';

/** Counts what has happened, as far as one invocation goes; the queue goes on where there is more. @param rounds at most */
export async function countFigures(env: Env, rounds: number): Promise<void> {
  const db = openDb(env.DB);
  const { calendar } = await regencyAt(db, now());
  const { more } = await runFold(db, figuresFold(db, calendar), rounds);
  const morePosts = await countPosts(db);
  if (more || morePosts) await sendHint(env, 'counting', [FIGURES_HINT]);
}
