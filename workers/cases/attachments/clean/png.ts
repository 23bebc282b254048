/** PNG (ISO/IEC 15948): only the chunks that make the picture stay. */

import { crc32 } from '../../../platform/crc32.ts';
import { concat, fromLatin1, hasText, latin1, u32 } from './bytes.ts';
import { orientationOf } from './exif.ts';
import { MAX_PIXELS } from './limits.ts';
import { refuse } from './reasons.ts';
import { inflate } from './zlib/index.ts';

export const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n';

/** Chunks that stay, with the lengths they may have; colour beyond these (iCCP) is metadata to us. */
const KEPT: Readonly<Record<string, (length: number) => boolean>> = {
  IHDR: (length) => length === 13,
  PLTE: (length) => length <= 768 && length % 3 === 0,
  tRNS: (length) => length <= 256,
  gAMA: (length) => length === 4,
  cHRM: (length) => length === 32,
  sRGB: (length) => length === 1,
  IDAT: () => true,
  IEND: (length) => length === 0,
};

/** Samples a pixel by colour type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Chunk {
  type: string;
  data: Uint8Array;
}

/**
 * The picture alone. Of an animated PNG the still picture stays. The pixel data is unpacked once to see that it is
 * whole and ends where it should.
 * @throws Refused `damaged`, `sideways`, `too_complex` (more data than its size needs) or `too_many_pixels`
 */
export function cleanPng(bytes: Uint8Array): { bytes: Uint8Array; width: number; height: number } {
  const kept: Chunk[] = [];
  for (const chunk of chunks(bytes)) {
    if (chunk.type === 'eXIf' && orientationOf(chunk.data) !== 1) refuse('sideways');
    const fits = KEPT[chunk.type];
    if (fits === undefined) {
      // A capital letter says: without this chunk the picture cannot be read.
      if (/^[A-Z]/.test(chunk.type)) refuse('damaged');
      continue;
    }
    if (!fits(chunk.data.length)) refuse('damaged');
    if (chunk.type !== 'IDAT' && kept.some(({ type }) => type === chunk.type)) refuse('damaged');
    kept.push(chunk);
  }
  const [header] = kept;
  if (header?.type !== 'IHDR' || kept.at(-1)?.type !== 'IEND') refuse('damaged');
  const width = u32(header.data, 0);
  const height = u32(header.data, 4);
  if (width * height > MAX_PIXELS) refuse('too_many_pixels');
  const written = joinData(kept);
  const packed = written.find(({ type }) => type === 'IDAT')?.data ?? refuse('damaged');
  const size = unpackedSize(header.data, width, height);
  const { unpacked, used } = inflate(packed, size, () => undefined);
  if (unpacked !== size || used !== packed.length) refuse('damaged');
  return { bytes: concat([fromLatin1(PNG_SIGNATURE), ...written.flatMap(write)]), width, height };
}

/** Chunks up to and with IEND, their checksums verified. @throws Refused `damaged` */
function* chunks(bytes: Uint8Array): Generator<Chunk> {
  let at = 8;
  for (;;) {
    const length = u32(bytes, at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) refuse('damaged');
    const type = latin1(bytes, at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end)) !== u32(bytes, end)) refuse('damaged');
    yield { type, data: bytes.subarray(at + 8, end) };
    if (type === 'IEND') return;
    at = end + 4;
  }
}

/** All pixel data in one chunk, at the place of its first. @throws Refused `damaged` where something stands between */
function joinData(kept: Chunk[]): Chunk[] {
  const first = kept.findIndex(({ type }) => type === 'IDAT');
  const data = kept.filter(({ type }) => type === 'IDAT');
  const last = kept.findLastIndex(({ type }) => type === 'IDAT');
  if (first < 0 || last - first + 1 !== data.length) refuse('damaged');
  const joined = { type: 'IDAT', data: concat(data.map((chunk) => chunk.data)) };
  return [...kept.slice(0, first), joined, ...kept.slice(last + 1)];
}

function write({ type, data }: Chunk): Uint8Array[] {
  const head = new Uint8Array(8);
  new DataView(head.buffer).setUint32(0, data.length);
  head.set(fromLatin1(type), 4);
  const check = new Uint8Array(4);
  new DataView(check.buffer).setUint32(0, crc32(head.subarray(4), data));
  return [head, data, check];
}

/** Bytes of all filtered rows, of all seven passes where it is interlaced. @throws Refused `damaged` */
function unpackedSize(header: Uint8Array, width: number, height: number): number {
  const depth = header[8] ?? 0;
  const samples = SAMPLES[header[9] ?? -1];
  const interlace = header[12] ?? 0;
  const known = [1, 2, 4, 8, 16].includes(depth) && samples !== undefined && interlace <= 1;
  if (!known || width === 0 || height === 0 || header[10] !== 0 || header[11] !== 0) refuse('damaged');
  const rows = (wide: number, high: number): number =>
    wide === 0 ? 0 : high * (1 + Math.ceil((wide * depth * samples) / 8));
  if (interlace === 0) return rows(width, height);
  return ADAM7.reduce(
    (sum, [x, y, stepX, stepY]) =>
      sum + rows(Math.ceil((width - x) / stepX), Math.max(0, Math.ceil((height - y) / stepY))),
    0,
  );
}

/** First column and row, and steps, of the seven passes. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Whether the file begins as a PNG does. */
export const isPng = (bytes: Uint8Array): boolean => hasText(bytes, 0, PNG_SIGNATURE);
