/** Keyed digests: blind index, PINs, idempotency, client fingerprints. */
import { toHex } from '../platform/ids.ts';
import type { Keys, Purpose } from './keys.ts';

const text = new TextEncoder();

/** HMAC-SHA-256 of the parts, which are length-separated so that no two lists collide. */
export async function macBytes(keys: Keys, purpose: Purpose, ...parts: string[]): Promise<Uint8Array> {
  const message = parts.map((part) => `${part.length}:${part}`).join('');
  return new Uint8Array(await crypto.subtle.sign('HMAC', keys.mac[purpose], text.encode(message)));
}

/** The same in hexadecimal, cut to 128 bits: long enough for an index, short enough for a row. */
export async function macHex(keys: Keys, purpose: Purpose, ...parts: string[]): Promise<string> {
  return toHex((await macBytes(keys, purpose, ...parts)).subarray(0, 16));
}

/** Compares without telling by its time where two strings differ. */
export function sameText(a: string, b: string): boolean {
  const left = text.encode(a);
  const right = text.encode(b);
  let difference = left.length ^ right.length;
  for (let i = 0; i < left.length; i++)
    difference |= (left[i] ?? 0) ^ (right[i % Math.max(1, right.length)] ?? 0);
  return difference === 0;
}

/** SHA-256 in hexadecimal. */
export async function sha256Hex(value: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', text.encode(value))));
}

/** HMAC with a row's own random salt: erasing text and salt leaves the digest without meaning. */
export async function saltedDigest(saltHex: string, value: string): Promise<string> {
  const key = await crypto.subtle.importKey(
    'raw',
    text.encode(saltHex),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', key, text.encode(value))));
}
