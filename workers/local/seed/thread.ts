/** One thread of the seed: plays its share of the lives and keeps them in a file of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { livesOf } from '../../../shared/demo/lives/life.ts';
import { arrivals } from '../../../shared/demo/lives/rhythm.ts';
import { seenPosts } from '../../../shared/demo/lives/seen-posts.ts';
import { type Banners, worldOf } from '../../../shared/demo/lives/world.ts';
import { loadKeys } from '../../privacy/keys.ts';
import { regencyAt } from '../../regency/snapshot.ts';
import { allStaff } from '../../regency/staff.ts';
import type { Secrets } from '../folder.ts';
import { tellDue } from '../lives/due.ts';
import { castOf } from '../lives/people.ts';
import { playLife, type Stage, seePost } from '../lives/play.ts';
import { quickCases } from './quick-cases.ts';
import { useQuickCrypto } from './quick-crypto.ts';
import { keepPlayed, openScratch } from './scratch.ts';
import { d1Of } from './sqlite-d1.ts';
import { codesIn, drawUniqueCodes } from './unique-codes.ts';

export interface Share {
  /** Of the folder's database. */
  path: string;
  /** Where this thread keeps its lives. */
  file: string;
  secrets: Secrets;
  seed: number;
  count: number;
  /** Epoch ms. */
  from: number;
  until: number;
  /** Numbers of SP4N-LAPOR! count from here. */
  numbers: number;
  banners: Banners;
  /** Of how many threads this is which. */
  threads: number;
  mine: number;
}

/** Arrivals that are played together; which thread plays them changes nothing. */
const TOGETHER = 100;
/** Posts seen for each case. */
const POSTS = 0.08;

await play(workerData as Share);

async function play(share: Share): Promise<void> {
  useQuickCrypto();
  drawUniqueCodes({ taken: codesIn(share.path), ...share });
  const { seed, count, from, until } = share;
  const sqlite = openScratch(share.path, share.file);
  const db = d1Of(sqlite);
  const regency = await regencyAt(db, until);
  const stage: Stage = {
    ...{ db, keys: await loadKeys(share.secrets), regency, ...quickCases(sqlite) },
    ...{ cast: await castOf(db, until), people: await allStaff(db, until) },
  };
  const run = { world: worldOf(regency, share.banners), seed, until, numbers: share.numbers };
  if (share.mine === 0)
    for (const post of seenPosts(run, Math.round(count * POSTS), from))
      await seePost(stage, post, stage.cast('admin'));
  const all = arrivals(run.world, seed, count, from, until);
  const listed = sqlite.prepare('UPDATE clock_stages SET listed_on = ?');
  for (let first = share.mine * TOGETHER; first < all.length; first += share.threads * TOGETHER) {
    const ids: number[] = [];
    for (const life of livesOf(run, all.slice(first, first + TOGETHER), first))
      ids.push(...(await playLife(stage, life)).map(({ caseId }) => caseId));
    await tellDue(stage, ids, until);
    // No list of today has to tell what was due within a year.
    listed.run(regency.calendar.localDate(until));
    keepPlayed(sqlite);
    parentPort?.postMessage(ids.length);
  }
  sqlite.close();
}
