/** Photos: right side up, without a trace of camera, place or passenger, and refused when they are not whole. */

import { describe, test } from 'vitest';
import { concat, fromLatin1 } from '../../workers/cases/attachments/clean/bytes.ts';
import { type CleanResult, cleanAttachment } from '../../workers/cases/attachments/clean/index.ts';
import { segment } from '../../workers/cases/attachments/clean/jpeg/markers.ts';
import { contains, exif, fromBase64, type JpegOptions, jpeg, pixels, type Rgb } from '../support/images.ts';

/** A slope in two colours: every place has a colour of its own, and lossy steps stay small. */
const slope = (x: number, y: number): Rgb => [Math.min(255, x * 4), Math.min(255, y * 5), 128];
const SECRET = 'KANARI-RAHASIA';

/** Where the pixel (x, y) of the upright picture of w × h comes from, as Exif's table of orientations says. */
const SOURCE: readonly ((x: number, y: number, w: number, h: number) => readonly [number, number])[] = [
  (x, y) => [x, y],
  (x, y, w) => [w - 1 - x, y],
  (x, y, w, h) => [w - 1 - x, h - 1 - y],
  (x, y, _w, h) => [x, h - 1 - y],
  (x, y) => [y, x],
  (x, y, w) => [y, w - 1 - x],
  (x, y, w, h) => [h - 1 - y, w - 1 - x],
  (x, y, _w, h) => [h - 1 - y, x],
];

/** 40 × 24, red = 6 x, green = 10 y, blue = 128; spectral selection and successive approximation. */
const PROGRESSIVE = fromBase64(
  [
    '/9j/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBD',
    'AQkJCQwLDBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjL/wgARCAAYACgD',
    'AREAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAwQG/8QAGAEBAQEBAQAAAAAAAAAAAAAABAMCBgX/2gAMAwEAAhADEAAAAcn6',
    'sKMLea3wp5rLfCvNbzW+FUTWO+Fomt8Leanwv//EABYQAAMAAAAAAAAAAAAAAAAAAAABA//aAAgBAQABBQJTFMUxTFMUxTFMUxTF',
    'MUxTFMUz/8QAFhEAAwAAAAAAAAAAAAAAAAAAAAID/9oACAEDAQE/AUoJQSglBKCUEoJQSglBKCUEoJQSh//EABYRAAMAAAAAAAAA',
    'AAAAAAAAAAABAv/aAAgBAgEBPwF2Ox2Ox2Ox2Ox2Ox2Ox2Ox2f/EABQQAQAAAAAAAAAAAAAAAAAAADD/2gAIAQEABj8Cf//EABUQ',
    'AQEAAAAAAAAAAAAAAAAAAABh/9oACAEBAAE/IYoooooooooooooov//aAAwDAQACAAMAAAAQ4Rx+rrDv/8QAFBEBAAAAAAAAAAAA',
    'AAAAAAAAMP/aAAgBAwEBPxB1VVVVf//EABQRAQAAAAAAAAAAAAAAAAAAADD/2gAIAQIBAT8QdVVVVX//xAAUEAEAAAAAAAAAAAAA',
    'AAAAAAAw/9oACAEBAAE/EHkkkkkkkn//2Q==',
  ].join(''),
);

async function clean(bytes: Uint8Array): Promise<Extract<CleanResult, { ok: true }>> {
  const result = await cleanAttachment(bytes);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

/** The largest difference between nine places of the cleaned picture and the slope they come from. */
function deviation(bytes: Uint8Array, orientation: number): number {
  const { width: w, height: h, at } = pixels(bytes);
  const places = [0, w >> 1, w - 1].flatMap((x) => [0, h >> 1, h - 1].map((y) => [x, y] as const));
  const differences = places.flatMap(([x, y]) => {
    const [sx, sy] = SOURCE[orientation - 1]?.(x, y, w, h) ?? [0, 0];
    const colour = at(x, y);
    return slope(sx, sy).map((value, c) => Math.abs((colour[c] ?? 0) - value));
  });
  return Math.max(...differences);
}

const SIZES: readonly [string, Partial<JpegOptions>, number, number][] = [
  ['whole blocks', {}, 48, 32],
  ['chroma halved both ways', { sampling: [2, 2] }, 48, 32],
  ['chroma halved across', { sampling: [2, 1] }, 48, 24],
  ['partial edges', { sampling: [2, 2] }, 43, 37],
  ['restart markers', { sampling: [2, 1], restart: 2 }, 50, 20],
];

describe.each(SIZES)('%s', (_name, options, width, height) => {
  test.for([1, 2, 3, 4, 5, 6, 7, 8])(
    'orientation %i is applied to the pixels',
    async (orientation, { expect }) => {
      const source = jpeg({ width, height, pixel: slope, ...options, segments: [exif(orientation)] });
      const result = await clean(source);
      expect(deviation(result.bytes, orientation)).toBeLessThan(26);
      const shown = pixels(result.bytes);
      expect([result.kind, result.mime]).toEqual(['jpeg', 'image/jpeg']);
      expect([result.width, result.height]).toEqual([shown.width, shown.height]);
      const sides = orientation > 4 ? [height, width] : [width, height];
      expect((sides[0] ?? 0) - shown.width).toBeLessThan(16);
      expect((sides[1] ?? 0) - shown.height).toBeLessThan(16);
      expect((await clean(result.bytes)).bytes).toEqual(result.bytes);
    },
  );
});

test('an upright photo keeps its size, its coefficients and every edge pixel', async ({ expect }) => {
  const source = jpeg({ width: 43, height: 37, pixel: slope, sampling: [2, 2] });
  const result = await clean(source);
  expect([result.width, result.height]).toEqual([43, 37]);
  const [before, after] = [pixels(source), pixels(result.bytes)];
  for (const [x, y] of [
    [0, 0],
    [42, 36],
    [20, 10],
  ] as const)
    expect(after.at(x, y)).toEqual(before.at(x, y));
});

test('a picture smaller than a block is turned without losing its only one', async ({ expect }) => {
  const result = await clean(
    jpeg({ width: 5, height: 3, gray: true, pixel: () => [90, 90, 90], segments: [exif(6)] }),
  );
  expect([result.width, result.height]).toEqual([8, 5]);
  expect(Math.abs((pixels(result.bytes).at(7, 4)[0] ?? 0) - 90)).toBeLessThan(6);
});

test('a progressive photo is turned as well, and becomes a baseline one', async ({ expect }) => {
  const [start, rest] = [PROGRESSIVE.subarray(0, 2), PROGRESSIVE.subarray(2)];
  const source = concat([start, exif(6), rest]);
  const result = await clean(source);
  expect([result.width, result.height]).toEqual([24, 40]);
  const shown = pixels(result.bytes);
  for (const [x, y] of [
    [0, 0],
    [23, 0],
    [0, 39],
    [23, 39],
  ] as const) {
    const expected = [y * 6, (23 - x) * 10, 128];
    for (const [c, value] of shown.at(x, y).entries())
      expect(Math.abs(value - (expected[c] ?? 0))).toBeLessThan(20);
  }
  expect(contains(result.bytes, '\xff\xc2')).toBe(false);
});

test('nothing that a camera, an editor or a smuggler adds comes through', async ({ expect }) => {
  const secret = fromLatin1(SECRET);
  const thumbnail = jpeg({ width: 8, height: 8, pixel: slope, segments: [segment(0xfe, secret)] });
  const source = jpeg({
    width: 24,
    height: 16,
    pixel: slope,
    segments: [
      segment(0xe0, [...fromLatin1('JFIF\0'), 1, 1, 1, 0, 72, 0, 72, 0, 0, ...secret]),
      exif(1, SECRET),
      segment(0xe1, [...fromLatin1('http://ns.adobe.com/xap/1.0/\0'), ...secret]),
      segment(0xe2, [...fromLatin1('ICC_PROFILE\0'), 1, 1, ...secret]),
      segment(0xed, [...fromLatin1('Photoshop 3.0\0'), ...secret, ...thumbnail]),
      segment(0xee, [...fromLatin1('Adobe'), 0, 100, 0, 0, 0, 0, 1, ...secret]),
      segment(0xef, secret),
      segment(0xfe, secret),
    ],
    behind: concat([secret, fromLatin1('PK\x03\x04<?php'), thumbnail]),
  });
  const { bytes } = await clean(source);
  expect(contains(source, SECRET)).toBe(true);
  for (const trace of [SECRET, 'Exif', 'ICC_PROFILE', 'adobe.com', '<?php', 'PK\x03\x04']) {
    expect(contains(bytes, trace), trace).toBe(false);
  }
  expect(contains(bytes, 'JFIF')).toBe(true);
  expect(contains(bytes, 'Adobe')).toBe(true);
});

test('bytes hidden between the last block and the end marker are gone', async ({ expect }) => {
  const source = jpeg({ width: 16, height: 16, pixel: slope });
  const hidden = concat([source.subarray(0, -2), fromLatin1(SECRET), source.subarray(-2)]);
  expect((await clean(hidden)).bytes).toEqual((await clean(source)).bytes);
});

test('refused, with a reason, is what is cut short, too large in pixels, or stored in a way no browser shows', async ({
  expect,
}) => {
  const source = jpeg({ width: 32, height: 32, pixel: slope });
  const frame = source.indexOf(0xc0);
  const changed = (at: number, ...bytes: number[]): Uint8Array => {
    const copy = source.slice();
    copy.set(bytes, at);
    return copy;
  };
  const reason = async (bytes: Uint8Array): Promise<unknown> => {
    const result = await cleanAttachment(bytes);
    return result.ok ? null : result.reason;
  };
  expect(await reason(source.subarray(0, -2))).toBe('damaged');
  expect(await reason(source.subarray(0, -20))).toBe('damaged');
  expect(await reason(source.subarray(0, 3))).toBe('damaged');
  expect(await reason(changed(frame + 4, 0xff, 0xff, 0xff, 0xff))).toBe('too_many_pixels');
  expect(await reason(changed(frame, 0xc9))).toBe('unsupported');
  expect(await reason(changed(frame + 3, 12))).toBe('unsupported');
});
