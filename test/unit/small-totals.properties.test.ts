/** Totals beside hidden numbers: who tries every set of numbers that gives the same page still knows none of them. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { shownCount } from '../../shared/small-counts.ts';
import { type Part, totalsOf } from '../../shared/small-totals.ts';

type Link = 'submitted' | 'accepted';
const within: Record<Link, Link | null> = { submitted: null, accepted: 'submitted' };
const links: Link[] = ['submitted', 'accepted'];
/** The whole, and two ways to divide it. */
const groups = ['all', 'a0', 'a1', 'b0', 'b1', 'b2'];

/** Everything that a page, a call and a file tell. */
function told(parts: readonly Part<Link>[]): string {
  const cells = parts.map(({ counts }) => links.map((link) => shownCount(counts[link], false)));
  return JSON.stringify([cells, [...totalsOf(parts, within, groups, false)]]);
}

/** Every set of numbers that could stand behind the hidden ones, with a link never larger than the one before. */
function* worlds(parts: readonly Part<Link>[]): Generator<Part<Link>[]> {
  const hidden = parts.flatMap((part, at) =>
    links.filter((link) => shownCount(part.counts[link], false) === null).map((link) => ({ at, link })),
  );
  for (let code = 0; code < 4 ** hidden.length; code++) {
    const counts = parts.map((part) => ({ ...part.counts }));
    hidden.forEach(({ at, link }, index) => {
      const own = counts[at];
      if (own) own[link] = 1 + (Math.floor(code / 4 ** index) % 4);
    });
    if (counts.some((own) => own.accepted > own.submitted)) continue;
    yield parts.map(({ groups }, at) => ({ groups, counts: counts[at] ?? { submitted: 0, accepted: 0 } }));
  }
}

const partOf = fc
  .record({ submitted: fc.nat(8), accepted: fc.nat(8), a: fc.nat(1), b: fc.nat(2) })
  .map(({ submitted, accepted, a, b }): Part<Link> => {
    return {
      counts: { submitted, accepted: Math.min(submitted, accepted) },
      groups: ['all', `a${a}`, `b${b}`],
    };
  });
const regency = (most: number) =>
  fc.array(partOf, { minLength: 2, maxLength: 8 }).filter((parts) => {
    const hidden = parts.flatMap(({ counts }) =>
      links.filter((link) => shownCount(counts[link], false) === null),
    );
    return hidden.length >= 2 && hidden.length <= most;
  });

/** Values that each hidden number may have, over the worlds that look the same. */
function possible(parts: readonly Part<Link>[], looksSame: (world: Part<Link>[]) => boolean): number[] {
  const values = parts.map(() => ({ submitted: new Set<number>(), accepted: new Set<number>() }));
  for (const world of worlds(parts)) {
    if (!looksSame(world)) continue;
    world.forEach(({ counts }, at) => {
      for (const link of links) values[at]?.[link].add(counts[link]);
    });
  }
  return parts.flatMap(({ counts }, at) =>
    links
      .filter((link) => shownCount(counts[link], false) === null)
      .map((link) => values[at]?.[link].size ?? 0),
  );
}

const sumOf = (parts: readonly Part<Link>[], group: string, link: Link) =>
  parts.filter((part) => part.groups.includes(group)).reduce((sum, { counts }) => sum + counts[link], 0);

describe('totals beside hidden numbers', () => {
  it('leave each of them more than one value, whatever is subtracted from what', { timeout: 60_000 }, ({
    expect,
  }) => {
    let exact = 0;
    fc.assert(
      fc.property(regency(7), (parts) => {
        const totals = [...totalsOf(parts, within, groups, false)];
        const fits = (world: Part<Link>[]) =>
          totals.every(([group, own]) =>
            links.every((link) => {
              const sum = sumOf(world, group, link);
              return own[link].least <= sum && sum <= own[link].most;
            }),
          );
        expect(Math.min(...possible(parts, fits)), JSON.stringify(totals)).toBeGreaterThan(1);
        exact += totals.filter(
          ([group, { submitted }]) =>
            submitted.least === submitted.most && sumOf(parts, group, 'submitted') > 0,
        ).length;
      }),
      { numRuns: 300 },
    );
    expect(exact).toBeGreaterThan(150);
  });

  it('leave them so also for who knows by which rule totals are told', { timeout: 60_000 }, ({ expect }) => {
    const single = regency(7).map((parts) =>
      parts.map(({ groups, counts }) => ({ groups, counts: { submitted: counts.submitted, accepted: 0 } })),
    );
    fc.assert(
      fc.property(single, (parts) => {
        const page = told(parts);
        const sizes = possible(parts, (world) => told(world) === page);
        expect(Math.min(2, ...sizes), page).toBe(2);
      }),
      { numRuns: 200 },
    );
  });

  it('are never wrong, never tell 1 to 4, and hide nothing of invented data', ({ expect }) => {
    fc.assert(
      fc.property(fc.array(partOf, { maxLength: 40 }), (parts) => {
        const totals = totalsOf(parts, within, groups, false);
        for (const [group, own] of totals)
          for (const link of links) {
            const sum = sumOf(parts, group, link);
            expect(own[link].least).toBeLessThanOrEqual(sum);
            expect(own[link].most).toBeGreaterThanOrEqual(sum);
            if (own[link].least === own[link].most) expect(shownCount(sum, false)).toBe(sum);
          }
        for (const [group, own] of totalsOf(parts, within, groups, true))
          for (const link of links) {
            const sum = sumOf(parts, group, link);
            expect(own[link]).toEqual({ least: sum, most: sum });
          }
      }),
    );
  });

  it('of a whole regency are told in a moment', ({ expect }) => {
    const parts = Array.from({ length: 600 }, (_, at): Part<Link> => {
      const submitted = (at * 7) % 5;
      const counts = { submitted, accepted: Math.min(submitted, (at * 3) % 4) };
      return { counts, groups: ['all', `a${at % 2}`, `b${at % 3}`] };
    });
    const start = performance.now();
    const totals = totalsOf(parts, within, groups, false);
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(totals.get('all')?.submitted).toEqual({ least: 1_200, most: 1_200 });
  });
});
