/**
 * Collects scans and openings in the isolate for at most half a second and sends them as one queue message: a message for
 * each scan would cost 40 % of the throughput (design.md, journey 4). What an isolate holds when it is killed is lost;
 * docs/campaigns.md states how much.
 */

import { MOST_SCANS, type Parcel } from '../../messaging/parcel.ts';
import { SECOND } from '../../platform/clock.ts';
import { newKey } from '../../platform/ids.ts';
import { errorName, log } from '../../platform/log.ts';
import { scansOf } from './visitors.ts';

/** What a request leaves behind. Only ever in memory: address and user agent are hashed before anything is sent. */
export interface Seen {
  /** Placement id. */
  p: number;
  /** Epoch ms. */
  at: number;
  k: 'scan' | 'open';
  /** cf-connecting-ip, '' when it is missing. */
  address: string;
  agent: string;
  /** Sec-Purpose, or the Purpose of older browsers: "prefetch", "preview". */
  purpose: string;
}

/** How long something waits for company, ms. */
const HOLD = 500;
/** After so long nobody is holding any more: the request whose timer it was has been ended. */
const GRACE = 2 * SECOND;
/** The queue is asked so often; the parcel stays the same, so one that did arrive counts once. */
const TRIES = 3;

/** What goes on after the answer. */
export type Waiting = Pick<ExecutionContext, 'waitUntil'>;

let waiting: Seen[] = [];
let heldUntil = 0;

/** Takes one in; the work behind it is done after the answer, in `waitUntil` of whoever holds the timer. */
export function collect(env: Env, context: Waiting, seen: Seen): void {
  waiting.push(seen);
  if (waiting.length >= MOST_SCANS) {
    context.waitUntil(send(env, take()));
    return;
  }
  const left = heldUntil - seen.at;
  if (left > 0 && left <= HOLD + GRACE) return;
  heldUntil = seen.at + HOLD + GRACE;
  context.waitUntil(hold(env));
}

async function hold(env: Env): Promise<void> {
  await pause(HOLD);
  heldUntil = 0;
  await send(env, take());
}

function take(): Seen[] {
  const taken = waiting;
  waiting = [];
  return taken;
}

/** Never throws: nobody waits for it. */
async function send(env: Env, seen: readonly Seen[]): Promise<void> {
  const scans = await scansOf(env, seen);
  if (scans.length === 0) return;
  const parcel: Parcel = { parcel: newKey(), scans };
  for (let attempt = 1; ; attempt++) {
    try {
      await env.COUNTING.sendBatch([{ body: parcel }]);
      return;
    } catch (error) {
      if (attempt < TRIES) await pause(HOLD * attempt);
      else {
        log('error', { event: 'scans_lost', count: scans.length, error: errorName(error) });
        return;
      }
    }
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
