/** Identifiers and encodings. */

/**
 * A row id known before the insert: time-ordered and unique in practice (12 random bits a millisecond).
 * A collision violates the primary key, aborts the batch and is retried.
 * @param now epoch milliseconds, @returns an integer below 2^53
 */
export function newId(now: number): number {
  const random = crypto.getRandomValues(new Uint16Array(1))[0] ?? 0;
  return now * 4096 + (random & 4095);
}

/** An unguessable public id: 128 random bits in hexadecimal. */
export function newToken(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(16)));
}

/** A UUID, for idempotency keys. */
export function newKey(): string {
  return crypto.randomUUID();
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function toHex(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += HEX[byte];
  return out;
}

/** @param text an even number of hexadecimal digits */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

export function toBase64(bytes: Uint8Array): string {
  let raw = '';
  for (const byte of bytes) raw += String.fromCharCode(byte);
  return btoa(raw);
}

/** @throws on input that is not base64 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return bytes;
}
