/** Huffman codes and value tables of DEFLATE (RFC 1951, 3.2.2 … 3.2.6). */

import { refuse } from '../reasons.ts';

/** Codes of up to this many bits are found by one look-up. */
export const FAST_BITS = 10;

export interface Codes {
  /** By the next bits: length << 9 | symbol, or 0 where the code is longer. */
  fast: Uint16Array;
  /** How many codes each length has, and the symbols in the order of their codes. */
  counts: Uint16Array;
  symbols: Uint16Array;
}

/** Canonical codes from the length of each symbol's code. @throws Refused `damaged` for too many codes */
export function codesOf(lengths: Uint8Array): Codes {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const codes = { fast: new Uint16Array(1 << FAST_BITS), counts, symbols: new Uint16Array(lengths.length) };
  // By length: the next code, and the place of its symbol.
  const next = new Uint32Array(16);
  const places = new Uint16Array(16);
  for (let length = 1, code = 0, place = 0; length <= 15; length++) {
    next[length] = code;
    places[length] = place;
    code += counts[length] ?? 0;
    place += counts[length] ?? 0;
    if (code > 1 << length) refuse('damaged');
    code <<= 1;
  }
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol] ?? 0;
    if (length === 0) continue;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    const place = places[length] ?? 0;
    places[length] = place + 1;
    codes.symbols[place] = symbol;
    if (length <= FAST_BITS) fillFast(codes.fast, code, length, symbol);
  }
  return codes;
}

/** Codes come with their first bit lowest, so their reverse is looked up, with anything above it. */
function fillFast(fast: Uint16Array, code: number, length: number, symbol: number): void {
  let reversed = 0;
  for (let bit = 0; bit < length; bit++) reversed |= ((code >> bit) & 1) << (length - 1 - bit);
  for (let at = reversed; at < fast.length; at += 1 << length) fast[at] = (length << 9) | symbol;
}

const fixedLength = (symbol: number): number => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8);

/** The codes of blocks that bring none. */
export const FIXED = {
  literals: codesOf(Uint8Array.from({ length: 288 }, (_, symbol) => fixedLength(symbol))),
  distances: codesOf(new Uint8Array(30).fill(5)),
};

/** Extra bits of the length symbols 257 … 285 and of the 30 distance symbols, and the values they begin at. */
export const LENGTH_EXTRA = Uint8Array.from({ length: 29 }, (_, i) => (i < 8 || i === 28 ? 0 : (i >> 2) - 1));
export const DISTANCE_EXTRA = Uint8Array.from({ length: 30 }, (_, i) => (i < 4 ? 0 : (i >> 1) - 1));
/** The last length is 258 by itself, not the next in the row. */
export const LENGTH_BASE = bases(LENGTH_EXTRA, 3).with(28, 258);
export const DISTANCE_BASE = bases(DISTANCE_EXTRA, 1);

function bases(extra: Uint8Array, from: number): Uint16Array {
  let next = from;
  return Uint16Array.from(extra, (bits) => {
    const base = next;
    next += 1 << bits;
    return base;
  });
}
