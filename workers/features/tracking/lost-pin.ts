/** Asking for a new PIN by e-mail (domain.md section 2). The mail's link is made when it is sent (pin-link.ts). */
import { eq, sql } from 'drizzle-orm';
import { blindIndex } from '../../cases/contact.ts';
import { cases, contacts } from '../../cases/table.ts';
import { deliveries } from '../../messaging/table.ts';
import { MINUTE } from '../../platform/clock.ts';
import { constraintOf, type Db } from '../../platform/db.ts';
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
 * @param now epoch ms
 * @returns the delivery's id for the queue, or null when there is nothing to send; the page says the same either way
 */
export async function requestPin(
  db: Db,
  keys: Keys,
  code: string,
  email: string,
  now: number,
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
  if (last && last.until > now) return null;
  // The time in place of an entry's number: no entry belongs to this mail. Two at once are one id, and one aborts.
  const id = `${row.caseId}:${Math.floor(now / PAUSE) * PAUSE}:pin-reset:reporter`;
  const until = now + PAUSE;
  try {
    await db.batch([
      db
        .insert(counters)
        .values({ key, count: 1, until, at: now })
        .onConflictDoUpdate({
          target: counters.key,
          set: { count: sql`${counters.count} + 1`, until, at: now },
        }),
      db.insert(deliveries).values({
        id,
        caseId: row.caseId,
        template: 'pin-reset',
        recipient: 'reporter',
        values: '{}',
        status: 'pending',
        nextAt: now,
        createdAt: now,
      }),
    ]);
  } catch (error) {
    if (constraintOf(error)?.startsWith('deliveries')) return null;
    throw error;
  }
  return id;
}
