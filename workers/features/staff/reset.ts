/** Links by mail. The outbox row holds no token: the mail is written from the account's row when it is sent. */
import { eq } from 'drizzle-orm';
import { deliveries } from '../../messaging/table.ts';
import { now } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import type { Keys } from '../../privacy/keys.ts';
import { normaliseEmail } from '../../privacy/mask.ts';
import { staff } from '../../regency/table.ts';
import { renewInvitation } from './accounts.ts';
import { RESET_LIFE } from './invitation.ts';

/** Only with ORIGIN: a link in a mail must never follow the Host that a stranger's request names. */
export function mailsLinks(env: Pick<Env, 'MAIL_WAY' | 'ORIGIN'>): boolean {
  return env.MAIL_WAY !== 'none' && env.ORIGIN !== '';
}

/** Puts the mail with the account's open link into the outbox. @returns the delivery's id, for the queue */
export async function mailLink(
  db: Db,
  staffId: number,
  until: number,
  template: 'staff-invitation' | 'staff-password-reset',
): Promise<string> {
  const id = `account:${until}:${template}:staff:${staffId}`;
  await db
    .insert(deliveries)
    .values({
      id,
      template,
      recipient: `staff:${staffId}`,
      values: '{}',
      status: 'pending',
      nextAt: now(),
      createdAt: now(),
    })
    .onConflictDoNothing();
  return id;
}

/**
 * Mails a link to somebody who forgot the password. While one is open there is no other, so nobody's mailbox is
 * flooded and an admin's link is not voided by a stranger.
 * @returns the delivery's id, or null when there is nothing to send; the page says the same either way
 */
export async function requestReset(db: Db, keys: Keys, email: string): Promise<string | null> {
  const [row] = await db
    .select()
    .from(staff)
    .where(eq(staff.email, normaliseEmail(email)));
  if (!row?.active || row.userId === null || (row.invitedUntil ?? 0) > now()) return null;
  const invitation = await renewInvitation(db, keys, row.id, RESET_LIFE, 'self');
  return mailLink(db, row.id, invitation.until, 'staff-password-reset');
}
