/**
 * Collects scans and openings for at most half a second and sends them as one queue message: a message for each scan
 * would cost 40 % of the throughput (design.md, journey 4). What an isolate holds when it is killed is lost;
 * docs/campaigns.md states how much.
 */

import { MOST_SCANS, type Parcel } from '../../../messaging/parcel.ts';
import { pause } from '../../../platform/clock.ts';
import { gatherer } from '../../../platform/gather.ts';
import { newKey } from '../../../platform/ids.ts';
import { errorName, log } from '../../../platform/log.ts';
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

const HOLD = 500;
/** The queue is asked so often; the parcel stays the same, so one that did arrive counts once. */
const TRIES = 3;

export const collect = gatherer<Seen>({ hold: HOLD, most: MOST_SCANS, send });

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
