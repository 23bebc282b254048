/** Intervals of shares: known values, and what must hold for any. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { MANY, shareOf, shareText, wilson } from '../../shared/interval.ts';

const share = fc.nat(5_000).chain((of) => fc.record({ of: fc.constant(of + 1), hits: fc.nat(of + 1) }));

/** P(X = k) of so many tries, each a hit with probability p. */
function* binomial(n: number, p: number): Generator<number> {
  let chance = (1 - p) ** n;
  for (let k = 0; k <= n; k++) {
    yield chance;
    chance *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
}

describe('the interval of a share', () => {
  it('is the one of the tables', ({ expect }) => {
    // Newcombe 1998, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    const table = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const;
    for (const [hits, of, least, most] of table) {
      expect(wilson(hits, of).least).toBeCloseTo(least, 4);
      expect(wilson(hits, of).most).toBeCloseTo(most, 4);
    }
  });

  it('holds the share, stays within 0 and 1, mirrors, and narrows with more people', ({ expect }) => {
    fc.assert(
      fc.property(share, ({ hits, of }) => {
        const { least, most } = wilson(hits, of);
        expect(least).toBeGreaterThanOrEqual(0);
        expect(least).toBeLessThanOrEqual(hits / of);
        expect(most).toBeGreaterThanOrEqual(hits / of);
        expect(most).toBeLessThanOrEqual(1);
        const mirrored = wilson(of - hits, of);
        expect(mirrored.least).toBeCloseTo(1 - most, 10);
        const more = wilson(hits * 4, of * 4);
        expect(more.most - more.least).toBeLessThan(most - least);
      }),
    );
  });

  it('holds the truth in at least 9 of 10 samples, on the average over truths in 95 of 100', ({ expect }) => {
    for (const n of [8, 20, 50]) {
      const truths = Array.from({ length: 17 }, (_, i) => 0.1 + i * 0.05);
      const held = truths.map((p) => {
        let sum = 0;
        let k = 0;
        for (const chance of binomial(n, p)) {
          const { least, most } = wilson(k++, n);
          if (least <= p && p <= most) sum += chance;
        }
        return sum;
      });
      expect(Math.min(...held)).toBeGreaterThan(0.89);
      expect(held.reduce((a, b) => a + b) / held.length).toBeGreaterThan(0.94);
    }
  });

  it('gives way to a bare percentage when no interval is wider than 10 points', ({ expect }) => {
    const half = wilson(MANY / 2, MANY);
    expect((half.most - half.least) / 2).toBeLessThan(0.1);
    expect(shareText(shareOf(34, MANY))).toBe('34\u00a0%');
    expect(shareText(shareOf(33, MANY - 1))).toBe('antara 25\u00a0% dan 43\u00a0%');
    expect(shareText(shareOf(0, 4))).toBe('antara 0\u00a0% dan 49\u00a0%');
  });
});
