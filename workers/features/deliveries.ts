/**
 * The consumer that sends notices. What is due stands in `deliveries`; addresses and words are read only now, so no
 * queue message and no outbox row ever holds personal data. A mail server has no transactions: `delivery-rows.ts` says
 * how a notice leaves at most once, whatever fails in between.
 */
import { bindingMail } from '../messaging/email.ts';
import { type SendMail, UNKNOWN } from '../messaging/mail.ts';
import { sendHint } from '../messaging/queues.ts';
import { smtpMail } from '../messaging/smtp.ts';
import type { deliveries } from '../messaging/table.ts';
import { HOUR, MINUTE, now } from '../platform/clock.ts';
import { type Db, openDb } from '../platform/db.ts';
import { errorName, log } from '../platform/log.ts';
import { AppError } from '../platform/problem.ts';
import { type Keys, loadKeys } from '../privacy/keys.ts';
import { Unreadable } from '../privacy/unreadable.ts';
import { type Regency, regencyAt } from '../regency/snapshot.ts';
import { expand, isDesk } from './delivery-desks.ts';
import { letterOf } from './delivery-letter.ts';
import {
  hand,
  hold,
  lease,
  note,
  pauseAfter,
  postpone,
  type Ready,
  readyOf,
  skip,
  wait,
} from './delivery-rows.ts';
import type { Hint } from './queue.ts';

export type Delivery = typeof deliveries.$inferSelect;

/** Everything a notice needs. */
export interface Post {
  env: Env;
  db: Db;
  keys: Keys;
  regency: Regency;
  now: number;
}

/** What one invocation may still do: a notice takes some 13 statements, 18 when D1 stumbles, of the 900. */
interface Budget {
  notices: number;
  /** Epoch ms; a slow server must not keep the invocation beyond its end. */
  until: number;
}

const budget = (): Budget => ({ notices: 42, until: now() + 4 * MINUTE });

export async function consumeDeliveries(batch: MessageBatch<Hint>, env: Env): Promise<void> {
  const left = budget();
  for (const message of batch.messages) {
    const ids = Array.isArray(message.body?.ids)
      ? message.body.ids.filter((id) => typeof id === 'string')
      : [];
    if (ids.length === 0) {
      message.retry();
      continue;
    }
    try {
      await sendDeliveries(env, ids, left);
      message.ack();
    } catch (error) {
      log('warn', { event: 'delivery_failed', count: ids.length, error: errorName(error) });
      message.retry({ delaySeconds: Math.min(300, 2 ** message.attempts) });
    }
  }
}

/**
 * Sends what is pending and due among these ids, as far as the invocation's budget goes; the rest is hinted again. A
 * failed one is tried again later by the sweep.
 * @throws when D1 failed on one of them, after all were tried
 */
export async function sendDeliveries(env: Env, ids: readonly string[], left = budget()): Promise<void> {
  if (ids.length === 0) return;
  const db = openDb(env.DB);
  const at = now();
  const post: Post = { env, db, keys: await loadKeys(env), regency: await regencyAt(db, at), now: at };
  const ready = await readyOf(db, ids, at);
  const waiting = ready.filter((one) => !mayLeave(post.regency, one, at));
  if (waiting.length > 0) {
    const opening = post.regency.calendar.nextOfficeTime(at);
    await wait(db, idsOf(waiting), at, opening);
  }
  const open = ready.filter((one) => !waiting.includes(one));
  let failure: unknown = null;
  for (const [done, one] of open.entries()) {
    if (left.notices <= 0 || now() >= left.until) {
      await sendHint(env, 'delivery', idsOf(open.slice(done)));
      break;
    }
    left.notices--;
    try {
      await sendOne({ ...post, now: now() }, one, left);
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure) throw failure;
}

const idsOf = (rows: readonly Ready[]) => rows.map(({ id }) => id);

/** Nothing outside office hours but mendesak (domain.md section 3), and what somebody is waiting for at this moment. */
function mayLeave(regency: Regency, one: Ready, at: number): boolean {
  return (
    one.urgent || regency.templates.get(one.template)?.anytime === true || regency.calendar.isOfficeTime(at)
  );
}

function nextTry({ regency }: Post, one: Ready): number {
  const at = now() + pauseAfter(one.attempts);
  return mayLeave(regency, one, at) ? at : regency.calendar.nextOfficeTime(at);
}

async function sendOne(post: Post, ready: Ready, left: Budget): Promise<void> {
  const one = await lease(post.db, ready, post.now);
  if (!one) return;
  let handedAt = 0;
  try {
    if (isDesk(one)) return await sendDeliveries(post.env, await expand(post, one), left);
    const letter = await letterOf(post, one);
    if (typeof letter === 'string') return await skip(post.db, one, letter);
    const send = wayOut(post.env);
    handedAt = now();
    if (!(await hand(post.db, one, handedAt))) return;
    const outcome = await send(letter).catch(() => ({ kind: 'uncertain', reason: UNKNOWN }) as const);
    await note(post.db, one, handedAt, outcome, now(), nextTry(post, one));
  } catch (error) {
    // An invitation that is no longer good will not become so.
    if (error instanceof AppError && error.kind === 'not_found')
      return skip(post.db, one, 'Tautan sudah tidak berlaku');
    // Nothing leaves with a hole in it: once the key is back it goes out by itself.
    if (error instanceof Unreadable) return hold(post.db, one, now() + HOUR);
    await postpone(post.db, one, nextTry(post, one), `gangguan pada Kanal (${errorName(error)})`);
  }
}

function wayOut(env: Env): SendMail {
  return env.MAIL_WAY === 'binding' ? bindingMail(env.EMAIL) : smtpMail(env.SMTP_URL ?? '');
}
