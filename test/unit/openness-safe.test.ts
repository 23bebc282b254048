/** The rules of what may be published, each attacked by itself (test/support/attack.ts). */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { inFives, partition, partOfRows, partOfWhole, rowsInFives } from '../../shared/openness/safe.ts';
import { isolated, upTo, worlds } from '../support/attack.ts';

const parted = (counts: readonly number[], loose?: string) => {
  const { told, pool } = partition(
    counts.map((count, row) => ({ code: `r${row}`, count })),
    loose,
  );
  return { told: [...told], pool };
};

describe('what is published tells nobody of 1 to 4 reports', () => {
  it('the attack finds tables that hide only what is small', ({ expect }) => {
    const small = (world: readonly number[]) => [world.map((n) => (n < 5 ? null : n)), sum(world)];
    expect(isolated(upTo(5, 12, 2), small)).not.toEqual([]);
  });

  it('reports by one thing', ({ expect }) => {
    for (const rows of [1, 2, 3, 4, 5])
      for (const loose of [undefined, 'r0', `r${rows - 1}`])
        expect(isolated(upTo(5, 17, rows), (world) => [sum(world), parted(world, loose)])).toEqual([]);
  });

  it('places within places', ({ expect }) => {
    // Three districts; the first two have two villages, and reports that name no village.
    const publish = (world: readonly number[]) => {
      const districts = [world.slice(0, 3), world.slice(3, 5), world.slice(5)];
      const upper = parted(districts.map(sum));
      const lower = districts.map((cells, district) =>
        upper.told.some(([code]) => code === `r${district}`) ? parted(cells, 'r0') : null,
      );
      return [sum(world), upper, lower];
    };
    expect(isolated(upTo(5, 14, 6), publish)).toEqual([]);
  });

  it('a part of each row', ({ expect }) => {
    const sizes = fc.array(fc.integer({ min: 5, max: 14 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(sizes, (of) => {
        const parts = function* () {
          for (let hits = 0; hits <= sum(of); hits++)
            for (const world of worlds(hits, of))
              yield [...world, ...world.map((part, row) => (of[row] ?? 0) - part)];
        };
        const publish = (world: readonly number[]) => {
          const rows = of.map((all, row) => ({ of: all, hits: world[row] ?? 0 }));
          const whole = partOfWhole(sum(rows.map(({ hits }) => hits)), sum(of));
          return [whole, partOfRows(rows, whole)];
        };
        expect(isolated(parts(), publish)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('a part of each row, when small rows are told together', ({ expect }) => {
    // Each of three rows has reports inside and outside of the part.
    const publish = (world: readonly number[]) => {
      const rows = [0, 1, 2].map((row) => ({
        code: `r${row}`,
        hits: world[row] ?? 0,
        count: (world[row] ?? 0) + (world[row + 3] ?? 0),
      }));
      const { told, pooled, pool } = partition(rows);
      const shown = rows.filter(({ code }) => told.has(code)).map(({ hits, count }) => ({ hits, of: count }));
      const hits = sum(rows.filter(({ code }) => pooled.has(code)).map((row) => row.hits));
      const whole = partOfWhole(sum(world.slice(0, 3)), sum(world));
      return [
        sum(world),
        [...told],
        whole,
        partOfRows(pool > 0 ? [...shown, { hits, of: pool }] : shown, whole),
      ];
    };
    expect(isolated(upTo(5, 15, 6), publish)).toEqual([]);
  });

  it('rows whose sum is told in steps of five as well', ({ expect }) => {
    for (const rows of [1, 2, 3, 4])
      expect(isolated(upTo(0, 19, rows), (world) => [inFives(sum(world)), rowsInFives(world)])).toEqual([]);
  });
});

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
