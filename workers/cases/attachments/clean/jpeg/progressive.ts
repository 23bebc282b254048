/** A scan of a progressive picture: a band of coefficients, or one more bit of them (T.81 annex G). */

import { refuse } from '../reasons.ts';
import type { BitReader } from './bits.ts';
import type { OpenBlocks } from './blocks.ts';
import type { Frame } from './frame.ts';
import type { DecodeTable } from './huffman.ts';
import { checkedDc, eachBlock, nextDc, type Scan, type ScanComponent } from './scan.ts';

/** @throws Refused `damaged` */
export function readProgressive(
  frame: Frame,
  scan: Scan<OpenBlocks>,
  interval: number,
  reader: BitReader,
): void {
  const { from, to, high, low, parts } = scan;
  const dcOnly = from === 0 && to === 0;
  if (low > 13 || (!dcOnly && (from === 0 || to < from || to > 63 || parts.length > 1))) refuse('damaged');
  if (dcOnly) {
    const read = high === 0 ? firstDc : refineDc;
    eachBlock(frame, scan, interval, reader, (part, number) => read(part, number * 64, low, reader));
    return;
  }
  const band = new Band(scan, reader);
  eachBlock(
    frame,
    scan,
    interval,
    reader,
    ({ component, ac }, number) => {
      if (ac === undefined) return refuse('damaged');
      if (high === 0) band.first(component.blocks.data, number * 64, ac);
      else band.refine(component.blocks.data, number * 64, ac);
    },
    () => band.restart(),
  );
}

function firstDc(part: ScanComponent<OpenBlocks>, at: number, low: number, reader: BitReader): void {
  if (part.dc === undefined) refuse('damaged');
  part.component.blocks.data[at] = checkedDc(nextDc(part, part.dc, reader) * (1 << low));
}

function refineDc(part: ScanComponent<OpenBlocks>, at: number, low: number, reader: BitReader): void {
  const { data } = part.component.blocks;
  data[at] = checkedDc((data[at] ?? 0) | (reader.bits(1) << low));
}

/** The AC coefficients of a scan; remembers over how many further blocks an end-of-band run goes. */
class Band {
  readonly #reader: BitReader;
  readonly #from: number;
  readonly #to: number;
  readonly #step: number;
  #run = 0;

  constructor(scan: Scan<OpenBlocks>, reader: BitReader) {
    this.#reader = reader;
    this.#from = scan.from;
    this.#to = scan.to;
    this.#step = 1 << scan.low;
  }

  restart(): void {
    this.#run = 0;
  }

  first(data: Int16Array, at: number, table: DecodeTable): void {
    if (this.#run > 0) {
      this.#run--;
      return;
    }
    for (let k = this.#from; k <= this.#to; k++) {
      const symbol = this.#reader.symbol(table);
      const zeros = symbol >> 4;
      const size = symbol & 15;
      if (size === 0 && zeros < 15) {
        this.#run = this.#runOf(zeros) - 1;
        return;
      }
      k += zeros;
      if (size === 0) continue;
      if (k > this.#to) refuse('damaged');
      const value = this.#reader.signed(size) * this.#step;
      // Refinement adds less than one step, and 15 bits is the most that a symbol can announce.
      if (Math.abs(value) > 16_383) refuse('damaged');
      data[at + k] = value;
    }
  }

  refine(data: Int16Array, at: number, table: DecodeTable): void {
    let k = this.#from;
    while (this.#run === 0 && k <= this.#to) {
      const symbol = this.#reader.symbol(table);
      const zeros = symbol >> 4;
      const size = symbol & 15;
      if (size > 1) refuse('damaged');
      if (size === 0 && zeros < 15) {
        this.#run = this.#runOf(zeros);
        break;
      }
      const value = size === 0 ? 0 : this.#reader.bits(1) === 1 ? this.#step : -this.#step;
      k = this.#pass(data, at, k, zeros);
      if (value !== 0 && k > this.#to) refuse('damaged');
      if (value !== 0) data[at + k] = value;
      k++;
    }
    if (this.#run > 0) {
      this.#pass(data, at, k, 64);
      this.#run--;
    }
  }

  /** Passes `zeros` coefficients that are still 0, correcting the others on the way; returns the next that is 0. */
  #pass(data: Int16Array, at: number, from: number, zeros: number): number {
    let left = zeros;
    for (let k = from; k <= this.#to; k++) {
      const value = data[at + k] ?? 0;
      if (value === 0) {
        if (left-- === 0) return k;
      } else if (this.#reader.bits(1) === 1 && (value & this.#step) === 0) {
        data[at + k] = value + (value > 0 ? this.#step : -this.#step);
      }
    }
    return this.#to + 1;
  }

  #runOf(exponent: number): number {
    return (1 << exponent) + this.#reader.bits(exponent);
  }
}
