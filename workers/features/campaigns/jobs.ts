/** The campaign's part of the counting queue, scans and the chains of placements and channels, and of the sweep. */
import { runFold } from '../../cases/fold.ts';
import { FOLD_HINT, type Parcel } from '../../messaging/parcel.ts';
import { sendHint } from '../../messaging/queues.ts';
import { now } from '../../platform/clock.ts';
import { commit, type Db, openDb } from '../../platform/db.ts';
import { groupsOf } from '../../platform/groups.ts';
import { errorName, log } from '../../platform/log.ts';
import { regencyAt } from '../../regency/snapshot.ts';
import { channelFold } from './chain/channel-fold.ts';
import { placementFold } from './chain/fold.ts';
import { ensurePlacements } from './register/placements.ts';
import { remindOfChecks } from './register/remind.ts';
import { countedAmong, planParcels } from './scans/count.ts';
import { forgetScans } from './scans/salts.ts';

/** Rounds of each fold in one sweep. */
const ROUNDS = 4;

/** Lines and visitors that are counted together: some 50 bytes each, and a parameter may have 2 MB. */
const MOST_TOGETHER = 10_000;

/** Each parcel counts once. @returns ids of those that are counted now */
export async function countParcels(db: Db, parcels: readonly Parcel[]): Promise<Set<string>> {
  if (parcels.length === 0) return new Set();
  const at = now();
  const { calendar } = await regencyAt(db, at);
  const ids = parcels.map(({ parcel }) => parcel);
  const before = await countedAmong(db, ids);
  const fresh = parcels.filter(({ parcel }) => !before.has(parcel));
  const outcomes = await commit(
    db,
    groupsOf(fresh, weightOf, MOST_TOGETHER).map((group) => planParcels(db, calendar, group, at)),
  );
  if (outcomes.every(({ ok }) => ok)) return new Set(ids);
  // One that another consumer has counted meanwhile must not hold up the others; nor may one whose answer was lost count
  // again. Each of these plans fails alone, on the lock of its parcel.
  for (const parcel of fresh) await commit(db, [planParcels(db, calendar, [parcel], at)]);
  return countedAmong(db, ids);
}

/** What a parcel weighs among those that are counted together: its visitors. */
const weightOf = (parcel: Parcel) =>
  parcel.scans.reduce((sum, { v }) => sum + Math.max(1, v?.length ?? 0), 0);

/** As far as one invocation goes; the queue goes on where there is more. @param rounds of each of both folds, at most */
export async function foldChains(env: Env, rounds: number): Promise<void> {
  const db = openDb(env.DB);
  const { calendar } = await regencyAt(db, now());
  const placements = await runFold(db, placementFold(db, calendar), rounds);
  const channels = await runFold(db, channelFold(db), rounds);
  if (placements.more || channels.more) await sendHint(env, 'counting', [FOLD_HINT]);
}

/**
 * Every minute: a placement for each place, salts destroyed in time, and what hints have left undone.
 * @param at epoch ms; never throws, so that nothing else of the sweep waits for a campaign
 */
export async function sweepCampaigns(env: Env, at: number): Promise<void> {
  const db = openDb(env.DB);
  await orNothing('campaigns_not_swept', async () => {
    const regency = await regencyAt(db, at);
    await forgetScans(db, regency.calendar, at);
    await ensurePlacements(db, regency, at);
    await foldChains(env, ROUNDS);
  });
  await orNothing('checks_not_told', async () => remindOfChecks(env, db, await regencyAt(db, at), at));
}

async function orNothing<T>(event: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    log('warn', { event, error: errorName(error) });
    return null;
  }
}
