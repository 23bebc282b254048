/** The quantisation and Huffman tables that are in force at one place of a JPEG file (T.81 B.2.4). */

import { u16 } from '../bytes.ts';
import { refuse } from '../reasons.ts';
import { type DecodeTable, decodeTable } from './huffman.ts';
import type { Segment } from './markers.ts';

export interface Tables {
  /** Steps in zigzag order, by table number. */
  quant: (Uint16Array | undefined)[];
  dc: (DecodeTable | undefined)[];
  ac: (DecodeTable | undefined)[];
}

/** All tables of a DQT segment. @throws Refused `damaged` */
export function readQuant(bytes: Uint8Array, { start, end }: Segment, tables: Tables): void {
  let at = start;
  while (at < end) {
    const spec = bytes[at++] ?? 0;
    const wide = spec >> 4;
    if (wide > 1 || (spec & 15) > 3 || at + 64 * (wide + 1) > end) refuse('damaged');
    const steps = new Uint16Array(64);
    for (let k = 0; k < 64; k++) steps[k] = wide ? u16(bytes, at + 2 * k) : (bytes[at + k] ?? 0);
    tables.quant[spec & 15] = steps;
    at += 64 * (wide + 1);
  }
}

/** All tables of a DHT segment. @throws Refused `damaged` */
export function readHuffman(bytes: Uint8Array, { start, end }: Segment, tables: Tables): void {
  let at = start;
  while (at < end) {
    const spec = bytes[at] ?? 0;
    const counts = bytes.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (spec >> 4 > 1 || (spec & 15) > 3 || total > 256 || at + 17 + total > end) refuse('damaged');
    const table = decodeTable(counts, bytes.subarray(at + 17, at + 17 + total));
    (spec >> 4 === 0 ? tables.dc : tables.ac)[spec & 15] = table;
    at += 17 + total;
  }
}
