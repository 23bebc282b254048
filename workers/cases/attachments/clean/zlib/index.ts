/**
 * zlib data unpacked (RFC 1950, RFC 1951). Written here because the platform's DecompressionStream keeps all it has
 * unpacked until it is read (workerd took 300 MB for a file of 290 kB) and does not say where the data ends.
 */

import { refuse } from '../reasons.ts';
import { hasEnded, LsbBits } from './bits.ts';
import {
  type Codes,
  codesOf,
  DISTANCE_BASE,
  DISTANCE_EXTRA,
  FIXED,
  LENGTH_BASE,
  LENGTH_EXTRA,
} from './codes.ts';

/** How far back a copy may reach, and how much is collected before it is handed on. */
const WINDOW = 32_768;
const BUFFER = 4 * WINDOW;
/** The order in which the lengths of the length codes are told (RFC 1951, 3.2.7). */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * Passes the unpacked bytes piece by piece to `take`, which must copy what it keeps.
 * @param limit bytes after which the data is refused as `too_complex`
 * @returns how many bytes came out, and how many of `packed` they took
 * @throws Refused `damaged`, also for a wrong checksum
 */
export function inflate(
  packed: Uint8Array,
  limit: number,
  take: (piece: Uint8Array) => void,
): { unpacked: number; used: number } {
  const bits = new LsbBits(packed);
  const method = bits.take(8);
  const flags = bits.take(8);
  if ((method & 15) !== 8 || method >> 4 > 7 || (method * 256 + flags) % 31 !== 0 || flags & 32)
    refuse('damaged');
  const output = new Output(limit, take);
  unpack(bits, output);
  bits.align();
  let sum = 0;
  for (let i = 0; i < 4; i++) sum = sum * 256 + bits.take(8);
  if (hasEnded(bits) || sum !== output.checksum) refuse('damaged');
  return { unpacked: output.total, used: bits.used };
}

/**
 * The same without zlib's frame, as zip files have it; their own checksum is for the caller.
 * @throws Refused `damaged`, or `too_complex` beyond the limit
 */
export function inflateRaw(packed: Uint8Array, limit: number, take: (piece: Uint8Array) => void): void {
  // Behind the last symbol the reader looks further than the data go.
  const padded = new Uint8Array(packed.length + 8);
  padded.set(packed);
  unpack(new LsbBits(padded), new Output(limit, take));
}

function unpack(bits: LsbBits, output: Output): void {
  let last = false;
  while (!last) {
    last = bits.take(1) === 1;
    const kind = bits.take(2);
    if (kind === 0) stored(bits, output);
    else if (kind === 1) coded(bits, output, FIXED.literals, FIXED.distances);
    else if (kind === 2) dynamic(bits, output);
    else refuse('damaged');
  }
  output.flush();
}

function stored(bits: LsbBits, output: Output): void {
  bits.align();
  const length = bits.take(16);
  if ((bits.take(16) ^ 0xffff) !== length) refuse('damaged');
  for (let i = 0; i < length; i++) output.byte(bits.take(8));
  if (hasEnded(bits)) refuse('damaged');
}

function dynamic(bits: LsbBits, output: Output): void {
  const literals = bits.take(5) + 257;
  const distances = bits.take(5) + 1;
  const count = bits.take(4) + 4;
  const lengthLengths = new Uint8Array(19);
  for (const place of LENGTH_ORDER.slice(0, count)) lengthLengths[place] = bits.take(3);
  const lengthCodes = codesOf(lengthLengths);
  const lengths = new Uint8Array(literals + distances);
  for (let at = 0; at < lengths.length; ) {
    const symbol = bits.symbol(lengthCodes);
    if (symbol < 16) {
      lengths[at++] = symbol;
      continue;
    }
    if (symbol === 16 && at === 0) refuse('damaged');
    const value = symbol === 16 ? (lengths[at - 1] ?? 0) : 0;
    const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
    if (at + times > lengths.length) refuse('damaged');
    lengths.fill(value, at, at + times);
    at += times;
  }
  coded(bits, output, codesOf(lengths.subarray(0, literals)), codesOf(lengths.subarray(literals)));
}

function coded(bits: LsbBits, output: Output, literals: Codes, distances: Codes): void {
  for (;;) {
    const symbol = bits.symbol(literals);
    if (symbol === 256) return;
    if (symbol < 256) output.byte(symbol);
    else {
      const length =
        (LENGTH_BASE[symbol - 257] ?? refuse('damaged')) + bits.take(LENGTH_EXTRA[symbol - 257] ?? 0);
      const code = bits.symbol(distances);
      output.copy((DISTANCE_BASE[code] ?? refuse('damaged')) + bits.take(DISTANCE_EXTRA[code] ?? 0), length);
    }
    if (hasEnded(bits)) refuse('damaged');
  }
}

/** What came out last, so that copies can reach back, and the Adler-32 of all of it. */
class Output {
  total = 0;
  readonly #limit: number;
  readonly #take: (piece: Uint8Array) => void;
  readonly #buffer = new Uint8Array(BUFFER);
  #at = 0;
  #flushed = 0;
  #low = 1;
  #high = 0;

  constructor(limit: number, take: (piece: Uint8Array) => void) {
    this.#limit = limit;
    this.#take = take;
  }

  byte(value: number): void {
    if (this.#at === BUFFER) this.#slide();
    this.#buffer[this.#at++] = value;
  }

  copy(distance: number, length: number): void {
    if (this.#at + length > BUFFER) this.#slide();
    // After a slide exactly the window is left; what reaches further back was never written.
    if (distance > this.#at) refuse('damaged');
    for (let i = 0; i < length; i++, this.#at++)
      this.#buffer[this.#at] = this.#buffer[this.#at - distance] ?? 0;
  }

  get checksum(): number {
    return this.#high * 65_536 + this.#low;
  }

  flush(): void {
    const piece = this.#buffer.subarray(this.#flushed, this.#at);
    this.total += piece.length;
    if (this.total > this.#limit) refuse('too_complex');
    for (let i = 0; i < piece.length; ) {
      // Sums of so many bytes stay below 2³² (RFC 1950).
      for (const end = Math.min(piece.length, i + 5552); i < end; i++) {
        this.#low += piece[i] ?? 0;
        this.#high += this.#low;
      }
      this.#low %= 65_521;
      this.#high %= 65_521;
    }
    this.#take(piece);
    this.#flushed = this.#at;
  }

  #slide(): void {
    this.flush();
    this.#buffer.copyWithin(0, this.#at - WINDOW, this.#at);
    this.#at = WINDOW;
    this.#flushed = WINDOW;
  }
}
