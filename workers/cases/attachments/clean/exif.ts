/** The orientation out of an Exif block (CIPA DC-008, TIFF 6.0), the one thing of it that a picture needs. */

import { hasText, u16, u16le, u32, u32le } from './bytes.ts';

const ORIENTATION = 0x0112;

/** 1 … 8, or 1 where the block says nothing that makes sense. `tiff` begins at the byte order mark. */
export function orientationOf(tiff: Uint8Array): number {
  const little = hasText(tiff, 0, 'II');
  if (!little && !hasText(tiff, 0, 'MM')) return 1;
  const short = little ? u16le : u16;
  const first = (little ? u32le : u32)(tiff, 4);
  const entries = short(tiff, first);
  for (let i = 0; i < entries; i++) {
    const at = first + 2 + i * 12;
    if (at + 12 > tiff.length) return 1;
    if (short(tiff, at) !== ORIENTATION) continue;
    const value = short(tiff, at + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
