/** Photos in JPEG, and those inside a PDF. */

import { BlockMemory } from './blocks.ts';
import { decodeJpeg } from './decode.ts';
import { encodeJpeg } from './encode.ts';
import { turnFrame } from './turn.ts';

export { stripJpeg } from './strip.ts';

/**
 * The picture alone, right side up, as a baseline JPEG with the same coefficients: no loss, no metadata, and no bit
 * of the source besides the picture's own, so nothing can ride behind or between its data.
 * @throws Refused `damaged`, `unsupported`, `too_complex` or `too_many_pixels`
 */
export function cleanJpeg(bytes: Uint8Array): { bytes: Uint8Array; width: number; height: number } {
  const memory = new BlockMemory();
  try {
    const { frame, colour, orientation } = decodeJpeg(bytes, memory);
    const turned = turnFrame(frame, orientation);
    return { bytes: encodeJpeg(turned, colour), width: turned.width, height: turned.height };
  } finally {
    memory.release();
  }
}
