/** The coded bits of a JPEG scan, in and out (T.81 annex F). */

import { refuse } from '../reasons.ts';
import type { CodeTable, DecodeTable } from './huffman.ts';

/** Reads bits up to the next marker; behind it come zeros, and `overrun` tells that they were used. */
export class BitReader {
  /** Of the next byte that was not taken in; it never passes a marker by itself. */
  position: number;
  readonly #bytes: Uint8Array;
  #bits = 0;
  #count = 0;
  #padding = 0;

  constructor(bytes: Uint8Array, position: number) {
    this.#bytes = bytes;
    this.position = position;
  }

  /** The next symbol. @throws Refused `damaged` for bits that are no code */
  symbol(table: DecodeTable): number {
    if (this.#count < 16) this.#fill();
    const entry = table.fast[(this.#bits >>> (this.#count - 9)) & 511] ?? 0;
    if (entry !== 0) {
      this.#count -= entry >> 8;
      return entry & 255;
    }
    for (let length = 10; length <= 16; length++) {
      const code = (this.#bits >>> (this.#count - length)) & ((1 << length) - 1);
      if (code < (table.limit[length] ?? 0)) {
        this.#count -= length;
        return table.symbols[code - (table.first[length] ?? 0)] ?? 0;
      }
    }
    return refuse('damaged');
  }

  /** `length` raw bits, 0 … 16. */
  bits(length: number): number {
    if (this.#count < length) this.#fill();
    this.#count -= length;
    return (this.#bits >>> this.#count) & ((1 << length) - 1);
  }

  /** A signed value of `size` bits as T.81 writes it (table F.1). */
  signed(size: number): number {
    if (size === 0) return 0;
    const value = this.bits(size);
    return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
  }

  /** Whether more bits were read than the scan has. */
  get overrun(): boolean {
    return this.#padding * 8 > this.#count;
  }

  /** Takes the restart marker that must stand here. @throws Refused `damaged` when it does not */
  restart(): void {
    const code = this.#bytes[this.position + 1] ?? 0;
    if (this.overrun || this.#bytes[this.position] !== 0xff || code < 0xd0 || code > 0xd7) refuse('damaged');
    this.position += 2;
    this.#count = 0;
    this.#padding = 0;
  }

  #fill(): void {
    while (this.#count <= 16) {
      let byte = this.#bytes[this.position];
      if (byte === 0xff && this.#bytes[this.position + 1] === 0) this.position += 2;
      else if (byte !== undefined && byte !== 0xff) this.position++;
      else {
        byte = 0;
        this.#padding++;
      }
      this.#bits = (this.#bits << 8) | byte;
      this.#count += 8;
    }
  }
}

/** Writes bits with their stuffing into a buffer that begins with `head` and grows when it has to. */
export class BitWriter {
  #buffer: Uint8Array;
  #at: number;
  #bits = 0;
  #count = 0;

  /** @param expected bytes that the bits will likely take */
  constructor(head: Uint8Array, expected: number) {
    this.#buffer = new Uint8Array(head.length + expected + 1024);
    this.#buffer.set(head);
    this.#at = head.length;
  }

  /** A symbol's code, then `extra` bits of `value`. */
  symbol(table: CodeTable, symbol: number, value: number, extra: number): void {
    this.#put(table.codes[symbol] ?? 0, table.lengths[symbol] ?? 0);
    if (extra > 0) this.#put(value, extra);
  }

  /** All bytes with the last one filled up with ones (F.1.2.3), and `tail`. */
  finish(tail: Uint8Array): Uint8Array {
    this.#put(0x7f, 7);
    this.#reserve(tail.length);
    this.#buffer.set(tail, this.#at);
    return this.#buffer.subarray(0, this.#at + tail.length);
  }

  #put(value: number, length: number): void {
    this.#bits = (this.#bits << length) | value;
    this.#count += length;
    while (this.#count >= 8) {
      this.#count -= 8;
      const byte = (this.#bits >>> this.#count) & 0xff;
      if (this.#at + 2 > this.#buffer.length) this.#reserve(2);
      this.#buffer[this.#at++] = byte;
      if (byte === 0xff) this.#buffer[this.#at++] = 0;
    }
  }

  #reserve(more: number): void {
    if (this.#at + more <= this.#buffer.length) return;
    const larger = new Uint8Array(this.#buffer.length + (this.#buffer.length >> 3) + more);
    larger.set(this.#buffer);
    this.#buffer = larger;
  }
}
