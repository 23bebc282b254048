/** PNG and WebP: only the picture's own chunks stay; and the kinds of file that are told apart by their bytes. */

import fc from 'fast-check';
import { describe, test } from 'vitest';
import { messages } from '../../shared/i18n/messages.ts';
import { concat, fromLatin1 } from '../../workers/cases/attachments/clean/bytes.ts';
import {
  cleanAttachment,
  MAX_BYTES,
  REASONS,
  type Reason,
} from '../../workers/cases/attachments/clean/index.ts';
import { inflate } from '../../workers/cases/attachments/clean/zlib/index.ts';
import { exif, fromBase64, png, pngChunk, zlibStored } from '../support/images.ts';

const SECRET = 'KANARI-RAHASIA';
const secret = fromLatin1(SECRET);

/** 5 × 3 pixels: lossy, lossy with transparency, lossless. */
const LOSSY = fromBase64('UklGRjQAAABXRUJQVlA4ICgAAACQAQCdASoFAAMAAsBMJaACdLoAA5gA/ujXHrz1McX/5mj9JvpN3MAA');
const ALPHA = fromBase64(
  'UklGRloAAABXRUJQVlA4WAoAAAAQAAAABAAAAgAAQUxQSAoAAAABB1DAiAhERP8DVlA4ICoAAACQAQCdASoFAAMAAsBMJaACdLoAA5gA/u2QP4hd7G2//PTP62/j/xkAAAA=',
);
const LOSSLESS = fromBase64('UklGRh4AAABXRUJQVlA4TBEAAAAvBIAAEAdQjyLXo4CBiOh/AAA=');

const outcome = async (bytes: Uint8Array): Promise<Uint8Array | Reason> => {
  const result = await cleanAttachment(bytes);
  return result.ok ? result.bytes : result.reason;
};

/** The Exif block without JPEG's segment and prefix. */
const tiff = (orientation: number): Uint8Array => exif(orientation, SECRET).subarray(10);

/** A WebP with an extended header, the chunks of `source`, and more. */
function webp(source: Uint8Array, flags: number, ...more: [string, Uint8Array][]): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Uint8Array => {
    const size = Uint8Array.of(data.length & 255, data.length >> 8, 0, 0);
    return concat([fromLatin1(type), size, data, new Uint8Array(data.length & 1)]);
  };
  const header = chunk('VP8X', Uint8Array.of(flags, 0, 0, 0, 4, 0, 0, 2, 0, 0));
  const body = concat([
    fromLatin1('WEBP'),
    header,
    source.subarray(12),
    ...more.map(([type, data]) => chunk(type, data)),
  ]);
  return chunk('RIFF', body);
}

describe('PNG', () => {
  test('text, time, Exif, profiles, private chunks, animation and what follows the end go', async ({
    expect,
  }) => {
    const extra = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'iCCP', 'acTL', 'prVt'].map((type) =>
      pngChunk(type, secret),
    );
    const source = png(6, 4, [...extra, pngChunk('eXIf', tiff(1))], [pngChunk('fdAT', secret)]);
    const result = await cleanAttachment(concat([source, secret]));
    expect(result).toEqual({
      ok: true,
      kind: 'png',
      mime: 'image/png',
      width: 6,
      height: 4,
      bytes: png(6, 4),
    });
  });

  test('gamma, primaries and intent stay; pixel data in pieces becomes one', async ({ expect }) => {
    const colour = [
      pngChunk('gAMA', new Uint8Array(4)),
      pngChunk('cHRM', new Uint8Array(32)),
      pngChunk('sRGB', Uint8Array.of(0)),
    ];
    expect(await outcome(png(6, 4, colour))).toEqual(png(6, 4, colour));
    const whole = png(6, 4);
    const at = 33;
    const data = whole.subarray(at + 8, whole.length - 16);
    const pieces = [data.subarray(0, 5), data.subarray(5)].map((piece) => pngChunk('IDAT', piece));
    expect(await outcome(concat([whole.subarray(0, at), ...pieces, whole.subarray(-12)]))).toEqual(whole);
  });

  test('refused: wrong checksum, cut short, too much or too little data, sideways, too many pixels', async ({
    expect,
  }) => {
    const whole = png(6, 4);
    const broken = whole.slice();
    broken[45] = (broken[45] ?? 0) ^ 1;
    expect(await outcome(broken)).toBe('damaged');
    expect(await outcome(whole.subarray(0, -1))).toBe('damaged');
    const header = (data: number[]): Uint8Array =>
      concat([whole.subarray(0, 8), pngChunk('IHDR', Uint8Array.from(data)), whole.subarray(33)]);
    expect(await outcome(header([0, 0, 0, 6, 0, 0, 0, 5, 8, 0, 0, 0, 0]))).toBe('damaged');
    expect(await outcome(header([0, 0, 0, 6, 0, 0, 0, 3, 8, 0, 0, 0, 0]))).toBe('too_complex');
    expect(await outcome(header([0, 1, 0, 0, 0, 1, 0, 0, 8, 0, 0, 0, 0]))).toBe('too_many_pixels');
    expect(await outcome(png(6, 4, [pngChunk('eXIf', tiff(6))]))).toBe('sideways');
    expect(await outcome(png(6, 4, [pngChunk('CRIT', secret)]))).toBe('damaged');
    const behind = pngChunk('IDAT', concat([whole.subarray(41, whole.length - 16), secret]));
    expect(await outcome(concat([whole.subarray(0, 33), behind, whole.subarray(-12)]))).toBe('damaged');
  });
});

describe('WebP', () => {
  test.for([
    ['lossy', LOSSY],
    ['with transparency', ALPHA],
    ['lossless', LOSSLESS],
  ] as const)('%s: a picture alone stays as it is', async ([, source], { expect }) => {
    const bytes = source;
    expect(await cleanAttachment(source)).toEqual({
      ok: true,
      kind: 'webp',
      mime: 'image/webp',
      width: 5,
      height: 3,
      bytes,
    });
  });

  test('Exif, XMP, profile, unknown chunks, flags and what follows the end go', async ({ expect }) => {
    const more: [string, Uint8Array][] = [
      ['ICCP', secret],
      ['EXIF', tiff(1)],
      ['XMP ', secret],
      ['XXXX', secret],
    ];
    expect(await outcome(concat([webp(LOSSY, 0x2c, ...more), secret]))).toEqual(LOSSY);
    expect(await outcome(webp(LOSSLESS, 0x2c, ...more))).toEqual(LOSSLESS);
  });

  test('refused: animated, sideways, cut short, without a picture', async ({ expect }) => {
    expect(await outcome(webp(LOSSY, 2, ['ANIM', new Uint8Array(6)]))).toBe('animated');
    expect(await outcome(webp(LOSSY, 8, ['EXIF', tiff(8)]))).toBe('sideways');
    expect(await outcome(webp(LOSSY, 8, ['EXIF', concat([fromLatin1('Exif\0\0'), tiff(8)])]))).toBe(
      'sideways',
    );
    expect(await outcome(LOSSY.subarray(0, -1))).toBe('damaged');
    expect(await outcome(webp(new Uint8Array(12), 0))).toBe('damaged');
  });
});

describe('kinds of file', () => {
  test.for([
    ['', 'empty'],
    ['GIF89a', 'unknown_type'],
    ['<html><script>', 'unknown_type'],
    ['MZ', 'unknown_type'],
    ['\0\0\0\x18ftypheic', 'heic'],
    ['\0\0\0\x18ftypmif1', 'heic'],
    ['\0\0\0\x18ftypmp42', 'unknown_type'],
    ['\xff\xd8\xff\xe0', 'damaged'],
    ['%PDF-1.7', 'damaged'],
  ] as const)('%j is refused as %s', async ([start, reason], { expect }) => {
    expect(await outcome(fromLatin1(start))).toBe(reason);
  });

  test('more than 10 MB is not even looked at', async ({ expect }) => {
    expect(await outcome(new Uint8Array(MAX_BYTES + 1))).toBe('too_large');
  });

  test('every reason has a sentence in both languages that ends like one', ({ expect }) => {
    for (const reason of REASONS) {
      const { id, en } = messages[`upload.${reason}`];
      expect(`${id}|${en}`).toMatch(/^[A-Z].*\.\|[A-Z].*\.$/);
    }
  });
});

describe('zlib', () => {
  const pack = async (data: Uint8Array<ArrayBuffer>): Promise<Uint8Array> => {
    const packed = new Blob([data]).stream().pipeThrough(new CompressionStream('deflate'));
    return new Uint8Array(await new Response(packed).arrayBuffer());
  };
  const unpack = (data: Uint8Array, limit = 1e7): { bytes: Uint8Array; used: number } => {
    const pieces: Uint8Array[] = [];
    const { used } = inflate(data, limit, (piece) => pieces.push(piece.slice()));
    return { bytes: concat(pieces), used };
  };

  test('gives back what was packed, in all kinds of blocks, and says where it ends', async ({ expect }) => {
    const words = fc.array(fc.constantFrom('jalan', ' rusak', '\n', 'x'.repeat(300)), { maxLength: 400 });
    const data = fc.oneof(
      fc.uint8Array({ maxLength: 3000 }),
      words.map((list) => fromLatin1(list.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(data, async (bytes) => {
        const packed = await pack(new Uint8Array(bytes));
        expect(unpack(concat([packed, secret]))).toEqual({ bytes, used: packed.length });
        expect(unpack(zlibStored(bytes))).toEqual({ bytes, used: bytes.length + 11 });
      }),
      { numRuns: 60 },
    );
  });

  test('copies reach back over pieces handed on long ago, and a bomb stops at its limit', async ({
    expect,
  }) => {
    const bytes = Uint8Array.from({ length: 400_000 }, (_, i) => (i % 31_000) % 251);
    const packed = await pack(bytes);
    expect(unpack(packed).bytes).toEqual(bytes);
    expect(() => unpack(packed, 300_000)).toThrow('too_complex');
    expect(() => unpack(packed.subarray(0, -1))).toThrow('damaged');
  });
});
