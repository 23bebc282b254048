/** How a share card is painted, and how a crest is read: by properties of shapes and pictures. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { Canvas, type Point } from '../../workers/features/campaigns/posts/share/canvas.ts';
import { readPng } from '../../workers/features/campaigns/posts/share/read-png.ts';
import { pngChunk, zlibStored } from '../support/images.ts';

const SIDE = 24;

/** How much of a black canvas is white, in pixels. */
function painted(outlines: Point[][]): number {
  const canvas = new Canvas(SIDE, SIDE, [0, 0, 0]);
  canvas.fill(outlines, [255, 255, 255]);
  return canvas.pixels.reduce((sum, value) => sum + value, 0) / 3 / 255;
}

const area = (points: readonly Point[]) =>
  Math.abs(
    points.reduce((sum, [x, y], index) => {
      const [px, py] = points.at(index - 1) ?? [0, 0];
      return sum + px * y - x * py;
    }, 0) / 2,
  );

describe('a shape', () => {
  const point = fc.tuple(
    fc.double({ min: 0, max: SIDE - 1, noNaN: true }),
    fc.double({ min: 0, max: SIDE - 1, noNaN: true }),
  );

  it('covers as much as it measures, wherever its corners lie', ({ expect }) => {
    fc.assert(
      fc.property(fc.tuple(point, point, point), (corners) => {
        // 8 bits a pixel: each pixel at the edge is off by half a step at most, and what is barely seen is left out.
        expect(Math.abs(painted([[...corners]]) - area(corners))).toBeLessThan(0.35);
      }),
      { numRuns: 500 },
    );
  });

  it('has holes where an outline runs the other way', ({ expect }) => {
    const square = (from: number, to: number): Point[] => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
    ];
    expect(painted([square(2, 12), square(4.5, 9.5).reverse()])).toBeCloseTo(100 - 25, 0);
  });

  it('is cut off at the edge of the picture, and stains nothing else', ({ expect }) => {
    expect(
      painted([
        [
          [-50, 4],
          [50, 4],
          [50, 8],
          [-50, 8],
        ],
      ]),
    ).toBeCloseTo(4 * SIDE, 0);
    expect(
      painted([
        [
          [-9, -9],
          [-3, -9],
          [-3, -3],
        ],
      ]),
    ).toBe(0);
    expect(painted([])).toBe(0);
  });
});

/** A PNG whose rows are filtered as asked. */
function encoded(
  width: number,
  type: number,
  channels: number,
  raw: number[],
  filters: number[],
): Uint8Array {
  const line = width * channels;
  const height = raw.length / line;
  const rows: number[] = [];
  for (let y = 0; y < height; y++) {
    const filter = filters[y % filters.length] ?? 0;
    rows.push(filter);
    for (let i = 0; i < line; i++) {
      const at = (dx: number, dy: number) =>
        i + dx * channels < 0 || y + dy < 0 ? 0 : (raw[(y + dy) * line + i + dx * channels] ?? 0);
      const [a, b, c] = [at(-1, 0), at(0, -1), at(-1, -1)];
      const nearest = [a, b, c].toSorted((p, q) => Math.abs(a + b - c - p) - Math.abs(a + b - c - q))[0] ?? 0;
      const guess = [0, a, b, (a + b) >> 1, nearest][filter] ?? 0;
      rows.push((at(0, 0) - guess) & 255);
    }
  }
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  header.set([8, type], 8);
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk('IHDR', header),
    ...(type === 3
      ? [pngChunk('PLTE', Uint8Array.of(1, 2, 3, 4, 5, 6)), pngChunk('tRNS', Uint8Array.of(9))]
      : []),
    pngChunk('IDAT', zlibStored(Uint8Array.from(rows))),
    pngChunk('IEND', new Uint8Array(0)),
  ];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('a PNG', () => {
  const kinds = [
    [0, 1, ([v = 0]) => [v, v, v, 255]],
    [2, 3, ([r = 0, g = 0, b = 0]) => [r, g, b, 255]],
    [4, 2, ([v = 0, o = 0]) => [v, v, v, o]],
    [6, 4, (all) => all],
  ] satisfies [number, number, (own: number[]) => number[]][];

  it.for(kinds)(
    'of colour type %i is read with every filter',
    async ([type, channels, shown], { expect }) => {
      const picture = fc
        .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
        .chain(([width, height]) =>
          fc.tuple(
            fc.constant(width),
            fc.array(fc.nat(255), {
              minLength: width * height * channels,
              maxLength: width * height * channels,
            }),
            fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }),
          ),
        );
      await fc.assert(
        fc.asyncProperty(picture, async ([width, raw, filters]) => {
          const read = await readPng(encoded(width, type, channels, raw, filters));
          const pixels = Array.from({ length: raw.length / channels }, (_, pixel) =>
            shown(raw.slice(pixel * channels, (pixel + 1) * channels)),
          );
          expect([...(read?.rgba ?? [])]).toEqual(pixels.flat());
        }),
        { numRuns: 60 },
      );
    },
  );

  it('with a palette is read by it, and anything else is not read', async ({ expect }) => {
    const read = await readPng(encoded(2, 3, 1, [0, 1], [0]));
    expect([...(read?.rgba ?? [])]).toEqual([1, 2, 3, 9, 4, 5, 6, 255]);
    for (const bytes of [new Uint8Array(0), new Uint8Array(64), encoded(2, 5, 1, [0, 1], [0])])
      expect(await readPng(bytes)).toBeNull();
  });
});
