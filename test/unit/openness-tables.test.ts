import { describe, it } from 'vitest';
import { type CountName, type Counts, NONE, noCounts, OVERSIGHT } from '../../shared/figures/counts.ts';
import { buildTables } from '../../shared/openness/tables.ts';
import type { Counted, Lists, OpenTable, TableName } from '../../shared/openness/types.ts';
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

const _rowsOf = (tables: readonly OpenTable[], name: TableName) =>
  tables.find((table) => table.name === name)?.rows ?? [];

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
    expect(isolated(upTo(0, 13, 5), publisher(likes))).toEqual([]);
  });

  it('by office and state', ({ expect }) => {
    const likes = ['a', 'b', NONE].flatMap((office) =>
      [['settled' as const], []].map((counts) => ({ office, counts: [...counts, 'received' as const] })),
    );
    expect(isolated(upTo(0, 11, 6), publisher(likes))).toEqual([]);
  });

  it('by place, and by kind and place', ({ expect }) => {
    const counts = ['received' as const];
    const places = ['v1', 'v2', 'd1', 'v3', NONE].map((area) => ({ area, counts }));
    expect(isolated(upTo(0, 12, 5), publisher(places))).toEqual([]);
    const both = ['complaint', 'information'].flatMap((kind) =>
      ['v1', 'v3', NONE].map((area) => ({ kind, area, counts })),
    );
    expect(isolated(upTo(0, 10, 6), publisher(both))).toEqual([]);
  });

  it('by office and promise', ({ expect }) => {
    const likes = ['a', 'b', NONE].flatMap((office) =>
      [['promiseKept' as const], ['promiseOpen' as const]].map((counts) => ({
        office,
        counts: [...counts, 'promiseDue' as const],
      })),
    );
    expect(isolated(upTo(0, 10, 6), publisher(likes, true))).toEqual([]);
  });
});
