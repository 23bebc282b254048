/** Groups for what one statement can hold: in order, nothing lost, none too large that could be split. */
import fc from 'fast-check';
import { it } from 'vitest';
import { groupsOf } from '../../workers/platform/groups.ts';

it('keeps all in order, and no group above the most unless it is one alone', ({ expect }) => {
  fc.assert(
    fc.property(fc.array(fc.nat(12)), fc.integer({ min: 1, max: 20 }), (sizes, most) => {
      const groups = groupsOf(sizes, (size) => size, most);
      expect(groups.flat()).toEqual(sizes);
      for (const group of groups) {
        expect(group.length).toBeGreaterThan(0);
        if (group.length > 1) expect(group.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(most);
      }
      // Nothing that would have fitted begins a new one.
      groups.slice(1).forEach((group, i) => {
        const before = groups[i]?.reduce((sum, size) => sum + size, 0) ?? 0;
        expect(before + (group[0] ?? 0)).toBeGreaterThan(most);
      });
    }),
  );
});
