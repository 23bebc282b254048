/** Digests of many short texts at once: the visitors of a campaign. */
import siphash from 'siphash';

/** 64 bits in hexadecimal, of a text. */
export type ShortDigest = (value: string) => string;

/**
 * SipHash-2-4 under a key of 128 bits, for many short texts: not collision-resistant for whoever has the key, and a
 * quarter of what SHA-256 costs.
 * @param keyHex 32 hexadecimal digits
 */
export function shortDigest(keyHex: string): ShortDigest {
  const key = Uint32Array.from(keyHex.match(/.{8}/g) ?? [], (word) => Number.parseInt(word, 16));
  return (value) => siphash.hash_hex(key, value);
}
