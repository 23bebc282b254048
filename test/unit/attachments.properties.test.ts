/** Whatever bytes come: an answer, soon; and what is let through is the same when it is cleaned again. */

import fc from 'fast-check';
import { describe, test } from 'vitest';
import { concat, fromLatin1 } from '../../workers/cases/attachments/clean/bytes.ts';
import { cleanAttachment, REASONS } from '../../workers/cases/attachments/clean/index.ts';
import { segment } from '../../workers/cases/attachments/clean/jpeg/markers.ts';
import { contains, exif, fromBase64, jpeg, png, pngChunk, type Rgb } from '../support/images.ts';

const SECRET = 'KANARI-RAHASIA';
const pixel = (x: number, y: number): Rgb => [(x * 9) & 255, (y * 7) & 255, (x * y) & 255];

const PDF = fromLatin1(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Annots[<</S/URI/URI(https://a)>>]>>endobj\n' +
    '4 0 obj<</Length 3>>stream\nq Q\nendstream endobj\n5 0 obj(x)endobj\ntrailer<</Root 1 0 R/Info 5 0 R>>\n%%EOF',
);

/** Progressive, 16 × 8. */
const PROGRESSIVE = fromBase64(
  [
    '/9j/2wBDAAoHBwgHBgoICAgLCgoLDhgQDg0NDh0VFhEYIx8lJCIfIiEmKzcvJik0KSEiMEExNDk7Pj4+JS5ESUM8SDc9Pjv/2wBD',
    'AQoLCw4NDhwQEBw7KCIoOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozv/wgARCAAIABAD',
    'ASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAVAQEBAAAAAAAAAAAAAAAAAAADBP/aAAwDAQACEAMQAAABm0iU/wD/',
    'xAAXEAADAQAAAAAAAAAAAAAAAAAAAgQD/9oACAEBAAEFAs4xIj//xAAXEQADAQAAAAAAAAAAAAAAAAAAAwRR/9oACAEDAQE/AY6W',
    'af/EABcRAAMBAAAAAAAAAAAAAAAAAAABAhH/2gAIAQIBAT8Bh7Dpn//EABUQAQEAAAAAAAAAAAAAAAAAAAAx/9oACAEBAAY/Aoj/',
    'xAAWEAEBAQAAAAAAAAAAAAAAAAARAAH/2gAIAQEAAT8hSYDs/9oADAMBAAIAAwAAABAL/8QAFhEBAQEAAAAAAAAAAAAAAAAAAQAR',
    '/9oACAEDAQE/ENIT/8QAFhEBAQEAAAAAAAAAAAAAAAAAAQAh/9oACAECAQE/EF0CF//EABgQAQEAAwAAAAAAAAAAAAAAAAEAIWHB',
    '/9oACAEBAAE/EMLiMABsv//Z',
  ].join(''),
);

const SAMPLES: Readonly<Record<string, Uint8Array>> = {
  jpeg: jpeg({ width: 40, height: 24, sampling: [2, 2], pixel, segments: [exif(6)], restart: 2 }),
  'gray jpeg': jpeg({ width: 20, height: 20, gray: true, pixel, segments: [exif(3)] }),
  'progressive jpeg': PROGRESSIVE,
  png: png(9, 9, [pngChunk('gAMA', new Uint8Array(4))]),
  webp: fromBase64(
    'UklGRloAAABXRUJQVlA4WAoAAAAQAAAABAAAAgAAQUxQSAoAAAABB1DAiAhERP8DVlA4ICoAAACQAQCdASoFAAMAAsBMJaACdLoAA5gA/u2QP4hd7G2//PTP62/j/xkAAAA=',
  ),
  pdf: PDF,
};

/** Some bytes changed, a piece doubled or left out, and the end cut off. */
const damage = (bytes: Uint8Array): fc.Arbitrary<Uint8Array> => {
  const place = fc.nat(bytes.length - 1);
  const changes = fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 6 });
  return fc.tuple(changes, place, place, fc.option(place)).map(([list, from, to, end]) => {
    const copy = bytes.slice();
    for (const [at, value] of list) copy[at] = value;
    return concat([copy.subarray(0, from), copy.subarray(list.length % 2 ? to : from)]).subarray(
      0,
      end ?? undefined,
    );
  });
};

describe.each(Object.entries(SAMPLES))('%s', (_kind, sample) => {
  test('whole, it is let through', async ({ expect }) => {
    expect((await cleanAttachment(sample)).ok).toBe(true);
  });

  test('damaged at random, it is refused with a known reason, or cleaned for good', async ({ expect }) => {
    await fc.assert(
      fc.asyncProperty(damage(sample), async (bytes) => {
        const before = bytes.slice();
        const result = await cleanAttachment(bytes);
        expect(bytes).toEqual(before);
        if (!result.ok) {
          expect(REASONS.includes(result.reason)).toBe(true);
          return;
        }
        const again = await cleanAttachment(result.bytes);
        expect(again).toEqual(result);
      }),
      { numRuns: 400 },
    );
  });

  test('cut at any byte, it is refused or the same picture', async ({ expect }) => {
    for (let end = 0; end < sample.length; end += 3) {
      const result = await cleanAttachment(sample.subarray(0, end));
      if (result.ok) expect(await cleanAttachment(result.bytes)).toEqual(result);
    }
  });

  test('what is written behind the end never comes out', async ({ expect }) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), async (noise) => {
        const result = await cleanAttachment(concat([sample, noise, fromLatin1(SECRET), noise]));
        expect(result.ok && contains(result.bytes, SECRET)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

test('a refinement that lifts the brightness beyond what a file may hold is refused', async ({ expect }) => {
  // A second look at bit 13 of the first coefficient, as damage once made it: written anew it could not be read again.
  const scan = concat([segment(0xda, [1, 1, 0, 0, 0, 0xed]), Uint8Array.of(0xff, 0, 0xff, 0)]);
  const bytes = concat([PROGRESSIVE.subarray(0, -2), scan, Uint8Array.of(0xff, 0xd9)]);
  expect(await cleanAttachment(bytes)).toEqual({ ok: false, reason: 'damaged' });
});

test('a secret in any segment of a photo, at any place, never comes out', async ({ expect }) => {
  const markers = fc.constantFrom(0xe0, 0xe1, 0xe2, 0xe8, 0xed, 0xee, 0xef, 0xfe);
  const starts = fc.constantFrom(
    '',
    'JFIF\0',
    'JFXX\0',
    'Exif\0\0',
    'Adobe',
    'ICC_PROFILE\0',
    'MPF\0',
    'http://ns.adobe.com/xap/1.0/\0',
  );
  const segments = fc.array(fc.tuple(markers, starts, fc.nat(30)), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(segments, async (list) => {
      const hidden = list.map(([marker, start, gap]) =>
        segment(marker, fromLatin1(`${start}${'\0'.repeat(gap)}${SECRET}`)),
      );
      const result = await cleanAttachment(
        jpeg({ width: 8, height: 8, gray: true, pixel, segments: hidden }),
      );
      expect(result.ok && !contains(result.bytes, SECRET)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('any bytes at all get an answer', async ({ expect }) => {
  const starts = fc.constantFrom('', '\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'RIFF\x20\0\0\0WEBP', '%PDF-1.7\n');
  await fc.assert(
    fc.asyncProperty(starts, fc.uint8Array({ maxLength: 200 }), async (start, rest) => {
      const result = await cleanAttachment(concat([fromLatin1(start), rest]));
      expect(result.ok || REASONS.includes(result.reason)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
