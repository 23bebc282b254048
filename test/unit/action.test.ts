/** How far an item of the action plan has come. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { actionStates, isOverdue, progressOf } from '../../shared/action.ts';

const count = fc.nat(1_000_000);

describe('progress', () => {
  it('is what its owner says where nothing is measured, and what is measured otherwise', ({ expect }) => {
    expect(progressOf(40, null)).toBe(40);
    expect(progressOf(40, { reached: 101, goal: 173 })).toBe(58);
    expect(progressOf(100, { reached: 0, goal: 0 })).toBe(0);
  });

  it('reaches 100 when the goal is, never before and never more', ({ expect }) => {
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 1_000_000 }), (reached, goal) => {
        const progress = progressOf(0, { reached, goal });
        expect(progress === 100).toBe(reached >= goal);
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThanOrEqual(100);
        expect(progressOf(0, { reached: reached + 1, goal })).toBeGreaterThanOrEqual(progress);
      }),
    );
  });
});

describe('overdue', () => {
  it('is what is past its due with something left to do', ({ expect }) => {
    expect(actionStates.filter((state) => isOverdue(state, 10, 11))).toEqual([
      'planned',
      'running',
      'blocked',
    ]);
    expect(actionStates.filter((state) => isOverdue(state, 11, 11))).toEqual([]);
  });
});
