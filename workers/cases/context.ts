/** What a verb gets to know about its surroundings. Ids and time come from here, so a plan is otherwise pure. */
import type { Staff } from '../../shared/permissions/people.ts';
import type { QueueName } from '../messaging/queues.ts';
import type { Db } from '../platform/db.ts';
import type { Keys } from '../privacy/keys.ts';
import type { Regency } from '../regency/snapshot.ts';

/** Who acts, as the history keeps it: "public", "reporter", "staff:12", "key:3", "job:routing". */
export type Actor = 'public' | 'reporter' | `staff:${number}` | `key:${number}` | `job:${string}`;

export interface Ctx {
  db: Db;
  keys: Keys;
  regency: Regency;
  /** Epoch ms. */
  now: number;
  actor: Actor;
  /** The signed-in person, or the account a desk key acts for. */
  staff: Staff | null;
  /** Id of the absent colleague in whose name the person acts; the history tells it. */
  onBehalfOf?: number | null;
  /** Code of the case whose reporter acts (proved by PIN). */
  reporterOf: string | null;
  /** The request's Idempotency-Key, so that a repeated request gives the same answer. */
  request: RequestKey | null;
  /** Number of the bulk action this is a part of; the history tells it. */
  bulk?: number | null;
  /** What verbs read that is the same for every case, where one context serves many. */
  shared?: Map<string, Promise<unknown>>;
  /** Tells a queue that there is work. Only a hint: what is lost here is found by the sweep. */
  hint: (queue: QueueName, ids: (number | string)[]) => void;
}

export interface RequestKey {
  /** HMAC of the client's key. */
  key: string;
  /** HMAC(key, canonical body). */
  digest: string;
}

/** Reads once what is the same for all cases of a context. @param name what it is, in this program */
export function readOnce<T>(ctx: Pick<Ctx, 'shared'>, name: string, read: () => Promise<T>): Promise<T> {
  const known = ctx.shared?.get(name) as Promise<T> | undefined;
  const reading = known ?? read();
  ctx.shared?.set(name, reading);
  return reading;
}
