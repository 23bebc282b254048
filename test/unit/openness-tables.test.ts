import fc from 'fast-check';
import { describe, it } from 'vitest';
import { type CountName, type Counts, NONE, noCounts, OVERSIGHT } from '../../shared/figures/counts.ts';
import { buildTables } from '../../shared/openness/tables.ts';
import type { Counted, Lists, OpenTable } from '../../shared/openness/types.ts';
import { isolated, upTo } from '../support/attack.ts';

const named = (...codes: string[]) => codes.map((code) => ({ code, name: code.toUpperCase() }));

const lists: Lists = {
  kinds: named('complaint', 'information'),
  offices: named('a', 'b'),
  districts: [
    { code: 'd1', name: 'D1', villages: named('v1', 'v2') },
    { code: 'd2', name: 'D2', villages: named('v3') },
  ],
  categories: named('roads', 'water'),
  channels: named('web', 'phone'),
  platforms: named('facebook', 'x'),
  people: new Map([['d1', 4000]]),
};

/** So many reports that are alike. */
interface Heap {
  n: number;
  kind?: string;
  office?: string;
  area?: string;
  counts?: CountName[];
}

function counted(heaps: readonly Heap[], due: readonly Heap[] = []): Counted {
  const sums = (of: readonly Heap[], value: (heap: Heap) => string | null) => {
    const all = new Map<string, Counts>();
    for (const heap of of) {
      const key = value(heap);
      if (key === null) continue;
      const sum = all.get(key) ?? noCounts();
      for (const name of heap.counts ?? []) sum[name] += heap.n;
      all.set(key, sum);
    }
    return all;
  };
  const open = (value: (heap: Heap) => string) => (heap: Heap) =>
    heap.kind === OVERSIGHT ? null : value(heap);
  return {
    kind: sums(heaps, ({ kind = 'complaint' }) => kind),
    office: sums(
      heaps,
      open(({ office = NONE }) => office),
    ),
    area: sums(
      heaps,
      open(({ area = NONE }) => area),
    ),
    category: sums(
      heaps,
      open(() => 'roads'),
    ),
    channel: sums(
      heaps,
      open(() => 'web'),
    ),
    platform: new Map(),
    due: { kind: sums(due, () => 'complaint'), office: sums(due, ({ office = NONE }) => office) },
  };
}

/** Everything that is published of reports like these, of which there are so many. */
const publisher =
  (likes: readonly Omit<Heap, 'n'>[], due = false) =>
  (world: readonly number[]) => {
    const heaps = likes.map((like, cell) => ({ ...like, n: world[cell] ?? 0 }));
    return buildTables(due ? counted([], heaps) : counted(heaps), lists).map(({ rows }) => rows);
  };

describe('no group of 1 to 4 reports can be told from all tables together', () => {
  const states: CountName[][] = [['settled', 'carriedOut'], ['settled'], ['process'], ['archived']];

  it('by state', ({ expect }) => {
    const likes = [...states, ['waiting' as const]].map((counts) => ({
      counts: [...counts, 'received' as const],
    }));
    expect(isolated(upTo(0, 11, 5), publisher(likes))).toEqual([]);
  });

  it('by office and state', ({ expect }) => {
    const likes = ['a', 'b', NONE].flatMap((office) =>
      [['settled' as const], []].map((counts) => ({ office, counts: [...counts, 'received' as const] })),
    );
    expect(isolated(upTo(0, 10, 6), publisher(likes))).toEqual([]);
  });

  it('by place, and by kind and place', ({ expect }) => {
    const counts = ['received' as const];
    const places = ['v1', 'v2', 'd1', 'v3', NONE].map((area) => ({ area, counts }));
    expect(isolated(upTo(0, 10, 5), publisher(places))).toEqual([]);
    const both = ['complaint', 'information'].flatMap((kind) =>
      ['v1', 'v3', NONE].map((area) => ({ kind, area, counts })),
    );
    expect(isolated(upTo(0, 9, 6), publisher(both))).toEqual([]);
  });

  it('by office and promise', ({ expect }) => {
    const likes = ['a', 'b', NONE].flatMap((office) =>
      [['promiseKept' as const], ['promiseOpen' as const]].map((counts) => ({
        office,
        counts: [...counts, 'promiseDue' as const],
      })),
    );
    expect(isolated(upTo(0, 8, 6), publisher(likes, true))).toEqual([]);
  });
});

describe('accusations', () => {
  it('stand in their own table, and move no other number', ({ expect }) => {
    const heaps = fc.array(
      fc.record({
        n: fc.integer({ min: 0, max: 30 }),
        office: fc.constantFrom('a', 'b', NONE),
        area: fc.constantFrom('v1', 'v2', 'v3', 'd2', NONE),
        counts: fc.constantFrom<CountName[]>(['received'], ['received', 'settled']),
      }),
    );
    fc.assert(
      fc.property(heaps, fc.nat(40), (reports, n) => {
        const accused = { n, kind: OVERSIGHT, area: 'v1', office: 'a', counts: ['received' as const] };
        const without = buildTables(counted(reports), lists);
        const tables = buildTables(counted([...reports, accused]), lists);
        const others = (all: OpenTable[]) => all.filter(({ name }) => name !== 'berkadar');
        expect(others(tables)).toEqual(others(without));
        const told = n < 5 ? [0, 4] : [n, n];
        expect(tables.find(({ name }) => name === 'berkadar')?.rows).toEqual([told]);
      }),
      { numRuns: 50 },
    );
  });
});

it('the exact rows and the pool of every table add up to all reports', ({ expect }) => {
  const reports: Heap[] = [
    { n: 40, office: 'a', area: 'v1', counts: ['received', 'settled'] },
    { n: 9, office: 'b', area: 'v2', counts: ['received'] },
    { n: 13, area: 'v3', counts: ['received'] },
    { n: 6, counts: ['received'] },
  ];
  const tables = buildTables(counted(reports), lists);
  for (const { name, columns, rows } of tables) {
    const at = columns.findIndex(({ id }) => id === 'laporan');
    const all = rows.reduce((sum, row) => sum + Number(row[at] ?? 0), 0);
    if (at >= 0 && name !== 'berkadar') expect(all, name).toBe(name === 'laporan-per-desa' ? 62 : 68);
  }
});
