/**
 * Reads a drawing as a phone would: from small, blurred, and held at a slant, with the crest as dirt. What cannot be read
 * here is never printed. Loaded by `import()` only.
 */
import decodeQR from 'qr/decode.js';
import type { CodeDrawing } from './drawing.ts';
import { blur, type Grey, tilt } from './optics.ts';

/** Pixels a module, and degrees. */
const FINE = 3;
const TILT = 10;

/** @returns what the code says, or null when it cannot be read */
export function readBack(drawing: CodeDrawing): string | null {
  const { width, height, data } = tilt(blur(paint(drawing)), TILT);
  const colours = new Uint8Array(data.length * 3);
  for (const [i, value] of data.entries()) colours.fill(value, 3 * i, 3 * i + 3);
  try {
    // No limit of time: how far a decoder goes must not depend on how busy a machine is.
    return decodeQR({ width, height, data: colours }, { timeLimit: Number.MAX_SAFE_INTEGER });
  } catch {
    return null;
  }
}

/** The crest is neither black nor white: squares of both, as no correction would guess them. */
function paint({ side, ink, patch }: CodeDrawing): Grey {
  const width = side * FINE;
  const data = new Uint8Array(width * width).fill(255);
  const fill = (x: number, y: number, length: number, value: number) => {
    for (let row = y * FINE; row < (y + 1) * FINE; row++)
      data.fill(value, row * width + x * FINE, row * width + (x + length) * FINE);
  };
  for (const { x, y, length } of ink) fill(x, y, length, 0);
  if (patch) {
    for (let y = patch.at; y < patch.at + patch.side; y++)
      for (let x = patch.at; x < patch.at + patch.side; x++) fill(x, y, 1, (x + y) % 2 === 0 ? 30 : 220);
  }
  return { width, height: width, data };
}
