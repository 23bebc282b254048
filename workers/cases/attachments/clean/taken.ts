/** When a photo was taken, as its camera wrote it; asked before the photo is cleaned of it. */
import { hasText } from './bytes.ts';
import { takenOf } from './exif.ts';
import { APP1, EOI, nextSegment, SOS } from './jpeg/markers.ts';
import { Refused } from './reasons.ts';

/**
 * Epoch ms, or null for what is no JPEG or does not say.
 * @param zone offset from UTC in ms of a camera that does not tell its own
 */
export function photoTaken(bytes: Uint8Array, zone: number): number | null {
  if (!hasText(bytes, 0, '\xff\xd8')) return null;
  try {
    for (let at = 2; ; ) {
      const { marker, start, end } = nextSegment(bytes, at);
      if (marker === SOS || marker === EOI) return null;
      if (marker === APP1 && hasText(bytes, start, 'Exif\0\0')) {
        return takenOf(bytes.subarray(start + 6, end), zone);
      }
      at = end;
    }
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
