/** A whole JPEG file down to its quantised coefficients: nothing is lost, and nothing else of the file is kept. */

import { hasText, u16 } from '../bytes.ts';
import { orientationOf } from '../exif.ts';
import { refuse } from '../reasons.ts';
import { BitReader } from './bits.ts';
import { BlockMemory } from './blocks.ts';
import { type Frame, readFrame } from './frame.ts';
import {
  APP1,
  type Colour,
  DHT,
  DQT,
  DRI,
  EOI,
  isFrame,
  markerAt,
  nextSegment,
  noteColour,
  type Segment,
  SOI,
  SOS,
} from './markers.ts';
import { readProgressive } from './progressive.ts';
import { readScan, readSequential } from './scan.ts';
import { readHuffman, readQuant, type Tables } from './tables.ts';

/** Scripts of real encoders have about ten scans; thousands only serve to keep a server busy. */
const MOST_SCANS = 50;
/** Tables and comments included. A camera writes some twenty. */
const MOST_SEGMENTS = 5000;

export interface Picture {
  frame: Frame;
  colour: Colour;
  /** Exif orientation, 1 … 8. */
  orientation: number;
}

/**
 * @param memory where the coefficients are put; the picture can be read until it is released
 * @throws Refused `damaged`, `unsupported`, `too_complex` or `too_many_pixels`
 */
export function decodeJpeg(bytes: Uint8Array, memory = new BlockMemory()): Picture {
  const tables: Tables = { quant: [], dc: [], ac: [] };
  const colour: Colour = { jfif: false, adobe: null };
  let orientation: number | null = null;
  let frame: Frame | null = null;
  let interval = 0;
  let scans = 0;
  let position = 2;
  for (let segments = 0; ; segments++) {
    if (segments > MOST_SEGMENTS) refuse('too_complex');
    const segment = nextSegment(bytes, position);
    const { marker, start, end } = segment;
    position = end;
    if (marker === EOI) break;
    if (marker === SOI || (isFrame(marker) && frame !== null)) refuse('damaged');
    if (isFrame(marker)) frame = readFrame(bytes, segment, memory);
    else if (marker === DQT) readQuant(bytes, segment, tables);
    else if (marker === DHT) readHuffman(bytes, segment, tables);
    else if (marker === DRI) interval = u16(bytes, start);
    else if (marker === SOS) {
      if (frame === null) refuse('damaged');
      if (++scans > MOST_SCANS) refuse('too_complex');
      position = readCoded(bytes, segment, frame, tables, interval);
    } else if (marker === APP1 && hasText(bytes, start, 'Exif\0\0')) {
      orientation ??= orientationOf(bytes.subarray(start + 6, end));
    } else noteColour(bytes, segment, colour);
  }
  if (frame === null || frame.components.some(({ quant }) => quant === null)) refuse('damaged');
  return { frame, colour, orientation: orientation ?? 1 };
}

/** Reads the scan that begins with `segment`; returns where the marker behind it stands. */
function readCoded(
  bytes: Uint8Array,
  segment: Segment,
  frame: Frame,
  tables: Tables,
  interval: number,
): number {
  const reader = new BitReader(bytes, segment.end);
  if (frame.progressive) {
    readProgressive(frame, readScan(bytes, segment, frame.components, tables), interval, reader);
  } else {
    readSequential(frame, readScan(bytes, segment, frame.components, tables), interval, reader);
  }
  return markerAt(bytes, reader.position);
}
