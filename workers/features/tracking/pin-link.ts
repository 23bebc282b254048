/**
 * The link in the mail that renews a lost PIN (domain.md section 2). Its token proves that the reader of the mailbox
 * asked; it names the PIN version it replaces, so it works once, and it expires after an hour.
 */
import { HOUR } from '../../platform/clock.ts';
import type { Keys } from '../../privacy/keys.ts';
import { macHex, sameText } from '../../privacy/mac.ts';

const VALID = HOUR;

/** @param now epoch ms; @returns an absolute address under `origin` */
export async function pinLink(
  keys: Keys,
  origin: string,
  code: string,
  pinVersion: number,
  now: number,
): Promise<string> {
  const until = now + VALID;
  const token = await tokenOf(keys, code, pinVersion, until);
  return `${origin}/lacak/pin/${code}/${until}-${token}`;
}

/** Does the last part of such a link still count for the case's present PIN version? */
export async function pinLinkHolds(
  keys: Keys,
  code: string,
  pinVersion: number,
  part: string,
  now: number,
): Promise<boolean> {
  const [until = '', token = ''] = part.split('-');
  if (!/^\d+$/.test(until) || Number(until) < now || Number(until) > now + VALID) return false;
  return sameText(await tokenOf(keys, code, pinVersion, Number(until)), token);
}

function tokenOf(keys: Keys, code: string, pinVersion: number, until: number): Promise<string> {
  return macHex(keys, 'tokens', 'renew-pin', code, String(pinVersion), String(until));
}
