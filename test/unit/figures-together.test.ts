/** States, what was carried out, merged reports, promises and posts: no hidden number follows from the figures beside it. */
import { describe, it } from 'vitest';
import { addCounts, type Counts, noCounts } from '../../shared/figures/counts.ts';
import { definitionOf } from '../../shared/figures/definitions.ts';
import { tellSides } from '../../shared/figures/sides.ts';
import { tellRows, tellStates, tellWhole } from '../../shared/figures/together.ts';
import { apart } from '../../workers/features/evaluation/figures/asked.ts';
import { pinned, upTo } from '../support/attack.ts';

/** As pages, files and the pack tell it; what spreadsheets hold is the same. */
const texts = (told: readonly { text: string }[]) => told.map(({ text }) => text);

const whole = (counts: Counts) => [
  texts(tellWhole({ counts, oversight: 0 }, false)),
  texts(tellStates({ counts }, false)),
];

const counted = (counts: Partial<Counts>): Counts => ({ ...noCounts(), ...counts });

const cases = ([waiting = 0, process = 0, explained = 0, carriedOut = 0, merged = 0]: readonly number[]) =>
  counted({
    ...{ waiting, process, merged, carriedOut, settled: explained + carriedOut },
    received: waiting + process + explained + carriedOut,
  });

const inStates = ([waiting = 0, process = 0, settled = 0]: readonly number[]) =>
  cases([waiting, process, 0, settled]);

const promises = ([kept = 0, late = 0, open = 0]: readonly number[]) =>
  counted({ promiseDue: kept + late + open, promiseKept: kept, promiseOpen: open });

const sumOf = (parts: readonly Counts[]) => parts.reduce((sum, part) => addCounts(sum, part), noCounts());

const all = ['received', 'followed_up', 'settled', 'promise_kept', 'promise_open'] as const;

describe('figures that stand beside each other', () => {
  it('of a whole', ({ expect }) => {
    expect(pinned(upTo(5, 24, 4), (world) => whole(cases(world)), 17)).toEqual([]);
    // How many were merged follows from nothing else.
    const merged = ([process = 0, merged = 0]: readonly number[]) => whole(cases([0, process, 0, 0, merged]));
    expect(pinned(upTo(5, 40, 2), merged, 30)).toEqual([]);
  });

  it('promises of a whole', ({ expect }) => {
    expect(pinned(upTo(1, 60, 3), (world) => whole(promises(world)), 45)).toEqual([]);
  });

  it('two offices and their whole, as everybody reads them, and as admin and leader do', ({ expect }) => {
    for (const [asked, sum, judged] of [
      [apart, 11, 8],
      [all, 9, 7],
    ] as const)
      for (const of of [promises, inStates]) {
        const two = (world: readonly number[]) => {
          const offices = [of(world.slice(0, 3)), of(world.slice(3))];
          const columns = tellRows(asked.map(definitionOf), offices, ['', ''], false);
          return [whole(sumOf(offices)), columns.map(texts)];
        };
        expect(pinned(upTo(5, sum, 6), two, judged)).toEqual([]);
      }
  });

  it('SP4N-LAPOR! and Kanal beside their whole', ({ expect }) => {
    const sides = (world: readonly number[]) => {
      const [national, own] = [inStates(world.slice(0, 3)), inStates(world.slice(3))];
      const channels = new Map(Object.entries({ sp4n_web: national, web: own }));
      const { rows } = tellSides(channels, noCounts(), false);
      return [whole(sumOf([national, own])), rows.map(({ told }) => texts(told))];
    };
    expect(pinned(upTo(5, 11, 6), sides, 8)).toEqual([]);
  });

  it('posts', ({ expect }) => {
    const posts = ([answered = 0, converted = 0, neither = 0]: readonly number[]) =>
      whole(counted({ postAnswered: answered, converted, seen: answered + converted + neither }));
    expect(pinned(upTo(5, 30, 3), posts, 30)).toEqual([]);
  });
});
