import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../shared/figures/definitions.ts';
import { COVERED, TOO_FEW, type Told, tell, tellNested, tellParts } from '../../shared/figures/told.ts';
import { HIDDEN } from '../../shared/small-counts.ts';
import { pinned, upTo } from '../support/attack.ts';

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
  const number = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.nat(12));
  const numbers = fc.array(number, { minLength: 1, maxLength: 5 });

  it('leaves every small number any of its values, or two where nothing more can be hidden', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const sum = total(list);
        fc.pre(sum >= 5);
        const told = tellParts(reports, list.map(count), false);
        const least = told.some(({ text }) => text === HIDDEN) ? 4 : 2;
        list.forEach((n, at) => {
          if (n < 1 || n > 4) return;
          expect(possible(list, told, [[...list.keys()]], [sum], at).size).toBeGreaterThanOrEqual(least);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('hides from whoever knows the rule, too', () => {
    const parts = (world: readonly number[]) => [
      tell(reports, count(total(world)), false).text,
      tellParts(reports, world.map(count), false).map(({ text }) => text),
    ];
    for (const [cells, sum, judged] of [
      [2, 40, 30],
      [3, 40, 32],
      [4, 26, 19],
      [5, 18, 13],
    ] as const)
      expect(pinned(upTo(1, sum, cells), parts, judged)).toEqual([]);
  });

  it('keeps villages hidden beside their kecamatan, and kecamatan beside their villages', () => {
    const village = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 9 }));
    const regency = fc.array(fc.array(village, { minLength: 1, maxLength: 2 }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(regency, (districts) => {
        const list = districts.flat();
        fc.pre(total(list) >= 5);
        const parents = districts.flatMap((own, d) => own.map(() => `${d}`));
        const villages = tellNested(reports, list.map(count), parents, false);
        const upper = tellParts(
          reports,
          districts.map((own) => count(total(own))),
          false,
        );
        const groups = districts.map((_, d) =>
          parents.flatMap((parent, at) => (parent === `${d}` ? [at] : [])),
        );
        // Sums of kecamatan, and of all, as far as they are told.
        const told = upper.map(({ range }, d) =>
          range && range.least === range.most ? total(districts[d] ?? []) : null,
        );
        const sums = [[...list.keys()], ...groups];
        list.forEach((n, at) => {
          if (n < 1 || n > 4) return;
          expect(possible(list, villages, sums, [total(list), ...told], at).size).toBeGreaterThan(1);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('tells of a single cover what the sum leaves anyway, and hides nothing where nothing is small', () => {
    const texts = (...list: number[]) => tellParts(reports, list.map(count), false).map(({ text }) => text);
    expect(texts(2, 9, 30)).toEqual([HIDDEN, 'antara 7 dan 10', '30']);
    expect(texts(0, 9, 30)).toEqual(['0', '9', '30']);
  });

  it('covers what a share is made of', () => {
    const told = tellParts(percent, [share(2, 40), share(20, 40), share(35, 60)], false);
    expect(told.map(({ text }) => text === COVERED)).toEqual([false, true, false]);
  });
});

const total = (list: readonly number[]): number => list.reduce((sum, n) => sum + n, 0);

/**
 * Every number that the one at this place may be, as somebody concludes who knows what is told, the rules and the sums.
 * @param sums of which places; a null in `told` is one that is not told
 */
function possible(
  list: readonly number[],
  told: readonly Told[],
  groups: readonly (readonly number[])[],
  sums: readonly (number | null)[],
  at: number,
): Set<number> {
  // Where nothing of a sum is told, 0 is not told either.
  const nothing = groups.length === 1 && told.every(({ text }) => text === COVERED) ? 0 : 1;
  // Beside a number that is known to be small, one that is hidden with it is known not to be.
  const covers = (i: number) =>
    groups.findLast((group) => group.includes(i))?.some((one) => told[one]?.text === HIDDEN) ? 5 : nothing;
  const choices = list.map((n, i) => {
    const { range, text } = told[i] ?? {};
    if (text === COVERED) return span(covers(i), total(list));
    return range && range.least < range.most ? span(range.least, range.most) : [n];
  });
  const fits = (world: readonly number[]) =>
    groups.every((group, g) => {
      const sum = sums[g] ?? null;
      if (sum === null) return true;
      const known = group.filter((i) => i < world.length);
      const so = total(known.map((i) => world[i] ?? 0));
      return known.length === group.length ? so === sum : so <= sum;
    });
  let worlds: number[][] = [[]];
  for (const values of choices)
    worlds = worlds.flatMap((world) => values.map((value) => [...world, value])).filter(fits);
  return new Set(worlds.map((world) => world[at] ?? 0));
}

const span = (least: number, most: number): number[] =>
  Array.from({ length: Math.max(0, most - least + 1) }, (_, i) => least + i);
