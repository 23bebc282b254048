/** Who keeps the figures up to date: the sweep every minute, the counting queue when there is more, and who is about to keep them. */
import type { Calendar } from '../../../../shared/working-time.ts';
import { runFold } from '../../../cases/fold.ts';
import { FIGURES_HINT } from '../../../messaging/parcel.ts';
import { sendHint } from '../../../messaging/queues.ts';
import { now } from '../../../platform/clock.ts';
import { type Db, openDb } from '../../../platform/db.ts';
import { regencyAt } from '../../../regency/snapshot.ts';
import { figuresFold } from './counting/fold.ts';
import { countPosts } from './counting/posts.ts';

/** Counts what has happened, as far as one invocation goes; the queue goes on where there is more. @param rounds at most */
export async function countFigures(env: Env, rounds: number): Promise<void> {
  const db = openDb(env.DB);
  const { calendar } = await regencyAt(db, now());
  if (await countUp(db, calendar, rounds)) await sendHint(env, 'counting', [FIGURES_HINT]);
}

/** Cases and posts. @param rounds of each at most @returns whether there may be more */
export async function countUp(db: Db, calendar: Calendar, rounds: number): Promise<boolean> {
  const { more } = await runFold(db, figuresFold(db, calendar), rounds);
  let morePosts = true;
  for (let round = 0; morePosts && round < rounds; round++) morePosts = await countPosts(db);
  return more || morePosts;
}
