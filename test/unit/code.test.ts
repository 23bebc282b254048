/** Case codes and PINs: what is written, what is accepted, and that no small slip of the pen passes. */

import fc from 'fast-check';
import { describe, test } from 'vitest';
import {
  CODE_ALPHABET,
  formatPin,
  isCode,
  makeCode,
  normaliseCode,
  normalisePin,
  pinFromMac,
} from '../../shared/code.ts';

const bytes = fc.uint8Array({ minLength: 8, maxLength: 32 });
const code = bytes.map((random) => makeCode('LT', random));
const ZEROS = new Uint8Array(8);

/** Any character a keyboard gives, and some it does not. */
const KEYBOARD = [...Array(95).keys()]
  .map((offset) => String.fromCharCode(32 + offset))
  .concat('Ä', '７', 'ß', '\u200b');

const replaceAt = (text: string, at: number, by: string): string =>
  text.slice(0, at) + by + text.slice(at + 1);
const swap = (text: string, a: number, b: number): string =>
  replaceAt(replaceAt(text, a, text.charAt(b)), b, text.charAt(a));

test('the alphabet has 23 symbols and neither side of a look-alike', ({ expect }) => {
  expect(new Set(CODE_ALPHABET).size).toBe(23);
  expect(CODE_ALPHABET).not.toMatch(/[0O1IL2Z5S8BUV]/);
  expect(CODE_ALPHABET).toBe(CODE_ALPHABET.toUpperCase());
});

describe('writing a code', () => {
  test('prefix and two groups of four, the same for the same bytes', ({ expect }) => {
    expect(makeCode('LT', ZEROS)).toBe('LT-3333-3333');
    fc.assert(
      fc.property(bytes, (random) => {
        const made = makeCode('LT', random);
        expect(made).toMatch(/^LT-[34679ACDEFGHJKMNPQRTWXY]{4}-[34679ACDEFGHJKMNPQRTWXY]{4}$/);
        expect(makeCode('LT', random)).toBe(made);
        expect(isCode(made, 'LT')).toBe(true);
      }),
    );
  });

  test('every symbol is as likely as the others in every place', ({ expect }) => {
    const seen = Array.from({ length: 12 }, () => new Map<string, number>());
    const rounds = 23_000;
    for (let round = 0; round < rounds; round++) {
      const made = makeCode('LT', crypto.getRandomValues(new Uint8Array(8)));
      for (const [place, counts] of seen.entries()) {
        counts.set(made.charAt(place), (counts.get(made.charAt(place)) ?? 0) + 1);
      }
    }
    for (const place of [3, 4, 5, 6, 8, 9, 10, 11]) {
      const counts = [...(seen[place]?.values() ?? [])];
      expect(counts.length).toBe(23);
      // 1,000 expected, standard deviation 31: six of them is chance once in a million runs.
      expect(Math.min(...counts)).toBeGreaterThan(800);
      expect(Math.max(...counts)).toBeLessThan(1200);
    }
  });

  test('refuses another prefix and too few bytes', ({ expect }) => {
    for (const prefix of ['', 'L', 'lt', 'LTM', 'L7'])
      expect(() => makeCode(prefix, ZEROS)).toThrow(RangeError);
    expect(() => makeCode('LT', new Uint8Array(7))).toThrow(RangeError);
  });
});

describe('reading a code', () => {
  test('accepts the ways people write it', ({ expect }) => {
    fc.assert(
      fc.property(code, (written) => {
        const plain = written.replaceAll('-', '');
        const ways = [
          plain,
          written.slice(3),
          plain.slice(2),
          ` ${written} `,
          written.replaceAll('-', ' – '),
        ];
        for (const way of [...ways, [...plain].join(' '), `\u2066${plain}\u2069`]) {
          expect(normaliseCode(way, 'LT')).toBe(written);
          expect(normaliseCode(way.toLowerCase(), 'LT')).toBe(written);
        }
      }),
    );
  });

  test('a prefix made of the alphabet is told apart by length', ({ expect }) => {
    fc.assert(
      fc.property(bytes, (random) => {
        const written = makeCode('KT', random);
        expect(normaliseCode(written, 'KT')).toBe(written);
        expect(normaliseCode(written.slice(3), 'KT')).toBe(written);
        expect(normaliseCode(written, 'LT')).toBeNull();
      }),
    );
  });

  test('refuses everything else', ({ expect }) => {
    const others = [
      '',
      'LT',
      'LT-3333-333',
      'LT-3333-33333',
      'LTLT-3333-3333',
      '3333-3333-LT',
      '3'.repeat(1000),
    ];
    for (const other of [...others, 'LT+3333+3333']) expect(normaliseCode(other, 'LT')).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => isCode(text, 'LT') || normaliseCode(text, 'LT') !== text));
    expect(isCode('lt-3333-3333', 'LT')).toBe(false);
    expect(isCode('LT33333333', 'LT')).toBe(false);
  });
});

describe('the check character', () => {
  test('catches every single wrong character, with the prefix and without', ({ expect }) => {
    fc.assert(
      fc.property(code, (written) => {
        for (const plain of [written.replaceAll('-', ''), written.slice(3).replace('-', '')]) {
          for (let at = 0; at < plain.length; at++) {
            for (const key of KEYBOARD) {
              if (key.toUpperCase() === plain.charAt(at)) continue;
              expect(normaliseCode(replaceAt(plain, at, key), 'LT')).toBeNull();
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('catches every swap of two characters, neighbours or not', ({ expect }) => {
    fc.assert(
      fc.property(code, (written) => {
        const plain = written.replaceAll('-', '');
        for (let a = 0; a < plain.length; a++) {
          for (let b = a + 1; b < plain.length; b++) {
            const swapped = swap(plain, a, b);
            if (swapped !== plain) expect(normaliseCode(swapped, 'LT')).toBeNull();
          }
        }
      }),
    );
  });

  test('exhaustively: by linearity a slip passes only if its change weighs nothing, and none does', ({
    expect,
  }) => {
    // The sum is linear over the places, so a slip in one valid code stands for the same slip in all:
    // around the zero code every single change, and every pair of places exchanged or doubled, is tried.
    const zero = '33333333';
    for (let a = 0; a < 8; a++) {
      for (const symbol of CODE_ALPHABET.slice(1)) {
        const changed = replaceAt(zero, a, symbol);
        expect(normaliseCode(changed, 'LT')).toBeNull();
        const opposite = CODE_ALPHABET.charAt(23 - CODE_ALPHABET.indexOf(symbol));
        for (let b = a + 1; b < 8; b++) {
          expect(normaliseCode(replaceAt(changed, b, opposite), 'LT')).toBeNull();
          expect(normaliseCode(replaceAt(changed, b, symbol), 'LT')).toBeNull();
        }
      }
    }
  });

  test('catches a lost and an added character', ({ expect }) => {
    fc.assert(
      fc.property(code, fc.nat(9), fc.constantFrom(...CODE_ALPHABET), (written, at, symbol) => {
        const plain = written.replaceAll('-', '');
        expect(normaliseCode(replaceAt(plain, at, ''), 'LT')).toBeNull();
        expect(normaliseCode(plain.slice(0, at) + symbol + plain.slice(at), 'LT')).toBeNull();
      }),
    );
  });
});

describe('the PIN', () => {
  test('is the first 64 bits modulo a million, six digits', ({ expect }) => {
    expect(pinFromMac(new Uint8Array(32))).toBe('000000');
    expect(pinFromMac(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 42))).toBe('000042');
    expect(pinFromMac(new Uint8Array(8).fill(255))).toBe('551615');
    fc.assert(fc.property(bytes, (mac) => /^[0-9]{6}$/.test(pinFromMac(mac))));
    expect(() => pinFromMac(new Uint8Array(7))).toThrow(RangeError);
  });

  test('is printed in two groups and read back', ({ expect }) => {
    expect(formatPin('042917')).toBe('042 917');
    fc.assert(
      fc.property(bytes.map(pinFromMac), (pin) => {
        for (const way of [pin, formatPin(pin), ` ${pin}`, [...pin].join('-')])
          expect(normalisePin(way)).toBe(pin);
      }),
    );
    for (const wrong of ['', '12345', '1234567', '12345a', '１２３４５６', ' '.repeat(100)]) {
      expect(normalisePin(wrong)).toBeNull();
    }
  });
});
