import fc from 'fast-check';
import { describe, it } from 'vitest';
import { CODE_ALPHABET } from '../../shared/code.ts';
import { shownCount } from '../../shared/small-counts.ts';
import { drawCode, drawCodes } from '../../workers/features/campaigns/register/code.ts';

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** A source of given bytes, and of random ones when they are used up, so that every draw ends. */
function source(bytes: readonly number[]): (count: number) => Uint8Array {
  let at = 0;
  return (count) => random(count).map((byte) => bytes[at++] ?? byte);
}

const CODE = new RegExp(`^(?=.*[0-9])[${CODE_ALPHABET}]{6}$`);

describe('a code of a placement', () => {
  it('has six characters without look-alikes and at least one digit, whatever is drawn', ({ expect }) => {
    fc.assert(
      fc.property(fc.array(fc.nat(255), { maxLength: 200 }), (bytes) => {
        expect(drawCode(source(bytes))).toMatch(CODE);
      }),
    );
  });

  it('is drawn again when it has no digit, also from a source that gives letters for long', ({ expect }) => {
    const letters = Array<number>(600).fill(CODE_ALPHABET.indexOf('A'));
    expect(drawCode(source(letters))).toMatch(CODE);
  });

  it('favours no symbol', ({ expect }) => {
    const seen = new Map<string, number>();
    for (let i = 0; i < 20_000; i++)
      for (const symbol of drawCode(random).slice(1, 2)) seen.set(symbol, (seen.get(symbol) ?? 0) + 1);
    const letters = [...CODE_ALPHABET].filter((symbol) => /[A-Z]/.test(symbol)).map((s) => seen.get(s) ?? 0);
    // 18 letters share some 75 %: about 830 each, with a deviation of 28.
    expect(Math.min(...letters)).toBeGreaterThan(650);
    expect(Math.max(...letters)).toBeLessThan(1010);
  });

  it('is never one that is taken', ({ expect }) => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(255), { maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (bytes, count) => {
          const taken = new Set([drawCode(source(bytes))]);
          const codes = drawCodes(count, taken, source(bytes));
          expect(new Set(codes).size).toBe(count);
          expect(codes.some((code) => taken.has(code))).toBe(false);
        },
      ),
    );
  });
});

describe('a small count', () => {
  it('is hidden from 1 to 4, unless the data are invented', ({ expect }) => {
    const counts = [0, 1, 2, 3, 4, 5, 6, 100];
    expect(counts.map((count) => shownCount(count, false))).toEqual([0, null, null, null, null, 5, 6, 100]);
    expect(counts.map((count) => shownCount(count, true))).toEqual(counts);
  });
});
