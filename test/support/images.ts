/**
 * Pictures made by code for the tests of attachments: a small JPEG encoder of its own (so that the decoder is not
 * tested against itself), Exif with a position in it, PNG, and pixels read back from a JPEG.
 */

import { concat, fromLatin1 } from '../../workers/cases/attachments/clean/bytes.ts';
import { decodeJpeg } from '../../workers/cases/attachments/clean/jpeg/decode.ts';
import { segment } from '../../workers/cases/attachments/clean/jpeg/markers.ts';
import { turnFrame } from '../../workers/cases/attachments/clean/jpeg/turn.ts';
import { crc32 } from '../../workers/platform/crc32.ts';

export type Rgb = readonly [number, number, number];

export interface JpegOptions {
  width: number;
  height: number;
  /** Sampling of the first component; the other two have 1 × 1. */
  sampling?: readonly [number, number];
  gray?: boolean;
  pixel: (x: number, y: number) => Rgb;
  /** Whole segments that follow SOI. */
  segments?: readonly Uint8Array[];
  /** Bytes behind EOI. */
  behind?: Uint8Array;
  /** MCUs between restart markers. */
  restart?: number;
}

/** Row and column of each place in the zigzag, walked along the diagonals. */
const ZIGZAG = ((): [number, number][] => {
  const places: [number, number][] = [];
  for (let diagonal = 0; diagonal < 15; diagonal++) {
    const rows = Array.from({ length: 8 }, (_, row) => row).filter(
      (row) => diagonal - row >= 0 && diagonal - row < 8,
    );
    for (const row of diagonal % 2 ? rows : rows.reverse()) places.push([row, diagonal - row]);
  }
  return places;
})();

/** Not symmetric, so that a table left unturned shows. */
const STEPS = ZIGZAG.map(([row, column]) => 2 + row + 3 * column);
/** 4-bit codes for DC sizes; 8-bit codes for AC symbols: as simple as tables can be. */
const DC = Array.from({ length: 12 }, (_, size) => size);
const AC = [0, 0xf0, ...Array.from({ length: 160 }, (_, i) => ((i / 10) << 4) | ((i % 10) + 1))];
const basis = (x: number, u: number): number =>
  Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u === 0 ? Math.SQRT1_2 : 1);

const toYcc = ([r, g, b]: Rgb): Rgb => [
  0.299 * r + 0.587 * g + 0.114 * b - 128,
  (b - (0.299 * r + 0.587 * g + 0.114 * b)) * 0.564,
  (r - (0.299 * r + 0.587 * g + 0.114 * b)) * 0.713,
];

/** A baseline JPEG. */
export function jpeg(options: JpegOptions): Uint8Array {
  const { width, height, pixel, gray = false, sampling: [h, v] = [1, 1], restart = 0 } = options;
  const factors = gray
    ? [[1, 1]]
    : [
        [h, v],
        [1, 1],
        [1, 1],
      ];
  const [hMax, vMax] = gray ? [1, 1] : [h, v];
  const scan = new Scan();
  const last = [0, 0, 0];
  const at = (x: number, y: number): Rgb => toYcc(pixel(Math.min(x, width - 1), Math.min(y, height - 1)));
  let mcu = 0;
  for (let my = 0; my < height; my += 8 * vMax) {
    for (let mx = 0; mx < width; mx += 8 * hMax) {
      if (restart > 0 && mcu > 0 && mcu % restart === 0) {
        scan.restart((mcu / restart - 1) % 8);
        last.fill(0);
      }
      mcu++;
      for (const [c, [ch = 1, cv = 1]] of factors.entries()) {
        const [sx, sy] = [hMax / ch, vMax / cv];
        for (let b = 0; b < ch * cv; b++) {
          const [x0, y0] = [mx + (b % ch) * 8, my + Math.floor(b / ch) * 8];
          const block = transform((x, y) => at(x0 + x * sx, y0 + y * sy)[c] ?? 0);
          scan.block(block, last[c] ?? 0);
          last[c] = block[0] ?? 0;
        }
      }
    }
  }
  const components = factors.flatMap(([ch = 1, cv = 1], c) => [c + 1, (ch << 4) | cv, 0]);
  return concat([
    Uint8Array.of(0xff, 0xd8),
    ...(options.segments ?? []),
    segment(0xdb, [0, ...STEPS]),
    segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, factors.length, ...components]),
    segment(0xc4, [0, 0, 0, 0, 12, ...new Array(12).fill(0), ...DC]),
    segment(0xc4, [0x10, 0, 0, 0, 0, 0, 0, 0, AC.length, ...new Array(8).fill(0), ...AC]),
    ...(restart > 0 ? [segment(0xdd, [restart >> 8, restart & 255])] : []),
    segment(0xda, [factors.length, ...factors.flatMap((_, c) => [c + 1, 0]), 0, 63, 0]),
    scan.finish(),
    Uint8Array.of(0xff, 0xd9),
    options.behind ?? new Uint8Array(0),
  ]);
}

/** Quantised coefficients in zigzag order. */
function transform(sample: (x: number, y: number) => number): number[] {
  const samples = Array.from({ length: 64 }, (_, i) => sample(i & 7, i >> 3));
  return ZIGZAG.map(([row, column], k) => {
    let sum = 0;
    for (let i = 0; i < 64; i++) sum += (samples[i] ?? 0) * basis(i & 7, column) * basis(i >> 3, row);
    return Math.round(sum / 4 / (STEPS[k] ?? 1));
  });
}

class Scan {
  readonly #bytes: number[] = [];
  #bits = '';

  block(block: readonly number[], lastDc: number): void {
    this.#value(DC, 4, 0, (block[0] ?? 0) - lastDc);
    let zeros = 0;
    for (const value of block.slice(1)) {
      if (value === 0) {
        zeros++;
        continue;
      }
      for (; zeros > 15; zeros -= 16) this.#code(AC.indexOf(0xf0), 8);
      this.#value(AC, 8, zeros << 4, value);
      zeros = 0;
    }
    if (zeros > 0) this.#code(0, 8);
  }

  restart(number: number): void {
    this.#flush();
    this.#bytes.push(0xff, 0xd0 + number);
  }

  finish(): Uint8Array {
    this.#flush();
    return Uint8Array.from(this.#bytes);
  }

  #value(table: readonly number[], length: number, high: number, value: number): void {
    const size = value === 0 ? 0 : Math.floor(Math.log2(Math.abs(value))) + 1;
    this.#code(table.indexOf(high | size), length);
    if (size > 0) this.#code(value < 0 ? value + 2 ** size - 1 : value, size);
  }

  #code(value: number, length: number): void {
    this.#bits += value.toString(2).padStart(length, '0');
    while (this.#bits.length >= 8) {
      const byte = Number.parseInt(this.#bits.slice(0, 8), 2);
      this.#bytes.push(...(byte === 255 ? [255, 0] : [byte]));
      this.#bits = this.#bits.slice(8);
    }
  }

  #flush(): void {
    if (this.#bits.length > 0) this.#code(2 ** (8 - this.#bits.length) - 1, 8 - this.#bits.length);
  }
}

/** An APP1 segment: orientation, a position, and `secret` as the camera's maker. Big-endian as most cameras write. */
export function exif(orientation: number, secret = ''): Uint8Array {
  const text = [...fromLatin1(`${secret}\0`)];
  const entry = (tag: number, type: number, count: number, value: number[]): number[] => [
    tag >> 8,
    tag & 255,
    0,
    type,
    0,
    0,
    count >> 8,
    count & 255,
    ...value,
  ];
  const gps = 8 + 2 + 3 * 12 + 4;
  const maker = gps + 2 + 12 + 4;
  return segment(0xe1, [
    ...fromLatin1('Exif\0\0MM\0*\0\0\0\x08'),
    ...[0, 3],
    ...entry(0x010f, 2, text.length, [0, 0, maker >> 8, maker & 255]),
    ...entry(0x0112, 3, 1, [0, orientation, 0, 0]),
    ...entry(0x8825, 4, 1, [0, 0, 0, gps]),
    ...[0, 0, 0, 0],
    ...[0, 1],
    ...entry(0x0001, 2, 2, [...fromLatin1('S\0\0\0')]),
    ...[0, 0, 0, 0],
    ...text,
  ]);
}

/**
 * An Exif segment that says when the photo was taken, and where.
 * @param local as cameras write it: "2026:07:20 09:00:00"
 * @param offset e.g. "+08:00"; most phones write it, cameras do not
 */
export function exifTaken(local: string, offset = ''): Uint8Array {
  const entry = (tag: number, type: number, count: number, value: number): number[] => [
    tag >> 8,
    tag & 255,
    0,
    type,
    0,
    0,
    0,
    count,
    0,
    0,
    0,
    value,
  ];
  return segment(0xe1, [
    ...fromLatin1('Exif\0\0MM\0*\0\0\0\x08'),
    ...[0, 1, ...entry(0x8769, 4, 1, 26), 0, 0, 0, 0],
    ...[0, 2, ...entry(0x9003, 2, 20, 56), ...entry(0x9011, 2, 7, 76), 0, 0, 0, 0],
    ...fromLatin1(`${local}\0`),
    ...fromLatin1(`${offset}\0`),
  ]);
}

/** Width, height and colour of each pixel, by an inverse transform as the standard defines it. */
export function pixels(bytes: Uint8Array): {
  width: number;
  height: number;
  at: (x: number, y: number) => Rgb;
} {
  const turned = turnFrame(decodeJpeg(bytes).frame, 1);
  const hMax = Math.max(...turned.components.map(({ h }) => h));
  const vMax = Math.max(...turned.components.map(({ v }) => v));
  const block = new Int16Array(64);
  const sample = (c: number, x: number, y: number): number => {
    const component = turned.components[c];
    if (component === undefined) return 0;
    const [sx, sy] = [Math.floor((x * component.h) / hMax), Math.floor((y * component.v) / vMax)];
    turned.load(component, sx >> 3, sy >> 3, block);
    return ZIGZAG.reduce(
      (sum, [row, column], k) =>
        sum + ((block[k] ?? 0) * (component.quant[k] ?? 0) * basis(sx & 7, column) * basis(sy & 7, row)) / 4,
      0,
    );
  };
  const at = (x: number, y: number): Rgb => {
    const [luma, blue, red] = [sample(0, x, y) + 128, sample(1, x, y), sample(2, x, y)];
    return [luma + 1.402 * red, luma - 0.344 * blue - 0.714 * red, luma + 1.772 * blue];
  };
  return { width: turned.width, height: turned.height, at };
}

/** A PNG chunk with its checksum. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const whole = concat([new Uint8Array(4), fromLatin1(type), data, new Uint8Array(4)]);
  const view = new DataView(whole.buffer);
  view.setUint32(0, data.length);
  view.setUint32(whole.length - 4, crc32(whole.subarray(4, whole.length - 4)));
  return whole;
}

/** zlib data of stored blocks: nothing is packed. */
export function zlibStored(data: Uint8Array): Uint8Array {
  let [low, high] = [1, 0];
  for (const byte of data) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  const size = [data.length & 255, data.length >> 8];
  const head = Uint8Array.of(0x78, 1, 1, ...size, ...size.map((byte) => byte ^ 255));
  return concat([head, data, Uint8Array.of(high >> 8, high & 255, low >> 8, low & 255)]);
}

/** An 8-bit gray PNG of up to 60 kB; `before` are whole chunks between IHDR and IDAT, `after` behind IDAT. */
export function png(
  width: number,
  height: number,
  before: Uint8Array[] = [],
  after: Uint8Array[] = [],
): Uint8Array {
  const header = Uint8Array.of(0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255, 8, 0, 0, 0, 0);
  const rows = Uint8Array.from({ length: height * (width + 1) }, (_, i) =>
    i % (width + 1) === 0 ? 0 : i & 255,
  );
  return concat([
    fromLatin1('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', header),
    ...before,
    pngChunk('IDAT', zlibStored(rows)),
    ...after,
    pngChunk('IEND', new Uint8Array(0)),
  ]);
}

export const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** Whether `text` stands anywhere in the bytes. */
export const contains = (bytes: Uint8Array, text: string): boolean =>
  new TextDecoder('latin1').decode(bytes).includes(text);
