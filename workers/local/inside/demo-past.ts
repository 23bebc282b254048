/** What the last quarters of the demo lead to: releases, evidence, and the next meeting with its figures. */
import type { Doer } from '../../features/doer.ts';
import { countUp } from '../../features/evaluation/figures/jobs.ts';
import { now } from '../../platform/clock.ts';
import { openDb } from '../../platform/db.ts';
import { loadKeys } from '../../privacy/keys.ts';
import { regencyAt } from '../../regency/snapshot.ts';
import { demoCast } from './accounts.ts';
import { allThere, beganAt } from './demo-began.ts';
import { publishPast } from './demo-releases.ts';
import { collectEvidence } from './evaluation/evidence.ts';
import { planNext } from './evaluation/next-meeting.ts';

/** More than the lives of the demo need. */
const ROUNDS = 100;

/** Every part may be repeated, so that a start that was cut off is finished by the next one. */
export async function finishDemo(env: Env): Promise<void> {
  const db = openDb(env.DB);
  const regency = await regencyAt(db, now());
  await countUp(db, regency.calendar, ROUNDS);
  const cast = await demoCast(db);
  const kanal = { db, regency, keys: await loadKeys(env), now: (await beganAt(db)) ?? now() };
  const admin: Doer = { ...kanal, by: `staff:${cast('admin').id}` };
  await publishPast({ ...kanal, by: 'job:demo' });
  await planNext(admin);
  await collectEvidence(env, admin);
  await allThere(db);
}
