/** What every route shares: the app's environment, the context of a verb, and who the client is. */
import type { Context } from 'hono';
import type { Staff } from '../../shared/permissions/people.ts';
import type { Actor, Ctx } from '../cases/context.ts';
import { checkKeys } from '../cases/key-check.ts';
import { requestKey } from '../cases/run.ts';
import { hintSoon, sendHint } from '../messaging/queues.ts';
import { householdOf } from '../platform/address.ts';
import { now } from '../platform/clock.ts';
import { type Db, openDb } from '../platform/db.ts';
import { AppError } from '../platform/problem.ts';
import { type Keys, loadKeys } from '../privacy/keys.ts';
import { type Regency, regencyAt } from '../regency/snapshot.ts';

/** The signed-in person. */
export interface SignedIn extends Staff {
  name: string;
  email: string;
}

export interface AppEnv {
  Bindings: Env;
  Variables: {
    db: Db;
    keys: Keys;
    regency: Regency;
    /** Set on the desk's routes. */
    signedIn: SignedIn;
  };
}

export type AppContext = Context<AppEnv>;

/** Loads keys and settings once for each request; the first middleware of every route that needs them. */
export async function prepare(c: AppContext): Promise<void> {
  const db = openDb(c.env.DB);
  c.set('db', db);
  const keys = await loadKeys(c.env);
  c.set('keys', keys);
  const [regency] = await Promise.all([regencyAt(db, now()), checkKeys(db, keys)]);
  c.set('regency', regency);
}

interface CtxOptions {
  actor: Actor;
  staff?: Staff;
  reporterOf?: string;
  /** The client's Idempotency-Key with what it covers. */
  key?: { key: string; scope: string; body: unknown };
}

/** The context of a verb for this request. */
export async function ctxOf(c: AppContext, options: CtxOptions): Promise<Ctx> {
  const { db, keys, regency } = c.var;
  return {
    db,
    keys,
    regency,
    now: now(),
    actor: options.actor,
    staff: options.staff ?? null,
    reporterOf: options.reporterOf ?? null,
    request: options.key
      ? await requestKey(keys, options.key.key, options.key.scope, options.key.body)
      : null,
    hint: (queue, ids) => hintSoon(c.env, c.executionCtx, now(), { queue, ids }),
  };
}

/** The context of a job: nobody signed in, no request. @param actor as the history keeps it, e.g. "job:clock" */
export async function jobContext(env: Env, actor: Actor): Promise<Ctx> {
  const db = openDb(env.DB);
  const at = now();
  const keys = await loadKeys(env);
  const [regency] = await Promise.all([regencyAt(db, at), checkKeys(db, keys)]);
  return {
    db,
    keys,
    regency,
    now: at,
    actor,
    staff: null,
    reporterOf: null,
    request: null,
    hint: (queue, ids) => void sendHint(env, queue, ids),
  };
}

/** Address of the client; only ever used as input of an HMAC. IPv6 counts by its /64, which one household shares. */
export function clientOf(c: AppContext): string {
  return householdOf(c.req.header('cf-connecting-ip') ?? '');
}

/** Public address of this Kanal, for links. */
export function originOf(c: AppContext): string {
  return c.env.ORIGIN || new URL(c.req.url).origin;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** @throws AppError invalid when the key is missing or no UUID */
export function requireKey(key: string | undefined): string {
  if (!key || !UUID.test(key)) throw new AppError('invalid', { detail: 'key_missing' });
  return key;
}
