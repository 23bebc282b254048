/** Asking for a new PIN by e-mail (domain.md section 2). The mail's link is made when it is sent (pin-link.ts). */
import { eq, sql } from 'drizzle-orm';
import { blindIndex } from '../../cases/contact.ts';
import { cases, contacts } from '../../cases/table.ts';
import { sendHint } from '../../messaging/queues.ts';
import { deliveries } from '../../messaging/table.ts';
import { MINUTE, now } from '../../platform/clock.ts';
import { constraintOf, type Db } from '../../platform/db.ts';
import { errorName, log } from '../../platform/log.ts';
import { counters } from '../../platform/table.ts';
import type { Keys } from '../../privacy/keys.ts';
import { macHex, sameText } from '../../privacy/mac.ts';

const PAUSE = 10 * MINUTE;

/** Only with ORIGIN: a link in a mail must never follow the Host that a stranger's request names. */
export function mailsPins(env: Pick<Env, 'MAIL_WAY' | 'ORIGIN'>): boolean {
  return env.MAIL_WAY !== 'none' && env.ORIGIN !== '';
}

/**
 * Puts the mail into the outbox, at most once in ten minutes for each case. Only requests with the right address count,
 * so nobody can keep the reporter from asking.
 * @param code in its written form
 * @param at epoch ms
 * @returns the delivery's id for the queue, or null when there is nothing to send; the page says the same either way
 */
export async function requestPin(
  db: Db,
  keys: Keys,
  code: string,
  email: string,
  at: number,
): Promise<string | null> {
  const key = `pin-mail:${await macHex(keys, 'client', 'pin-mail', code)}`;
  const [[row], [last]] = await db.batch([
    db
      .select({ caseId: cases.id, index: contacts.emailIndex })
      .from(cases)
      .innerJoin(contacts, eq(contacts.caseId, cases.id))
      .where(eq(cases.code, code)),
    db.select({ until: counters.until }).from(counters).where(eq(counters.key, key)),
  ]);
  if (!row?.index || !sameText(row.index, await blindIndex(keys, 'email', email))) return null;
  if (last && last.until > at) return null;
  // The time in place of an entry's number: no entry belongs to this mail. Two at once are one id, and one aborts.
  const id = `${row.caseId}:${Math.floor(at / PAUSE) * PAUSE}:pin-reset:reporter`;
  const until = at + PAUSE;
  try {
    await db.batch([
      db
        .insert(counters)
        .values({ key, count: 1, until, at })
        .onConflictDoUpdate({
          target: counters.key,
          set: { count: sql`${counters.count} + 1`, until, at },
        }),
      db.insert(deliveries).values({
        id,
        caseId: row.caseId,
        template: 'pin-reset',
        recipient: 'reporter',
        values: '{}',
        status: 'pending',
        nextAt: at,
        createdAt: at,
      }),
    ]);
  } catch (error) {
    if (constraintOf(error)?.startsWith('deliveries')) return null;
    throw error;
  }
  return id;
}

/** Requests it and tells the queue; for after the answer, so it never fails. */
export async function mailPin(env: Env, db: Db, keys: Keys, code: string, email: string): Promise<void> {
  try {
    const id = await requestPin(db, keys, code, email, now());
    if (id) await sendHint(env, 'delivery', [id]);
  } catch (error) {
    log('error', { event: 'pin_mail_failed', error: errorName(error) });
  }
}
