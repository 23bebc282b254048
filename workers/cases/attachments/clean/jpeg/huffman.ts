/** Huffman tables of JPEG: read from a file, and made to measure for what is written (T.81 annexes C and K.2). */

import { refuse } from '../reasons.ts';

/** For reading: codes of up to 9 bits by one look-up, longer ones by their length. */
export interface DecodeTable {
  /** By the next 9 bits: length << 8 | symbol, or 0 where the code is longer. */
  fast: Uint16Array;
  /** By length: one more than the largest code, and what to take from a code for its place in `symbols`. */
  limit: Int32Array;
  first: Int32Array;
  symbols: Uint8Array;
}

/** For writing: code and length by symbol; `counts` (16 lengths) and `symbols` are what a DHT segment holds. */
export interface CodeTable {
  codes: Uint16Array;
  lengths: Uint8Array;
  counts: Uint8Array;
  symbols: Uint8Array;
}

/** @throws Refused `damaged` for lengths that no code can have */
export function decodeTable(counts: Uint8Array, symbols: Uint8Array): DecodeTable {
  const table = {
    fast: new Uint16Array(512),
    limit: new Int32Array(17),
    first: new Int32Array(17),
    symbols,
  };
  let code = 0;
  let place = 0;
  for (let length = 1; length <= 16; length++) {
    const count = counts[length - 1] ?? 0;
    if (code + count > 1 << length) refuse('damaged');
    table.first[length] = code - place;
    for (let i = 0; i < count && length <= 9; i++) {
      const entry = (length << 8) | (symbols[place + i] ?? 0);
      const from = (code + i) << (9 - length);
      table.fast.fill(entry, from, from + (1 << (9 - length)));
    }
    code += count;
    place += count;
    table.limit[length] = code;
    code <<= 1;
  }
  return table;
}

/** The shortest table for symbols that occur this often (256 counts); at least one must occur. */
export function bestTable(frequencies: Uint32Array): CodeTable {
  const counts = limitTo16(codeLengths(frequencies));
  const symbols = symbolsByLength(frequencies);
  const table = {
    codes: new Uint16Array(256),
    lengths: new Uint8Array(256),
    counts,
    symbols: Uint8Array.from(symbols),
  };
  let code = 0;
  let place = 0;
  for (let length = 1; length <= 16; length++) {
    for (let i = 0; i < (counts[length - 1] ?? 0); i++) {
      const symbol = symbols[place++] ?? 0;
      table.codes[symbol] = code++;
      table.lengths[symbol] = length;
    }
    code <<= 1;
  }
  return table;
}

/** The more frequent first; equals in the order of their value, so that the same picture gives the same bytes. */
function symbolsByLength(frequencies: Uint32Array): number[] {
  const used = [...frequencies.keys()].filter((symbol) => (frequencies[symbol] ?? 0) > 0);
  return used.sort((a, b) => (frequencies[b] ?? 0) - (frequencies[a] ?? 0) || a - b);
}

/** How many codes each length has. One code more than the symbols need is made: all ones must stay unused. */
function codeLengths(frequencies: Uint32Array): number[] {
  let trees = [...frequencies].filter((count) => count > 0).map((weight) => ({ weight, leaves: [0] }));
  trees.push({ weight: 0, leaves: [0] });
  while (trees.length > 1) {
    trees = trees.sort((a, b) => b.weight - a.weight);
    const a = trees.pop();
    const b = trees.pop();
    if (a === undefined || b === undefined) break;
    const leaves = [...a.leaves, ...b.leaves].map((depth) => depth + 1);
    trees.push({ weight: a.weight + b.weight, leaves });
  }
  const counts: number[] = [];
  for (const depth of trees[0]?.leaves ?? []) counts[depth] = (counts[depth] ?? 0) + 1;
  return counts;
}

/** Figure K.3: two codes that are too long become one shorter by one and two below a shorter leaf. */
function limitTo16(counts: number[]): Uint8Array {
  const at = (length: number): number => counts[length] ?? 0;
  for (let length = counts.length - 1; length > 16; length--) {
    while (at(length) > 0) {
      let shorter = length - 2;
      while (at(shorter) === 0) shorter--;
      counts[length] = at(length) - 2;
      counts[length - 1] = at(length - 1) + 1;
      counts[shorter + 1] = at(shorter + 1) + 2;
      counts[shorter] = at(shorter) - 1;
    }
  }
  let longest = Math.min(16, counts.length - 1);
  while (at(longest) === 0) longest--;
  counts[longest] = at(longest) - 1;
  return Uint8Array.from({ length: 16 }, (_, i) => at(i + 1));
}
