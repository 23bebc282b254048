/**
 * Pixels of a PNG as a regency's crest is one: 8 bits a channel, in one piece. Others, and what is no PNG, are not read.
 * Pure.
 */
import type { Picture } from './canvas.ts';

/** Channels by colour type: grey, RGB, palette, grey with opacity, RGB with opacity. */
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Sides of a crest for paper are at most 1,200 pixels. */
const MOST_PIXELS = 1_500_000;

/** @returns null when it is none that can be read */
export async function readPng(bytes: Uint8Array): Promise<Picture | null> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33 || view.getUint32(0) !== 0x89504e47) return null;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [depth, type = -1, , , interlaced] = bytes.subarray(24, 29);
  const channels = CHANNELS[type];
  if (depth !== 8 || interlaced !== 0 || !channels || width * height > MOST_PIXELS) return null;
  const parts = chunksOf(bytes, view);
  const rows = await inflate(parts.filter(({ name }) => name === 'IDAT').map(({ data }) => data));
  if (rows.length !== (width * channels + 1) * height) return null;
  unfilter(rows, width * channels, channels);
  const named = (name: string) => parts.find((part) => part.name === name)?.data ?? new Uint8Array(0);
  const rgba = new Uint8Array(width * height * 4);
  const [palette, opacity] = [named('PLTE'), named('tRNS')];
  for (let pixel = 0; pixel < width * height; pixel++) {
    const at = Math.floor(pixel / width) + 1 + pixel * channels;
    const [a = 0, b = 0, c = 0, d = 255] = rows.subarray(at, at + channels);
    const own =
      type === 3
        ? [...palette.subarray(a * 3, a * 3 + 3), opacity[a] ?? 255]
        : channels < 3
          ? [a, a, a, channels === 2 ? b : 255]
          : [a, b, c, d];
    rgba.set(own, pixel * 4);
  }
  return { width, height, rgba };
}

function chunksOf(bytes: Uint8Array, view: DataView): { name: string; data: Uint8Array<ArrayBuffer> }[] {
  const chunks = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = new TextDecoder().decode(bytes.subarray(at + 4, at + 8));
    chunks.push({ name, data: bytes.slice(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

async function inflate(parts: Uint8Array<ArrayBuffer>[]): Promise<Uint8Array> {
  const stream = new Blob(parts).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Takes the filters of all rows off, in place. @param line bytes of a row without its filter, @param step bytes a pixel */
function unfilter(rows: Uint8Array, line: number, step: number): void {
  for (let start = 0; start < rows.length; start += line + 1) {
    const filter = rows[start];
    for (let at = start + 1; at <= start + line; at++) {
      const left = at > start + step ? (rows[at - step] ?? 0) : 0;
      const up = start > 0 ? (rows[at - line - 1] ?? 0) : 0;
      const corner = start > 0 && at > start + step ? (rows[at - line - 1 - step] ?? 0) : 0;
      const guess =
        filter === 1
          ? left
          : filter === 2
            ? up
            : filter === 3
              ? (left + up) >> 1
              : filter === 4
                ? paeth(left, up, corner)
                : 0;
      rows[at] = (rows[at] ?? 0) + guess;
    }
  }
}

/** Whichever of the three is nearest to left + up − corner. */
function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp] = [Math.abs(up - corner), Math.abs(left - corner)];
  const toCorner = Math.abs(left + up - 2 * corner);
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
}
