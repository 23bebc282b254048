/**
 * The consumer that counts scans, folds cases into the chains of placements and channels, and goes on with the search index, and
 * the campaign's part of the sweep.
 */
import { runFold } from '../../cases/fold.ts';
import { FOLD_HINT, hintSchema, type Parcel, parcelSchema, SEARCH_HINT } from '../../messaging/parcel.ts';
import { sendHint } from '../../messaging/queues.ts';
import { now } from '../../platform/clock.ts';
import { commit, type Db, openDb } from '../../platform/db.ts';
import { groupsOf } from '../../platform/groups.ts';
import { errorName, log } from '../../platform/log.ts';
import { regencyAt } from '../../regency/snapshot.ts';
import { foldIndex } from '../search/queries.ts';
import { channelFold } from './chain/channel-fold.ts';
import { placementFold } from './chain/fold.ts';
import { ensurePlacements } from './register/placements.ts';
import { remindOfChecks } from './register/remind.ts';
import { countedAmong, planParcels } from './scans/count.ts';
import { forgetScans } from './scans/salts.ts';

/** Rounds of the fold in one invocation. With 100 parcels tried together and alone (some 350 statements) that is within 900. */
const ROUNDS = { consumer: 20, sweep: 4, index: 10 };

/** Lines and visitors that are counted together: some 50 bytes each, and a parameter may have 2 MB. */
const MOST_TOGETHER = 10_000;

/** Longest wait before a message is tried again, in seconds. */
const LONGEST = 900;

/** One batch of up to 100 messages: parcels of scans, each counted once, and hints that cases have changed. */
export async function consumeCounting(batch: MessageBatch<unknown>, env: Env): Promise<void> {
  const db = openDb(env.DB);
  const parcels = new Map<string, Parcel>();
  const read = batch.messages.map((message) => {
    const parcel = parcelSchema.safeParse(message.body).data;
    if (parcel) parcels.set(parcel.parcel, parcel);
    const hint = hintSchema.safeParse(message.body).data?.ids;
    return { message, parcel, hint };
  });
  const counted = await orNothing('parcels_not_counted', () => countParcels(db, [...parcels.values()]));
  const hinted = new Set(read.flatMap(({ hint }) => hint ?? []));
  const folded = hinted.has(FOLD_HINT)
    ? await orNothing('fold_failed', () => foldChains(db, ROUNDS.consumer))
    : 0;
  const indexed = hinted.has(SEARCH_HINT) ? await orNothing('index_failed', () => indexMore(env)) : false;
  for (const { message, parcel, hint } of read) {
    const done = parcel ? counted?.has(parcel.parcel) : hint && folded !== null && indexed !== null;
    if (done) message.ack();
    // A poisoned message is retried too: that leads it to the dead letters, where a person sees it.
    else message.retry({ delaySeconds: Math.min(LONGEST, 10 * 3 ** message.attempts) });
  }
}

/** A long way to go is gone in many invocations. @returns whether there is more */
async function indexMore(env: Env): Promise<boolean> {
  const more = await foldIndex(env, ROUNDS.index);
  if (more) await sendHint(env, 'counting', [SEARCH_HINT]);
  return more;
}

/** @returns ids of those that are counted now */
async function countParcels(db: Db, parcels: readonly Parcel[]): Promise<Set<string>> {
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

async function foldChains(db: Db, rounds: number): Promise<void> {
  const { calendar } = await regencyAt(db, now());
  await runFold(db, placementFold(db, calendar), rounds);
  await runFold(db, channelFold(db), rounds);
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
    await foldChains(db, ROUNDS.sweep);
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
