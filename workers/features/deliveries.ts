/**
 * The consumer that sends notices. What is due stands in `deliveries`; addresses and words are read only now, so no
 * queue message and no outbox row ever holds personal data. Each notice is leased before it is sent, so two consumers
 * never send the same one.
 */
import { and, eq, lte, sql } from 'drizzle-orm';
import { isAccused } from '../../shared/permissions/index.ts';
import { allStaff } from '../cases/accused.ts';
import { caseAccused } from '../cases/table.ts';
import { bindingMail } from '../messaging/email.ts';
import type { SendMail } from '../messaging/mail.ts';
import { smtpMail } from '../messaging/smtp.ts';
import { deliveries } from '../messaging/table.ts';
import { MINUTE, now } from '../platform/clock.ts';
import { type Db, openDb } from '../platform/db.ts';
import { errorName, log } from '../platform/log.ts';
import { AppError } from '../platform/problem.ts';
import { type Keys, loadKeys } from '../privacy/keys.ts';
import { type Regency, regencyAt } from '../regency/snapshot.ts';
import { objection } from './notice-rights.ts';
import { addressOf, render } from './notices.ts';
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

const MAX_ATTEMPTS = 12;
const LEASE = 2 * MINUTE;

export async function consumeDeliveries(batch: MessageBatch<Hint>, env: Env): Promise<void> {
  for (const message of batch.messages) {
    const ids = Array.isArray(message.body?.ids)
      ? message.body.ids.filter((id) => typeof id === 'string')
      : [];
    if (ids.length === 0) {
      message.retry();
      continue;
    }
    try {
      await sendDeliveries(env, ids);
      message.ack();
    } catch (error) {
      log('warn', { event: 'delivery_failed', count: ids.length, error: errorName(error) });
      message.retry({ delaySeconds: Math.min(300, 2 ** message.attempts) });
    }
  }
}

/** Sends what is pending and due among these ids. A failed one is tried again later by the sweep. */
export async function sendDeliveries(env: Env, ids: readonly string[]): Promise<void> {
  const db = openDb(env.DB);
  const at = now();
  const post: Post = { env, db, keys: await loadKeys(env), regency: await regencyAt(db, at), now: at };
  const leased = await db
    .update(deliveries)
    .set({ attempts: sql`${deliveries.attempts} + 1`, nextAt: at + LEASE })
    .where(
      and(
        sql`${deliveries.id} in (select value from json_each(${JSON.stringify(ids)}))`,
        eq(deliveries.status, 'pending'),
        lte(deliveries.nextAt, at),
      ),
    )
    .returning();
  for (const delivery of leased) {
    try {
      await deliver(post, delivery);
    } catch (error) {
      // An invitation that is no longer good will not become so.
      if (error instanceof AppError && error.kind === 'not_found')
        await finish(db, delivery, 'skipped', at, 'Tautan sudah tidak berlaku');
      else await postpone(db, delivery, at, errorName(error));
    }
  }
}

async function deliver(post: Post, delivery: Delivery): Promise<void> {
  if (delivery.recipient.startsWith('office:') || delivery.recipient.startsWith('holder:'))
    return expand(post, delivery);
  const problem = await objection(post.db, delivery);
  if (problem) return finish(post.db, delivery, 'skipped', post.now, problem);
  const send = wayOut(post.env);
  if (!send) return finish(post.db, delivery, 'skipped', post.now, 'Kanal surat elektronik belum dinyalakan');
  const to = await addressOf(post, delivery);
  if (!to) return finish(post.db, delivery, 'skipped', post.now, 'Tidak ada alamat');
  const { subject, text } = await render(post, delivery);
  await send({ from: post.env.MAIL_FROM, to, subject, text });
  await finish(post.db, delivery, 'sent', post.now, null);
}

/** A notice to a desk becomes one for each of its people; nobody accused is among them. */
async function expand(post: Post, delivery: Delivery): Promise<void> {
  const accused =
    delivery.caseId === null
      ? []
      : (await post.db.select().from(caseAccused).where(eq(caseAccused.caseId, delivery.caseId))).map(
          (a) => a.subject,
        );
  const [kind = '', target = ''] = delivery.recipient.split(':');
  const people = (await allStaff(post.db)).filter((person) => {
    if (isAccused(person, accused)) return false;
    if (kind === 'office') return person.roles.includes('liaison') && person.offices.includes(target);
    return person.roles.some((role) => `@${role}` === target);
  });
  const prefix = delivery.id.slice(0, delivery.id.length - delivery.recipient.length);
  await post.db.batch([
    finishStatement(
      post.db,
      delivery,
      'sent',
      post.now,
      people.length === 0 ? 'Belum ada petugas' : 'Diteruskan ke petugas',
    ),
    ...people.map((person) =>
      post.db
        .insert(deliveries)
        .values({
          id: `${prefix}staff:${person.id}`,
          caseId: delivery.caseId,
          template: delivery.template,
          recipient: `staff:${person.id}`,
          values: delivery.values,
          status: 'pending',
          nextAt: post.now,
          createdAt: post.now,
        })
        .onConflictDoNothing(),
    ),
  ]);
  if (people.length > 0)
    await sendDeliveries(
      post.env,
      people.map((person) => `${prefix}staff:${person.id}`),
    );
}

function wayOut(env: Env): SendMail | null {
  if (env.MAIL_WAY === 'binding') return bindingMail(env.EMAIL);
  return env.MAIL_WAY === 'smtp' && env.SMTP_URL ? smtpMail(env.SMTP_URL) : null;
}

function finishStatement(
  db: Db,
  delivery: Delivery,
  status: 'sent' | 'skipped' | 'failed',
  at: number,
  reason: string | null,
) {
  return db
    .update(deliveries)
    .set({ status, reason, sentAt: status === 'sent' ? at : null })
    .where(eq(deliveries.id, delivery.id));
}

async function finish(
  db: Db,
  delivery: Delivery,
  status: 'sent' | 'skipped' | 'failed',
  at: number,
  reason: string | null,
) {
  await finishStatement(db, delivery, status, at, reason);
}

/** Later and later, half a day in all; then it stands as failed with its reason. */
async function postpone(db: Db, delivery: Delivery, at: number, error: string): Promise<void> {
  if (delivery.attempts >= MAX_ATTEMPTS)
    return finish(db, delivery, 'failed', at, `Gagal terkirim: ${error}`);
  await db
    .update(deliveries)
    .set({ nextAt: at + Math.min(90, 2 ** delivery.attempts) * MINUTE, reason: `Dicoba lagi: ${error}` })
    .where(and(eq(deliveries.id, delivery.id), eq(deliveries.status, 'pending')));
}
