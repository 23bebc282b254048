/** Photos inside a PDF: metadata leaves segment by segment; pixels and orientation stay as the page expects them. */

import { concat } from '../bytes.ts';
import { refuse } from '../reasons.ts';
import {
  type Colour,
  colourSegments,
  DHT,
  DQT,
  DRI,
  EOI,
  isFrame,
  markerAt,
  nextSegment,
  noteColour,
  SOI,
  SOS,
} from './markers.ts';

/**
 * The same picture without metadata, thumbnails and whatever follows its end. A missing end is added.
 * @throws Refused `damaged`
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) refuse('damaged');
  const colour: Colour = { jfif: false, adobe: null };
  const kept: Uint8Array[] = [];
  let scans = 0;
  let position = 2;
  while (scans === 0 || markerAt(bytes, position) < bytes.length) {
    const segment = nextSegment(bytes, position);
    const { marker, start, end } = segment;
    position = end;
    if (marker === EOI) break;
    if (marker === SOI) refuse('damaged');
    if (marker === SOS) {
      scans++;
      position = markerAt(bytes, end);
    }
    if (isFrame(marker) || marker === DQT || marker === DHT || marker === DRI || marker === SOS) {
      kept.push(bytes.subarray(start - 4, position));
    } else noteColour(bytes, segment, colour);
  }
  if (scans === 0) refuse('damaged');
  return concat([Uint8Array.of(0xff, SOI), ...colourSegments(colour), ...kept, Uint8Array.of(0xff, EOI)]);
}
