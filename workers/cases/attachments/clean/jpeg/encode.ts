/** Writes coefficients as a baseline JPEG of one scan with tables made to measure (T.81 annex F). */

import { concat } from '../bytes.ts';
import { MAX_BYTES } from '../limits.ts';
import { refuse } from '../reasons.ts';
import { BitWriter } from './bits.ts';
import { bestTable, type CodeTable } from './huffman.ts';
import { type Colour, colourSegments, DHT, DQT, EOI, SOI, SOS, segment } from './markers.ts';
import type { TurnedFrame } from './turn.ts';

/** Takes a symbol of a table (2 × group for DC, 2 × group + 1 for AC) and the bits behind it. */
type Sink = (table: number, symbol: number, value: number, extra: number) => void;

/**
 * The file: markers that colour needs, tables, one scan, and its end.
 * @throws Refused `too_many_pixels` for a file above the limit: a progressive one may grow here by some percent
 */
export function encodeJpeg(turned: TurnedFrame, colour: Colour): Uint8Array {
  const frequencies = Array.from({ length: 4 }, () => new Uint32Array(256));
  let extraBits = 0;
  code(turned, (table, symbol, _value, extra) => {
    const counts = frequencies[table];
    if (counts) counts[symbol] = (counts[symbol] ?? 0) + 1;
    extraBits += extra;
  });
  const tables = frequencies.slice(0, turned.components.length > 1 ? 4 : 2).map(bestTable);
  const head = concat([Uint8Array.of(0xff, SOI), ...colourSegments(colour), ...headers(turned, tables)]);
  const expected = Math.ceil(expectedBits(frequencies, tables, extraBits) / 8);
  if (expected > MAX_BYTES) refuse('too_many_pixels');
  // A little more for the zero that follows every 0xFF.
  const writer = new BitWriter(head, Math.ceil(expected * 1.015));
  code(turned, (table, symbol, value, extra) => {
    const codes = tables[table];
    if (codes) writer.symbol(codes, symbol, value, extra);
  });
  return writer.finish(Uint8Array.of(0xff, EOI));
}

/**
 * Every block in coded order as symbols; the first component has tables of its own, the others share theirs.
 * Makes no garbage on its way: collections in between would move the file's own bytes to where they stay long.
 */
function code(turned: TurnedFrame, sink: Sink): void {
  const block = new Int16Array(64);
  const last = new Int32Array(turned.components.length);
  const inMcu = turned.components.flatMap((component, i) =>
    Array.from({ length: component.h * component.v }, (_, b) => {
      return { component, i, column: b % component.h, row: Math.floor(b / component.h) };
    }),
  );
  for (let my = 0; my < turned.mcusHigh; my++) {
    for (let mx = 0; mx < turned.mcusWide; mx++) {
      for (const { component, i, column, row } of inMcu) {
        turned.load(component, mx * component.h + column, my * component.v + row, block);
        codeBlock(block, last[i] ?? 0, i === 0 ? 0 : 2, sink);
        last[i] = block[0] ?? 0;
      }
    }
  }
}

function codeBlock(block: Int16Array, lastDc: number, table: number, sink: Sink): void {
  const difference = (block[0] ?? 0) - lastDc;
  const dcSize = bitLength(difference);
  sink(table, dcSize, magnitude(difference, dcSize), dcSize);
  let zeros = 0;
  for (let k = 1; k < 64; k++) {
    const value = block[k] ?? 0;
    if (value === 0) {
      zeros++;
      continue;
    }
    for (; zeros > 15; zeros -= 16) sink(table + 1, 0xf0, 0, 0);
    const size = bitLength(value);
    sink(table + 1, (zeros << 4) | size, magnitude(value, size), size);
    zeros = 0;
  }
  if (zeros > 0) sink(table + 1, 0, 0, 0);
}

const bitLength = (value: number): number => 32 - Math.clz32(Math.abs(value));

const magnitude = (value: number, size: number): number => (value < 0 ? value + (1 << size) - 1 : value);

function expectedBits(frequencies: Uint32Array[], tables: CodeTable[], extraBits: number): number {
  let bits = extraBits;
  for (const [i, table] of tables.entries()) {
    frequencies[i]?.forEach((count, symbol) => {
      bits += count * (table.lengths[symbol] ?? 0);
    });
  }
  return bits;
}

function headers({ width, height, components }: TurnedFrame, tables: CodeTable[]): Uint8Array[] {
  // Equal tables become one, so that the numbers do not depend on how the source had shared them.
  const quants: Uint16Array[] = [];
  const numbers = components.map(({ quant }) => {
    const known = quants.findIndex((other) => other.every((step, k) => step === quant[k]));
    return known >= 0 ? known : quants.push(quant) - 1;
  });
  const wide = quants.some((quant) => quant.some((step) => step > 255));
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const specs = components.flatMap(({ source, h, v }, i) => [source.id, (h << 4) | v, numbers[i] ?? 0]);
  const group = (i: number): number => (i === 0 ? 0x00 : 0x11);
  return [
    ...quants.map((quant, number) => quantSegment(quant, number)),
    segment(wide ? 0xc1 : 0xc0, [8, ...size, components.length, ...specs]),
    ...tables.map(({ counts, symbols }, i) =>
      segment(DHT, [((i & 1) << 4) | (i >> 1), ...counts, ...symbols]),
    ),
    segment(SOS, [
      components.length,
      ...components.flatMap(({ source }, i) => [source.id, group(i)]),
      0,
      63,
      0,
    ]),
  ];
}

function quantSegment(quant: Uint16Array, number: number): Uint8Array {
  const wide = quant.some((step) => step > 255);
  const steps = wide ? [...quant].flatMap((step) => [step >> 8, step & 255]) : [...quant];
  return segment(DQT, [(wide ? 0x10 : 0) | number, ...steps]);
}
