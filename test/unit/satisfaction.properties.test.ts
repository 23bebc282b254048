/** What a mean of few ratings lies between. */
import fc from 'fast-check';
import { it } from 'vitest';
import { periodId, periodWith } from '../../shared/figures/periods.ts';
import {
  between,
  quartersAfter,
  quartersUntil,
} from '../../workers/features/evaluation/evidence/satisfaction/read.ts';

const ratings = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 99 });
const sumOf = (list: readonly number[]) => list.reduce((sum, one) => sum + 25 * one, 0);

it('holds the mean, stays within 25 and 100, and is narrower with more answers', ({ expect }) => {
  const rule = fc.property(ratings, (list) => {
    const sum = sumOf(list);
    const { least, most } = between({ sum, of: list.length });
    expect(least).toBeGreaterThanOrEqual(25);
    expect(most).toBeLessThanOrEqual(100);
    expect(least).toBeLessThanOrEqual(sum / list.length + 1e-9);
    expect(most).toBeGreaterThanOrEqual(sum / list.length - 1e-9);
    const twice = between({ sum: 2 * sum, of: 2 * list.length });
    expect(twice.most - twice.least).toBeLessThan(most - least);
  });
  fc.assert(rule);
  // All content, and only four of them: by no means all of everybody.
  expect(between({ sum: 400, of: 4 }).least).toBeLessThan(70);
});

it('shows four quarters, and leads to the newest and no further', ({ expect }) => {
  const today = '2026-11-27';
  const shown = quartersUntil(periodWith('quarter', '2025-05-01'));
  expect(shown.map(periodId)).toEqual(['2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2']);
  const next = (day: string) => {
    const found = quartersAfter(periodWith('quarter', day), today);
    return found && periodId(found);
  };
  expect([next('2025-05-01'), next('2026-05-01'), next(today)]).toEqual(['2026-Q2', '2026-Q4', null]);
});
