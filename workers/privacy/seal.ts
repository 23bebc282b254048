/**
 * Encryption by field: AES-256-GCM with a random nonce; the key id stands in front, and table, column and row
 * are authenticated, so that a value cannot be moved to another place.
 * Form: "<key id>.<base64(nonce 12 bytes + ciphertext + tag)>".
 */
import { fromBase64, toBase64 } from '../platform/ids.ts';
import { type Keys, sealingKey } from './keys.ts';
import { Unreadable } from './unreadable.ts';

/** Where a sealed value lives, e.g. {table: 'contacts', column: 'email', row: 12}. */
export interface Place {
  table: string;
  column: string;
  row: string | number;
}

export type Sealed = string;

const encoder = new TextEncoder();

/**
 * @returns the sealed value, or null for null and undefined
 * @throws AppError unavailable when the key is known not to be the one its id stands for
 */
export async function seal(
  keys: Keys,
  place: Place,
  value: string | null | undefined,
): Promise<Sealed | null> {
  if (value === null || value === undefined) return null;
  const key = sealingKey(keys);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: aad(place) },
      key,
      encoder.encode(value),
    ),
  );
  const bytes = new Uint8Array(iv.length + sealed.length);
  bytes.set(iv);
  bytes.set(sealed, iv.length);
  return `${keys.current}.${toBase64(bytes)}`;
}

/**
 * @returns the plain value, or null for null
 * @throws Unreadable when the key is missing or the value was altered or moved; the value is not in the message
 */
export async function open(keys: Keys, place: Place, sealed: Sealed | null): Promise<string | null> {
  if (sealed === null) return null;
  const id = keyIdOf(sealed);
  const key = keys.fields.get(id);
  if (!key) throw new Unreadable(place, id, 'missing');
  try {
    const bytes = fromBase64(sealed.slice(id.length + 1));
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytes.subarray(0, 12), additionalData: aad(place) },
      key,
      bytes.subarray(12),
    );
    return new TextDecoder().decode(plain);
  } catch {
    throw new Unreadable(place, id, 'refused');
  }
}

/** Id of the key that a value was sealed with; '' when it has no such form. */
export function keyIdOf(sealed: Sealed): string {
  return sealed.slice(0, Math.max(0, sealed.indexOf('.')));
}

/** For pages: what cannot be opened is said in its place, and never looks like what somebody wrote. */
export async function openShown(keys: Keys, place: Place, sealed: Sealed | null): Promise<string | null> {
  try {
    return await open(keys, place, sealed);
  } catch (error) {
    if (error instanceof Unreadable) return error.shown;
    throw error;
  }
}

function aad(place: Place) {
  return encoder.encode(`${place.table}\u0000${place.column}\u0000${place.row}`);
}

/** Whether a value can be opened now; what cannot was shown to nobody, and nobody means to replace it. */
export async function canOpen(keys: Keys, place: Place, sealed: Sealed | null): Promise<boolean> {
  try {
    await open(keys, place, sealed);
    return true;
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

/**
 * The same for a file: one byte with the length of the key id, the key id, the nonce, then ciphertext and tag.
 * A photo can show a face or a house, so files are sealed like names.
 */
export async function sealBytes(keys: Keys, place: Place, bytes: BufferSource): Promise<Uint8Array> {
  const key = sealingKey(keys);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: aad(place) }, key, bytes),
  );
  const id = encoder.encode(keys.current);
  const out = new Uint8Array(1 + id.length + iv.length + sealed.length);
  out[0] = id.length;
  out.set(id, 1);
  out.set(iv, 1 + id.length);
  out.set(sealed, 1 + id.length + iv.length);
  return out;
}

/** @throws Unreadable when the key is missing or the file was altered or moved */
export async function openBytes(
  keys: Keys,
  place: Place,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const id = keyIdOfBytes(sealed);
  const start = 1 + (sealed[0] ?? 0);
  const key = keys.fields.get(id);
  if (!key) throw new Unreadable(place, id, 'missing');
  try {
    const iv = sealed.subarray(start, start + 12);
    const cipher = { name: 'AES-GCM', iv, additionalData: aad(place) };
    return new Uint8Array(await crypto.subtle.decrypt(cipher, key, sealed.subarray(start + 12)));
  } catch {
    throw new Unreadable(place, id, 'refused');
  }
}

/** Id of the key that a file was sealed with. @param start its first bytes: 1 + the length of any key id are enough */
export function keyIdOfBytes(start: Uint8Array): string {
  return new TextDecoder().decode(start.subarray(1, 1 + (start[0] ?? 0)));
}
