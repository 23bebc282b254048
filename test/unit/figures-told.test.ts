import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../shared/figures/definitions.ts';
import { COVERED, TOO_FEW, tell, tellParts } from '../../shared/figures/told.ts';
import { HIDDEN } from '../../shared/small-counts.ts';

const reports = { unit: 'laporan' } as const;
const percent = { unit: 'persen' } as const;
const share = (hits: number, of: number): Value => ({ kind: 'share', hits, of });

describe('what is told of one figure', () => {
  it('hides 1 to 4, tells 0 and 5, and everything of a demo', () => {
    const counts = [0, 1, 4, 5].map((n) => tell(reports, { kind: 'count', n }, false).text);
    expect(counts).toEqual(['0', HIDDEN, HIDDEN, '5']);
    expect(tell(reports, { kind: 'count', n: 3 }, true)).toMatchObject({ text: '3', cell: 3 });
  });

  it('tells shares of few as intervals, and of 1 to 4 not at all', () => {
    expect(tell(percent, share(0, 0), false).text).toBe('–');
    expect(tell(percent, share(2, 4), false).text).toBe(TOO_FEW);
    expect(tell(percent, share(30, 60), false).text).toMatch(/^antara 38.% dan 62.%$/);
    expect(tell(percent, share(90, 120), false)).toMatchObject({ cell: 75 });
  });

  it('tells no mean over 1 to 4', () => {
    expect(tell({ unit: 'hari' }, { kind: 'mean', sum: 12, of: 4 }, false).text).toBe(TOO_FEW);
    expect(tell({ unit: 'hari kerja' }, { kind: 'mean', sum: 16, of: 5 }, false)).toMatchObject({
      text: '3,2 hari kerja',
      cell: 3.2,
    });
  });

  it('gives the same text whichever small number stands inside a share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 400 }), (of) => {
        const texts = (from: number, to: number) =>
          new Set(
            Array.from({ length: to - from + 1 }, (_, i) => tell(percent, share(from + i, of), false).text),
          );
        if (of <= 8) expect(texts(1, of - 1).size).toBe(1);
        else expect([texts(1, 4).size, texts(of - 4, of - 1).size]).toEqual([1, 1]);
      }),
    );
  });
});

describe('what is told of parts beside their sum', () => {
  const count = (n: number): Value => ({ kind: 'count', n });
  const small = fc.array(fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.nat(40)), {
    minLength: 1,
    maxLength: 6,
  });

  it('leaves every small number any of its values, or two where nothing more can be hidden', () => {
    fc.assert(
      fc.property(small, (numbers) => {
        const sum = numbers.reduce((a, b) => a + b, 0);
        fc.pre(sum >= 5);
        const told = tellParts(reports, numbers.map(count), false).map(({ text }) => text);
        numbers.forEach((n, at) => {
          if (n < 1 || n > 4) return;
          const least = told.includes(HIDDEN) ? 4 : 2;
          expect(worlds(numbers, told, at, sum).size).toBeGreaterThanOrEqual(least);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('hides the next larger one beside a single small one, and nothing where nothing is small', () => {
    expect(tellParts(reports, [2, 9, 30].map(count), false).map(({ text }) => text)).toEqual([
      HIDDEN,
      COVERED,
      '30',
    ]);
    expect(tellParts(reports, [0, 9, 30].map(count), false).map(({ text }) => text)).toEqual([
      '0',
      '9',
      '30',
    ]);
  });

  it('covers what a share is made of', () => {
    const told = tellParts(percent, [share(2, 40), share(20, 40), share(35, 60)], false);
    expect(told.map(({ text }) => text === COVERED)).toEqual([false, true, false]);
  });
});

/** Every number that the hidden one at this place may be, as somebody concludes who knows the rules and the sum. */
function worlds(numbers: readonly number[], told: readonly string[], at: number, sum: number): Set<number> {
  const covers = told.includes(HIDDEN) ? 5 : 1;
  const choices = numbers.map((n, i) => {
    if (told[i] === HIDDEN) return [1, 2, 3, 4];
    return told[i] === COVERED ? Array.from({ length: sum }, (_, value) => value + covers) : [n];
  });
  let rests = [0];
  for (const values of choices.filter((_, i) => i !== at))
    rests = [...new Set(rests.flatMap((rest) => values.map((value) => rest + value)))].filter(
      (one) => one <= sum,
    );
  return new Set((choices[at] ?? []).filter((value) => rests.includes(sum - value)));
}
