/** The segments of a JPEG file (ITU-T T.81 annex B), and the two of its application markers that colour needs. */

import { hasText, u16 } from '../bytes.ts';
import { refuse } from '../reasons.ts';

export const SOI = 0xd8;
export const EOI = 0xd9;
export const SOS = 0xda;
export const DQT = 0xdb;
export const DHT = 0xc4;
export const DRI = 0xdd;
export const APP0 = 0xe0;
export const APP1 = 0xe1;
export const APP14 = 0xee;

/** A marker with the range of its payload in the file; both are the same where it has none. */
export interface Segment {
  marker: number;
  start: number;
  end: number;
}

/** Start of frame: baseline, extended, progressive, and the kinds no browser shows. */
export const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== DHT && marker !== 0xc8 && marker !== 0xcc;

/** Whether a marker stands alone: restarts, TEM, SOI, EOI. */
const standsAlone = (marker: number): boolean => marker === 1 || (marker >= 0xd0 && marker <= EOI);

/**
 * The next segment at or behind `from`; fill bytes and stray bytes between segments are passed over.
 * @throws Refused `damaged` at the end of the file or for a payload that reaches beyond it
 */
export function nextSegment(bytes: Uint8Array, from: number): Segment {
  const at = markerAt(bytes, from);
  const marker = bytes[at + 1];
  if (marker === undefined) refuse('damaged');
  if (standsAlone(marker)) return { marker, start: at + 2, end: at + 2 };
  const end = at + 2 + u16(bytes, at + 2);
  if (end < at + 4 || end > bytes.length) refuse('damaged');
  return { marker, start: at + 4, end };
}

/** Where the next marker's 0xFF stands that ends coded data: no stuffing, no restart, no fill byte. */
export function markerAt(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const code = bytes[at + 1];
    if (code === undefined) break;
    if (code !== 0 && code !== 0xff && (code < 0xd0 || code > 0xd7)) return at;
  }
  return bytes.length;
}

/** The bytes of a segment: marker, length, payload. */
export function segment(marker: number, payload: ArrayLike<number>): Uint8Array {
  const length = payload.length + 2;
  const bytes = new Uint8Array(length + 2);
  bytes.set([0xff, marker, length >> 8, length & 0xff]);
  bytes.set(payload, 4);
  return bytes;
}

/** What decides how a decoder reads the components: whether JFIF is declared, and Adobe's transform (null: none). */
export interface Colour {
  jfif: boolean;
  adobe: number | null;
}

/** Notes a JFIF or Adobe segment; every other one is left alone. */
export function noteColour(bytes: Uint8Array, { marker, start, end }: Segment, colour: Colour): void {
  if (marker === APP0 && hasText(bytes, start, 'JFIF\0')) colour.jfif = true;
  if (marker === APP14 && end - start >= 12 && hasText(bytes, start, 'Adobe')) {
    colour.adobe = Math.min(2, bytes[start + 11] ?? 0);
  }
}

/** Fresh JFIF and Adobe segments without thumbnail, density, or anything else of the camera's. */
export function colourSegments({ jfif, adobe }: Colour): Uint8Array[] {
  const parts: Uint8Array[] = [];
  if (jfif) parts.push(segment(APP0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]));
  if (adobe !== null) parts.push(segment(APP14, [0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, adobe]));
  return parts;
}
