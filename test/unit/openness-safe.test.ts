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

  it('reports by one thing, in large regencies', ({ expect }) => {
    // What cannot be written down in full: for any group, another set of reports that is published alike is looked for.
    const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })), {
      minLength: 6,
      maxLength: 45,
    });
    const bits = fc.array(fc.boolean(), { minLength: 45, maxLength: 45 });
    fc.assert(
      fc.property(counts, bits, fc.boolean(), (world, chosen, isLoose) => {
        const loose = isLoose ? 'r0' : undefined;
        const few = sum(world.filter((count) => count < 5));
        fc.pre(sum(world) >= 5);
        const told = JSON.stringify(parted(world, loose));
        const group = world.flatMap((count, row) => (count < 5 && chosen[row] ? [row] : []));
        const size = sum(group.map((row) => world[row] ?? 0));
        fc.pre(few > 0 && size > 0 && size < 5);
        const isNone = (other: readonly number[]) => {
          const reports = sum(group.map((row) => other[row] ?? 0));
          return sum(other) === sum(world) && (reports === 0 || reports >= 5);
        };
        const found = alike(world, group).filter(isNone);
        expect(found.map((other) => JSON.stringify(parted(other, loose)))).toContain(told);
      }),
      { numRuns: 400 },
    );
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

/**
 * Sets of as many reports in which the group has none or five: its reports are moved into one other row or spread over small
 * ones, everything small is moved into one row, or reports of other small rows are moved into the group.
 */
function alike(world: readonly number[], group: readonly number[]): number[][] {
  const others = [...world.keys()].filter((row) => !group.includes(row));
  const into = (from: readonly number[], to: number): number[] => {
    const moved = sum(from.map((row) => world[row] ?? 0));
    return world.map((count, row) => (from.includes(row) ? 0 : count) + (row === to ? moved : 0));
  };
  const small = [...world.keys()].filter((row) => (world[row] ?? 0) < 5);
  const five = 5 - sum(group.map((row) => world[row] ?? 0));
  return [
    ...others.map((to) => into(group, to)),
    ...[...world.keys()].map((to) => into(small, to)),
    shifted(world, group, others, 5 - five),
    shifted(world, others, group, five),
  ];
}

/** So many reports moved from small rows to small rows, as far as these stay small. */
function shifted(
  world: readonly number[],
  from: readonly number[],
  to: readonly number[],
  reports: number,
): number[] {
  const counts = [...world];
  for (let left = reports; left > 0; left--) {
    const giver = from.find((row) => (counts[row] ?? 0) > 0 && (counts[row] ?? 0) < 5);
    const taker = to.find((row) => (counts[row] ?? 4) < 4);
    if (giver === undefined || taker === undefined) break;
    counts[giver] = (counts[giver] ?? 0) - 1;
    counts[taker] = (counts[taker] ?? 0) + 1;
  }
  return counts;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
