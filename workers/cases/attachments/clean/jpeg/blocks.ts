/**
 * Where the coefficients of one component wait between reading and writing. A block is 64 numbers in zigzag order.
 * A sequential picture is packed (most coefficients are 0: 12 megapixels take about 30 MB instead of up to 72);
 * a progressive one is refined in place and has to lie open.
 */

import { refuse } from '../reasons.ts';

/** Reads a block back: coefficient k of it goes to `into[to[k]]`, times `sign[k]`. */
export interface Blocks {
  load(block: number, into: Int16Array, to: Uint8Array, sign: Int8Array): void;
}

const PAGE_BITS = 18;
const PAGE = 1 << PAGE_BITS;
/** A count, then for each of 64 coefficients a place and at most two bytes. */
const LARGEST_BLOCK = 1 + 64 * 3;
const WIDE = 0x80;

/** The memory of one picture's coefficients. */
export class BlockMemory {
  #left = 56 << 20;
  readonly #buffers: ArrayBuffer[] = [];

  /** @throws Refused `too_many_pixels` when the picture needs more than 56 MB */
  take(bytes: number): ArrayBuffer {
    this.#left -= bytes;
    if (this.#left < 0) refuse('too_many_pixels');
    const buffer = new ArrayBuffer(bytes);
    this.#buffers.push(buffer);
    return buffer;
  }

  /** Gives all of it back at once: left to the collector, six photos in a row took workerd 470 MB. */
  release(): void {
    for (const buffer of this.#buffers) buffer.transfer(0);
  }
}

export class PackedBlocks implements Blocks {
  readonly #starts: Uint32Array;
  readonly #pages: Uint8Array[] = [];
  readonly #memory: BlockMemory;
  #page = new Uint8Array(0);
  #at = PAGE;

  constructor(count: number, memory: BlockMemory) {
    this.#starts = new Uint32Array(memory.take(count * 4));
    this.#memory = memory;
  }

  /** Keeps coefficients 0 … last and sets them to 0 in `from`. */
  store(block: number, from: Int16Array, last: number): void {
    if (this.#at + LARGEST_BLOCK > PAGE) this.#turnPage();
    const page = this.#page;
    let at = this.#at + 1;
    let used = 0;
    for (let k = 0; k <= last; k++) {
      const value = from[k] ?? 0;
      if (value === 0) continue;
      from[k] = 0;
      used++;
      const wide = value < -128 || value > 127;
      page[at++] = wide ? k | WIDE : k;
      page[at++] = value;
      if (wide) page[at++] = value >> 8;
    }
    page[this.#at] = used;
    // Numbered from 1, so that 0 says: never stored.
    this.#starts[block] = (this.#pages.length - 1) * PAGE + this.#at + 1;
    this.#at = at;
  }

  load(block: number, into: Int16Array, to: Uint8Array, sign: Int8Array): void {
    into.fill(0);
    const start = this.#starts[block] ?? 0;
    if (start === 0) return;
    const page = this.#pages[(start - 1) >>> PAGE_BITS] ?? this.#page;
    let at = (start - 1) & (PAGE - 1);
    for (let used = page[at++] ?? 0; used > 0; used--) {
      const place = page[at++] ?? 0;
      const k = place & 63;
      const low = page[at++] ?? 0;
      const value = place & WIDE ? (((page[at++] ?? 0) << 24) >> 16) | low : (low << 24) >> 24;
      into[to[k] ?? 0] = value * (sign[k] ?? 1);
    }
  }

  #turnPage(): void {
    this.#page = new Uint8Array(this.#memory.take(PAGE));
    this.#pages.push(this.#page);
    this.#at = 0;
  }
}

export class OpenBlocks implements Blocks {
  /** Block b lies at 64 b. */
  readonly data: Int16Array;

  constructor(count: number, memory: BlockMemory) {
    this.data = new Int16Array(memory.take(count * 128));
  }

  load(block: number, into: Int16Array, to: Uint8Array, sign: Int8Array): void {
    for (let k = 0; k < 64; k++) into[to[k] ?? 0] = (this.data[block * 64 + k] ?? 0) * (sign[k] ?? 1);
  }
}
