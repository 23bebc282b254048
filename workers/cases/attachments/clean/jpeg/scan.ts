/** One scan: its header, the order of its blocks, and the sequential way of coding them (T.81 A.2, B.2.3, F.2). */

import { refuse } from '../reasons.ts';
import type { BitReader } from './bits.ts';
import type { Blocks, PackedBlocks } from './blocks.ts';
import type { Component, Frame } from './frame.ts';
import type { DecodeTable } from './huffman.ts';
import type { Segment } from './markers.ts';
import type { Tables } from './tables.ts';

export interface ScanComponent<Store extends Blocks = Blocks> {
  component: Component<Store>;
  dc: DecodeTable | undefined;
  ac: DecodeTable | undefined;
  /** The last DC value, from which the next one is told. */
  last: number;
}

export interface Scan<Store extends Blocks = Blocks> {
  parts: ScanComponent<Store>[];
  /** First and last coefficient, and the bit planes before and after (successive approximation). */
  from: number;
  to: number;
  high: number;
  low: number;
}

/** @throws Refused `damaged` for components or tables that do not exist */
export function readScan<Store extends Blocks>(
  bytes: Uint8Array,
  { start, end }: Segment,
  components: Component<Store>[],
  tables: Tables,
): Scan<Store> {
  const count = bytes[start] ?? 0;
  if (count < 1 || end - start !== 4 + 2 * count) refuse('damaged');
  const parts: ScanComponent<Store>[] = [];
  for (let i = 0; i < count; i++) {
    const id = bytes[start + 1 + 2 * i];
    const component = components.find((each) => each.id === id);
    if (component === undefined || parts.some((part) => part.component === component)) refuse('damaged');
    component.quant ??= tables.quant[component.quantTable] ?? refuse('damaged');
    const chosen = bytes[start + 2 + 2 * i] ?? 0;
    parts.push({ component, dc: tables.dc[chosen >> 4], ac: tables.ac[chosen & 15], last: 0 });
  }
  const at = end - 3;
  const planes = bytes[at + 2] ?? 0;
  return { parts, from: bytes[at] ?? 0, to: bytes[at + 1] ?? 0, high: planes >> 4, low: planes & 15 };
}

/**
 * Calls `block` for every block of the scan in coded order, and `restart` after each restart marker.
 * @throws Refused `damaged` when the bits end too soon
 */
export function eachBlock<Store extends Blocks>(
  frame: Pick<Frame, 'mcusWide' | 'mcusHigh'>,
  scan: Scan<Store>,
  interval: number,
  reader: BitReader,
  block: (part: ScanComponent<Store>, number: number) => void,
  restart: () => void = () => undefined,
): void {
  const [first] = scan.parts;
  const single = scan.parts.length === 1 && first !== undefined ? first : null;
  const wide = single ? single.component.usedWide : frame.mcusWide;
  const high = single ? single.component.usedHigh : frame.mcusHigh;
  let left = interval;
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      if (interval > 0 && left-- === 0) {
        left = interval - 1;
        reader.restart();
        for (const part of scan.parts) part.last = 0;
        restart();
      }
      if (single) block(single, y * single.component.blocksWide + x);
      else for (const part of scan.parts) mcuBlocks(part, x, y, block);
      if (reader.overrun) refuse('damaged');
    }
  }
}

function mcuBlocks<Store extends Blocks>(
  part: ScanComponent<Store>,
  x: number,
  y: number,
  block: (part: ScanComponent<Store>, number: number) => void,
): void {
  const { h, v, blocksWide } = part.component;
  for (let row = 0; row < v; row++) {
    for (let column = 0; column < h; column++) block(part, (y * v + row) * blocksWide + x * h + column);
  }
}

/** A sequential scan: every block holds all its coefficients. */
export function readSequential(
  frame: Frame,
  scan: Scan<PackedBlocks>,
  interval: number,
  reader: BitReader,
): void {
  const buffer = new Int16Array(64);
  eachBlock(frame, scan, interval, reader, (part, number) => {
    const { dc, ac } = part;
    if (dc === undefined || ac === undefined) return refuse('damaged');
    buffer[0] = nextDc(part, dc, reader);
    let last = 0;
    for (let k = 1; k < 64; k++) {
      const symbol = reader.symbol(ac);
      const size = symbol & 15;
      k += symbol >> 4;
      if (size > 0) {
        if (k > 63) refuse('damaged');
        buffer[k] = reader.signed(size);
        last = k;
      } else if (symbol !== 0xf0) break;
    }
    part.component.blocks.store(number, buffer, last);
  });
}

/** The DC value told as its difference from the last one. @throws Refused `damaged` */
export function nextDc(part: ScanComponent, table: DecodeTable, reader: BitReader): number {
  const size = reader.symbol(table);
  if (size > 12) refuse('damaged');
  part.last += reader.signed(size);
  return checkedDc(part.last);
}

/** 8-bit samples give at most ±1024; a difference of two such values has at most 12 bits. */
export function checkedDc(value: number): number {
  if (value < -2048 || value > 2047) refuse('damaged');
  return value;
}
