/**
 * Random but valid lives of cases on real D1: what a reporter, the desk, the offices, the router and the clocks do to
 * them, by the real verbs. The same seed gives the same lives; ids, codes and sealed texts aside.
 */
import { env } from 'cloudflare:workers';
import { livesOf } from '../../shared/demo/lives/life.ts';
import { arrivals } from '../../shared/demo/lives/rhythm.ts';
import { type Banners, worldOf } from '../../shared/demo/lives/world.ts';
import { loadCase } from '../../workers/cases/load.ts';
import { runVerb } from '../../workers/cases/run.ts';
import { castOf, ensurePeople } from '../../workers/local/lives/people.ts';
import { type Played, playLife, type Stage } from '../../workers/local/lives/play.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { allStaff } from '../../workers/regency/staff.ts';

/** Where lives are played: a loaded regency, with everybody they need. */
export async function openStage(from: number, until: number): Promise<Stage> {
  const db = openDb(env.DB);
  const regency = await regencyAt(db, until);
  await ensurePeople(db, regency, from, until);
  return {
    ...{ db, keys: await loadKeys(env), regency, load: loadCase, run: runVerb },
    ...{ cast: await castOf(db, until), people: await allStaff(db, until) },
  };
}

/**
 * Plays so many lives that begin between `from` and `until` (epoch ms); what would happen after `until` does not.
 * @param seed for fast-check: `fc.integer()`
 * @param banners codes of placements by area, for those who scan one
 */
export async function playLives(
  stage: Stage,
  { seed, count, from, until, banners = new Map() }: LivesWanted,
): Promise<Played[]> {
  const world = worldOf(stage.regency, banners);
  const run = { world, seed, until, numbers: 10_000_000 };
  const played: Played[] = [];
  for (const life of livesOf(run, arrivals(world, seed, count, from, until)))
    played.push(...(await playLife(stage, life)));
  return played;
}

export interface LivesWanted {
  seed: number;
  count: number;
  from: number;
  until: number;
  banners?: Banners;
}
