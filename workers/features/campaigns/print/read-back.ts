/**
 * Reads a drawing as a phone would: from small, blurred, and held at a slant, with the crest as dirt. What cannot be read
 * here is never printed. Loaded by `import()` only.
 */
import decodeQR from 'qr/decode.js';
import type { CodeDrawing } from './drawing.ts';

/** Pixels a module, and degrees. */
const FINE = 3;
const TILT = 10;

/** @returns what the code says, or null when it cannot be read */
export function readBack(drawing: CodeDrawing): string | null {
  const size = drawing.side * FINE;
  const slanted = tilt(blur(paint(drawing, size), size), size);
  try {
    // No limit of time: how far a decoder goes must not depend on how busy a machine is.
    return decodeQR({ ...slanted, data: inColour(slanted.data) }, { timeLimit: Number.MAX_SAFE_INTEGER });
  } catch {
    return null;
  }
}

/** Brightness by pixel, 0 black. The crest is neither: stripes of both, which no correction can guess. */
function paint({ side, ink, patch }: CodeDrawing, size: number): Uint8Array {
  const pixels = new Uint8Array(size * size).fill(255);
  const fill = (x: number, y: number, width: number, height: number, value: number) => {
    for (let row = y * FINE; row < (y + height) * FINE; row++)
      pixels.fill(value, row * size + x * FINE, row * size + (x + width) * FINE);
  };
  for (const { x, y, length } of ink) fill(x, y, length, 1, 0);
  if (patch) {
    for (let y = 0; y < patch.side; y++)
      for (let x = 0; x < patch.side; x++)
        fill(patch.at + x, patch.at + y, 1, 1, (x * 7 + y * 3 + side) % 2 === 0 ? 30 : 220);
  }
  return pixels;
}

/** Mean of nine neighbours. */
function blur(pixels: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(pixels.length);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) sum += at(pixels, size, x + dx, y + dy);
      out[y * size + x] = Math.round(sum / 9);
    }
  }
  return out;
}

/** Turned on a white ground, between four pixels. */
function tilt(pixels: Uint8Array, size: number): { width: number; height: number; data: Uint8Array } {
  const angle = (TILT * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const wide = Math.ceil(size * (cos + sin));
  const data = new Uint8Array(wide * wide);
  for (let y = 0; y < wide; y++) {
    for (let x = 0; x < wide; x++) {
      const [fromX, fromY] = [x - wide / 2, y - wide / 2];
      data[y * wide + x] = between(
        pixels,
        size,
        fromX * cos + fromY * sin + size / 2,
        fromY * cos - fromX * sin + size / 2,
      );
    }
  }
  return { width: wide, height: wide, data };
}

function between(pixels: Uint8Array, size: number, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, below] = [x - left, y - top];
  const upper = at(pixels, size, left, top) * (1 - right) + at(pixels, size, left + 1, top) * right;
  const lower = at(pixels, size, left, top + 1) * (1 - right) + at(pixels, size, left + 1, top + 1) * right;
  return Math.round(upper * (1 - below) + lower * below);
}

const at = (pixels: Uint8Array, size: number, x: number, y: number): number =>
  x < 0 || y < 0 || x >= size || y >= size ? 255 : (pixels[y * size + x] ?? 255);

function inColour(grey: Uint8Array): Uint8Array {
  const colours = new Uint8Array(grey.length * 3);
  for (const [i, value] of grey.entries()) colours.fill(value, 3 * i, 3 * i + 3);
  return colours;
}
