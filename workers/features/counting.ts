/** The consumer of the counting queue: parcels of scans, and hints that folds have something to take up. */
import {
  FIGURES_HINT,
  FOLD_HINT,
  hintSchema,
  type Parcel,
  parcelSchema,
  SEARCH_HINT,
} from '../messaging/parcel.ts';
import { sendHint } from '../messaging/queues.ts';
import { openDb } from '../platform/db.ts';
import { errorName, log } from '../platform/log.ts';
import { countParcels, foldChains } from './campaigns/jobs.ts';
import { countFigures } from './evaluation/figures/jobs.ts';
import { foldIndex } from './search/queries.ts';

/** Rounds of each fold in one invocation. With 100 parcels tried together and alone (some 350 statements) that is within 900. */
const ROUNDS = { chains: 20, index: 10, figures: 8 };

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
  const counted = await succeeded('parcels_not_counted', () => countParcels(db, [...parcels.values()]));
  const hinted = new Set(read.flatMap(({ hint }) => hint ?? []));
  const failed = new Set<string>();
  for (const [hint, fold] of [
    [FOLD_HINT, () => foldChains(env, ROUNDS.chains)],
    [SEARCH_HINT, () => indexMore(env)],
    [FIGURES_HINT, () => countFigures(env, ROUNDS.figures)],
  ] as const)
    if (hinted.has(hint) && (await succeeded('fold_failed', fold, hint)) === null) failed.add(hint);
  for (const { message, parcel, hint } of read) {
    const done = parcel ? counted?.has(parcel.parcel) : hint?.every((one) => !failed.has(one));
    if (done) message.ack();
    // A poisoned message is retried too: that leads it to the dead letters, where a person sees it.
    else message.retry({ delaySeconds: Math.min(LONGEST, 10 * 3 ** message.attempts) });
  }
}

/** A long way to go is gone in many invocations. */
async function indexMore(env: Env): Promise<void> {
  if (await foldIndex(env, ROUNDS.index)) await sendHint(env, 'counting', [SEARCH_HINT]);
}

/** @returns null when it failed, which is logged */
async function succeeded<T>(event: string, work: () => Promise<T>, kind?: string): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    log('warn', { event, ...(kind && { kind }), error: errorName(error) });
    return null;
  }
}
