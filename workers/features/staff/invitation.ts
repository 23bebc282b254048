/**
 * One-time links with which a person sets a password: an invitation, or a renewal for somebody who forgot theirs. The
 * token is an HMAC of account and end, so no table or outbox row holds it and a mail can be written again as it was.
 */

import { DAY, HOUR } from '../../platform/clock.ts';
import { toHex } from '../../platform/ids.ts';
import type { Keys } from '../../privacy/keys.ts';
import { macBytes, sha256Hex } from '../../privacy/mac.ts';

/** How long links hold: those an admin hands over, and those that a stranger may ask for. */
export const INVITATION_LIFE = 7 * DAY;
export const RESET_LIFE = HOUR;

/** A link to a page that sets a password, and the digest by which it is found. */
export interface Invitation {
  token: string;
  /** SHA-256 of the token, kept in `staff.invitation`. */
  digest: string;
  /** Epoch ms. */
  until: number;
}

export async function invitationFor(keys: Keys, staffId: number, until: number): Promise<Invitation> {
  const token = toHex(await macBytes(keys, 'tokens', 'invitation', String(staffId), String(until)));
  return { token, digest: await sha256Hex(token), until };
}

/** Address of the page, e.g. "https://…/masuk/undangan/4f…". */
export function invitationLink(origin: string, token: string): string {
  return `${origin}/masuk/undangan/${token}`;
}
