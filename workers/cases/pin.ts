/**
 * Code + PIN is how a reporter without an account proves to be the reporter. The PIN is never stored: it is the HMAC of
 * code and version, so a repeated submission can repeat the receipt and a leaked database opens nothing.
 */
import { eq } from 'drizzle-orm';
import { pinFromMac } from '../../shared/code.ts';
import { networkOf } from '../platform/address.ts';
import type { Db } from '../platform/db.ts';
import { AppError } from '../platform/problem.ts';
import { CLIENT_PATIENCE, claimTry, clearTries, mayTry, patienceFor } from '../platform/tries.ts';
import type { Keys } from '../privacy/keys.ts';
import { macBytes, macHex, sameText } from '../privacy/mac.ts';
import { cases } from './table.ts';

/** @returns six digits */
export async function pinOf(keys: Keys, code: string, version: number): Promise<string> {
  return pinFromMac(await macBytes(keys, 'pin', code, String(version)));
}

/**
 * Checks a PIN. Wrong ones cost a delay that grows for each code × client; the code alone never locks, so nobody can
 * shut a reporter out. An unknown code answers exactly like a wrong PIN. A try is counted before it is judged, so guesses sent at once all count.
 * @param client address of the client; only its HMAC is kept
 * @throws AppError not_found (wrong_pin) or too_many with the seconds to wait
 */
export async function checkPin(
  db: Db,
  keys: Keys,
  now: number,
  code: string,
  pin: string,
  client: string,
): Promise<void> {
  const key = `pin:${await macHex(keys, 'client', code, client)}`;
  const network = networkOf(client);
  const wideKey = network && `pin:${await macHex(keys, 'client', code, 'network', network)}`;
  // Whoever rents a whole IPv6 network is not as many clients as it has households.
  if (wideKey) await mayTry(db, wideKey, now, await claimTry(db, wideKey, now, CLIENT_PATIENCE), 'pin_wait');
  const [claimed, rows] = await db.batch([
    claimTry(db, key, now, patienceFor(client)),
    db.select({ version: cases.pinVersion }).from(cases).where(eq(cases.code, code)),
  ]);
  await mayTry(db, key, now, claimed, 'pin_wait');
  const expected = await pinOf(keys, code, rows[0]?.version ?? 0);
  if (!rows[0] || !sameText(expected, pin)) throw new AppError('not_found', { detail: 'wrong_pin' });
  await clearTries(db, key, ...(wideKey ? [wideKey] : []));
}
