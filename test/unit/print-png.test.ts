/** The crest as sheets show it: PNG of every colour type and filter, read row by row, and made smaller. */
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { readPng } from '../../workers/features/campaigns/print/png-rows.ts';
import { pngChunk } from '../support/images.ts';

const channels: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const palette = Uint8Array.from({ length: 768 }, (_, i) => (i * 37) % 256);
const opacity = Uint8Array.from({ length: 256 }, (_, i) => 255 - i);

/** @param raw bytes of its pixels; row y has filter y mod 5 */
function pngOf(width: number, height: number, type: number, raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const step = channels[type] ?? 1;
  const line = width * step;
  const at = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (raw[y * line + x] ?? 0));
  const rows = Array.from({ length: height }, (_, y) => {
    const filtered = Array.from({ length: line }, (_, x) => {
      const [left, up, corner] = [at(x - step, y), at(x, y - 1), x < step ? 0 : at(x - step, y - 1)];
      const nearest = [left, up, corner].toSorted(
        (a, b) => Math.abs(left + up - corner - a) - Math.abs(left + up - corner - b),
      );
      const guess = [0, left, up, (left + up) >> 1, nearest[0] ?? 0][y % 5] ?? 0;
      return (at(x, y) - guess) & 255;
    });
    return [y % 5, ...filtered];
  });
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, type, 0, 0, 0], 8);
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk('IHDR', header),
    ...(type === 3 ? [pngChunk('PLTE', palette), pngChunk('tRNS', opacity)] : []),
    pngChunk('IDAT', new Uint8Array(deflateSync(Uint8Array.from(rows.flat())))),
    pngChunk('IEND', new Uint8Array(0)),
  ];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** Red, green, blue and opacity of a pixel as the standard says. */
function pixelOf(type: number, of: (n: number) => number): number[] {
  if (type === 3) return [...palette.subarray(3 * of(0), 3 * of(0) + 3), opacity[of(0)] ?? 0];
  if (type === 2) return [of(0), of(1), of(2), 255];
  if (type === 6) return [of(0), of(1), of(2), of(3)];
  return [of(0), of(0), of(0), type === 4 ? of(1) : 255];
}

describe('a PNG', () => {
  it('of any colour type and filter gives its pixels; where nothing is seen the colour does not matter', async ({
    expect,
  }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(0, 2, 3, 4, 6),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 11 }),
        fc.uint8Array({ minLength: 396, maxLength: 396 }),
        async (type, width, height, raw) => {
          const step = channels[type] ?? 1;
          const read = await readPng(pngOf(width, height, type, raw));
          expect([read?.width, read?.height]).toEqual([width, height]);
          for (let n = 0; n < width * height; n++) {
            const [red, green, blue, seen] = pixelOf(type, (c) => raw[n * step + c] ?? 0);
            expect(read?.alpha[n]).toBe(seen);
            if (seen)
              expect([...(read?.colour.subarray(3 * n, 3 * n + 3) ?? [])]).toEqual([red, green, blue]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('that is too wide becomes the mean of its pixels; one that is cut off is none', async ({ expect }) => {
    const raw = Uint8Array.from({ length: 1000 * 2 }, (_, n) => (n % 2 === 0 ? 100 : 200));
    const whole = pngOf(1000, 2, 0, raw);
    const read = await readPng(whole);
    expect([read?.width, read?.height, read?.colour[0], read?.alpha[0]]).toEqual([500, 1, 150, 255]);
    expect(await readPng(whole.slice(0, 20))).toBeNull();
    await expect(readPng(whole.slice(0, 60))).rejects.toThrow();
  });
});
