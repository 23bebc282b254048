/** Who writes into the log, out of a request. */
import { now } from '../../platform/clock.ts';
import type { AppContext } from '../http.ts';
import type { Scribe } from './log.ts';

export function scribeOf(c: AppContext): Scribe {
  const { db, keys, regency, signedIn, actor } = c.var;
  return { db, keys, regency, person: signedIn, actor, now: now() };
}
