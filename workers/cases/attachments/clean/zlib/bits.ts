/** Bits of DEFLATE data, least significant first (RFC 1951, 3.1.1). */

import { refuse } from '../reasons.ts';
import { type Codes, FAST_BITS } from './codes.ts';

export class LsbBits {
  readonly #bytes: Uint8Array;
  #position = 0;
  #bits = 0;
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** `length` bits as a number, 0 … 16. Behind the end come zeros; `hasEnded` tells. */
  take(length: number): number {
    if (this.#count < length) this.#fill();
    const value = this.#bits & ((1 << length) - 1);
    this.#bits >>>= length;
    this.#count -= length;
    return value;
  }

  /** The next symbol. @throws Refused `damaged` for bits that are no code */
  symbol(codes: Codes): number {
    if (this.#count < 15) this.#fill();
    const entry = codes.fast[this.#bits & ((1 << FAST_BITS) - 1)] ?? 0;
    if (entry !== 0) {
      this.#bits >>>= entry >> 9;
      this.#count -= entry >> 9;
      return entry & 511;
    }
    let code = 0;
    let first = 0;
    let place = 0;
    for (let length = 1; length <= 15; length++) {
      code |= (this.#bits >>> (length - 1)) & 1;
      const count = codes.counts[length] ?? 0;
      if (code < first + count) {
        this.take(length);
        return codes.symbols[place + code - first] ?? 0;
      }
      place += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return refuse('damaged');
  }

  /** Passes the rest of a byte that was begun. */
  align(): void {
    this.take(this.#count & 7);
  }

  /** Bytes used so far, a begun one included; more than there are when zeros were made up. */
  get used(): number {
    return this.#position - (this.#count >> 3);
  }

  get length(): number {
    return this.#bytes.length;
  }

  #fill(): void {
    while (this.#count <= 16) {
      this.#bits |= (this.#bytes[this.#position++] ?? 0) << this.#count;
      this.#count += 8;
    }
  }
}

/** Whether more was read than there is. */
export const hasEnded = (bits: LsbBits): boolean => bits.used > bits.length;
