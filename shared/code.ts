/**
 * The receipt of a case: its code (LT-XXXX-XXXX) and its six-digit PIN. Pure: random bytes and the HMAC come from outside.
 *
 * The alphabet leaves out both sides of every pair that is misread on paper or misheard on the telephone:
 * 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V. The 23 symbols that remain are a prime number of them, so every weight below has an
 * inverse and the check character catches for certain: one wrong character, any two characters swapped (neighbours or
 * not), and one character doubled in place of another (AACC for BBCC). Of other mistakes it misses 1 in 23.
 * 7 random characters are 3.4 thousand million codes; secrecy is the PIN's task, not the code's.
 */

export const CODE_ALPHABET = '34679ACDEFGHJKMNPQRTWXY';

const BASE = CODE_ALPHABET.length;
const RANDOM = 7;
const LENGTH = RANDOM + 1;
/** Bytes that are read from a random source or an HMAC; 64 bits keep the modulo's bias below 1 in 10⁹. */
const BYTES = 8;
const PREFIX = /^[A-Z]{2}$/;
/** What people and keyboards put between characters: spaces, all kinds of dashes, dots, slashes, invisible marks. */
const SEPARATORS = /[\s\p{Pd}\p{Cf}._/]/gu;

/**
 * A new case code, e.g. "LT-7K3M-Q9XA".
 * @param prefix the regency's two capital letters
 * @param randomBytes at least 8 bytes from a cryptographic source
 * @throws RangeError for another prefix or fewer bytes
 */
export function makeCode(prefix: string, randomBytes: Uint8Array): string {
  if (!PREFIX.test(prefix)) throw new RangeError('the prefix of a code is two capital letters');
  let rest = reduce(randomBytes, BASE ** RANDOM);
  let body = '';
  for (let place = 0; place < RANDOM; place++) {
    body += CODE_ALPHABET.charAt(rest % BASE);
    rest = Math.floor(rest / BASE);
  }
  const check = (BASE - weightedSum(body)) % BASE;
  return format(prefix, body + CODE_ALPHABET.charAt(check));
}

/**
 * The code a person meant, in its written form, or null when it cannot be one of this prefix.
 * Accepts lower case, any separators or none, and a missing prefix. Never guesses a character.
 */
export function normaliseCode(input: string, prefix: string): string | null {
  if (input.length > 64) return null;
  const typed = input.replace(SEPARATORS, '').toUpperCase();
  const body = typed.length > LENGTH && typed.startsWith(prefix) ? typed.slice(prefix.length) : typed;
  if (body.length !== LENGTH) return null;
  for (const symbol of body) if (!CODE_ALPHABET.includes(symbol)) return null;
  return weightedSum(body) === 0 ? format(prefix, body) : null;
}

/** Whether `text` is a code of this prefix exactly as it is written on a receipt. */
export const isCode = (text: string, prefix: string): boolean => normaliseCode(text, prefix) === text;

/**
 * The six digits of a PIN from the HMAC over code and version (the key stays with the caller).
 * @throws RangeError for fewer than 8 bytes
 */
export const pinFromMac = (mac: Uint8Array): string => String(reduce(mac, 1_000_000)).padStart(6, '0');

/** As printed on a receipt: "042 917". */
export const formatPin = (pin: string): string => `${pin.slice(0, 3)} ${pin.slice(3)}`;

/** The six digits of a PIN as typed, with or without separators, or null. */
export function normalisePin(input: string): string | null {
  const digits = input.length > 64 ? '' : input.replace(SEPARATORS, '');
  return /^[0-9]{6}$/.test(digits) ? digits : null;
}

const format = (prefix: string, body: string): string => `${prefix}-${body.slice(0, 4)}-${body.slice(4)}`;

/** Weights 8 … 1 from the left: the check character has weight 1, and a whole code sums to 0. */
function weightedSum(body: string): number {
  let sum = 0;
  for (let place = 0; place < body.length; place++) {
    sum += (LENGTH - place) * CODE_ALPHABET.indexOf(body.charAt(place));
  }
  return sum % BASE;
}

/** The first 8 bytes, big-endian, modulo `modulus`. */
function reduce(bytes: Uint8Array, modulus: number): number {
  if (bytes.length < BYTES) throw new RangeError(`${BYTES} bytes are needed`);
  let value = 0n;
  for (const byte of bytes.subarray(0, BYTES)) value = value * 256n + BigInt(byte);
  return Number(value % BigInt(modulus));
}
