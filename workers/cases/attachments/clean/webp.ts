/** WebP (RFC 9649): the picture and its transparency stay; everything else of the RIFF container goes. */

import { concat, fromLatin1, hasText, latin1, u16le, u32le } from './bytes.ts';
import { orientationOf } from './exif.ts';
import { MAX_PIXELS } from './limits.ts';
import { refuse } from './reasons.ts';

const ALPHA = 0x10;

interface Size {
  width: number;
  height: number;
}

/** Whether the file begins as a WebP does. */
export const isWebp = (bytes: Uint8Array): boolean => hasText(bytes, 0, 'RIFF') && hasText(bytes, 8, 'WEBP');

/**
 * A fresh container around the picture's own data.
 * @throws Refused `damaged`, `animated`, `sideways` (its data cannot be turned without loss) or `too_many_pixels`
 */
export function cleanWebp(bytes: Uint8Array): { bytes: Uint8Array; width: number; height: number } {
  const found = new Map<string, Uint8Array>();
  for (const [type, data] of chunks(bytes)) if (!found.has(type)) found.set(type, data);
  if (found.has('ANIM') || found.has('ANMF')) refuse('animated');
  const exif = found.get('EXIF');
  // Some writers put JPEG's own prefix before the TIFF header.
  const prefix = exif && hasText(exif, 0, 'Exif\0\0') ? 6 : 0;
  if (exif && orientationOf(exif.subarray(prefix)) !== 1) refuse('sideways');
  const lossless = found.get('VP8L');
  const lossy = found.get('VP8 ');
  const alpha = found.get('ALPH');
  if ((lossless === undefined) === (lossy === undefined)) refuse('damaged');
  const size = lossless ? losslessSize(lossless) : lossySize(lossy ?? new Uint8Array(0));
  if (size.width * size.height > MAX_PIXELS) refuse('too_many_pixels');
  const parts: Uint8Array[] = [];
  if (lossless) parts.push(chunk('VP8L', lossless));
  else if (lossy) {
    if (alpha) parts.push(chunk('VP8X', extended(size)), chunk('ALPH', alpha));
    parts.push(chunk('VP8 ', lossy));
  }
  return { bytes: chunk('RIFF', concat([fromLatin1('WEBP'), ...parts])), ...size };
}

/** The container's chunks; what lies behind the size it declares is not looked at. @throws Refused `damaged` */
function* chunks(bytes: Uint8Array): Generator<[string, Uint8Array]> {
  const end = 8 + u32le(bytes, 4);
  if (end > bytes.length) refuse('damaged');
  let at = 12;
  while (at + 8 <= end) {
    const length = u32le(bytes, at + 4);
    if (at + 8 + length > end) refuse('damaged');
    yield [latin1(bytes, at, at + 4), bytes.subarray(at + 8, at + 8 + length)];
    at += 8 + length + (length & 1);
  }
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const head = new Uint8Array(8);
  head.set(fromLatin1(type));
  new DataView(head.buffer).setUint32(4, data.length, true);
  return concat([head, data, new Uint8Array(data.length & 1)]);
}

/** Key frame header (RFC 6386, 9.1). */
function lossySize(data: Uint8Array): Size {
  const keyFrame = data.length >= 10 && ((data[0] ?? 0) & 1) === 0 && hasText(data, 3, '\x9d\x01\x2a');
  const size = { width: u16le(data, 6) & 0x3fff, height: u16le(data, 8) & 0x3fff };
  // The first of the two parts must lie inside: what is cut short is not a picture.
  const first = ((data[0] ?? 0) | ((data[1] ?? 0) << 8) | ((data[2] ?? 0) << 16)) >>> 5;
  if (!keyFrame || size.width === 0 || size.height === 0 || 10 + first > data.length) refuse('damaged');
  return size;
}

function losslessSize(data: Uint8Array): Size {
  const bits = u32le(data, 1);
  // Signature, and version 0 in the top three bits.
  if (data.length < 6 || data[0] !== 0x2f || bits >>> 29 !== 0) refuse('damaged');
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** Flags and the canvas, which is the picture itself. */
function extended({ width, height }: Size): Uint8Array {
  const data = new Uint8Array(10);
  const view = new DataView(data.buffer);
  data[0] = ALPHA;
  view.setUint16(4, (width - 1) & 0xffff, true);
  view.setUint8(6, (width - 1) >> 16);
  view.setUint16(7, (height - 1) & 0xffff, true);
  view.setUint8(9, (height - 1) >> 16);
  return data;
}
