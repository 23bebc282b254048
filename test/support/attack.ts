/**
 * An attacker who knows the rules and everything that is published: he writes down all sets of reports that would have been
 * published so, and looks for a group that has 1 to 4 reports in every one of them.
 */

/** All ways to fill these cells with `sum` reports, none above its own `most`. */
export function* worlds(sum: number, most: readonly number[]): Generator<number[]> {
  const [first, ...rest] = most;
  if (first === undefined) {
    if (sum === 0) yield [];
    return;
  }
  for (let count = 0; count <= Math.min(first, sum); count++)
    for (const others of worlds(sum - count, rest)) yield [count, ...others];
}

/** The same for every sum from `least` on. */
export function* upTo(least: number, sum: number, cells: number): Generator<number[]> {
  for (let all = least; all <= sum; all++) yield* worlds(all, Array<number>(cells).fill(all));
}

/** Groups of cells that hold 1 to 4 reports in all worlds that are published alike. */
export function isolated(
  all: Iterable<readonly number[]>,
  publish: (world: readonly number[]) => unknown,
): string[] {
  const safe = new Map<string, Set<number>>();
  let groups = 0;
  for (const world of all) {
    groups = 2 ** world.length;
    const key = JSON.stringify(publish(world));
    const known = safe.get(key) ?? new Set<number>();
    safe.set(key, known);
    const sums = [0];
    for (let group = 1; group < groups; group++) {
      const row = 31 - Math.clz32(group);
      const sum = (sums[group - 2 ** row] ?? 0) + (world[row] ?? 0);
      sums.push(sum);
      if (sum === 0 || sum >= 5) known.add(group);
    }
  }
  return [...safe].filter(([, known]) => known.size < groups - 1).map(([key]) => key);
}

/**
 * Groups of cells that have one and the same number of reports, 1 to 4, in all worlds that are published alike.
 * @param most worlds of more reports are written down, too, but not judged: what is published like them may be larger
 */
export function pinned(
  all: Iterable<readonly number[]>,
  publish: (world: readonly number[]) => unknown,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const found = new Map<string, { sums: (number | null)[]; judged: boolean }>();
  for (const world of all) {
    const key = JSON.stringify(publish(world));
    const own = Array.from({ length: 2 ** world.length }, (_, group) =>
      world.reduce((sum, count, cell) => (group & (1 << cell) ? sum + count : sum), 0),
    );
    const known = found.get(key) ?? { sums: own, judged: false };
    // Null once it differs.
    const sums = known.sums.map((sum, group) => (sum === own[group] ? sum : null));
    found.set(key, { sums, judged: known.judged || (own.at(-1) ?? 0) <= most });
  }
  const few = (sum: number | null) => sum !== null && sum > 0 && sum < 5;
  return [...found].filter(([, { sums, judged }]) => judged && sums.some(few)).map(([key]) => key);
}
