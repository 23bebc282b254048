/** States, what was carried out, merged reports, promises and posts: no hidden number follows from the figures beside it. */
import { describe, it } from 'vitest';
import { addCounts, type Counts, noCounts } from '../../shared/figures/counts.ts';
import { definitionOf, type FigureId } from '../../shared/figures/definitions.ts';
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

const promises = ([kept = 0, late = 0, open = 0]: readonly number[]) =>
  counted({ promiseDue: kept + late + open, promiseKept: kept, promiseOpen: open });

const told = (asked: readonly FigureId[]) => (rows: readonly Counts[]) => {
  const sum = rows.reduce((all, row) => addCounts(all, row), noCounts());
  const parents = rows.map(() => '');
  return [whole(sum), tellRows(asked.map(definitionOf), rows, parents, false).map(texts)];
};

const all = ['received', 'followed_up', 'settled', 'promise_kept', 'promise_open'] as const;

describe('figures that stand beside each other', () => {
  it('of a whole', ({ expect }) => {
    expect(pinned(upTo(5, 20, 4), (world) => whole(cases(world)), 12)).toEqual([]);
    // How many were merged follows from nothing else.
    const merged = ([process = 0, merged = 0]: readonly number[]) => whole(cases([0, process, 0, 0, merged]));
    expect(pinned(upTo(5, 40, 2), merged, 30)).toEqual([]);
  });

  it('promises of a whole', ({ expect }) => {
    expect(pinned(upTo(1, 60, 3), (world) => whole(promises(world)), 45)).toEqual([]);
  });

  it('two offices and their whole: all figures, and those that others than admin and leader read', ({
    expect,
  }) => {
    for (const asked of [all, apart]) {
      const tellTwo = told(asked);
      const two = (of: (world: readonly number[]) => Counts) =>
        pinned(upTo(5, 11, 6), (world) => tellTwo([of(world.slice(0, 3)), of(world.slice(3))]), 8);
      expect(two(promises)).toEqual([]);
      expect(two(([waiting = 0, process = 0, settled = 0]) => cases([waiting, process, 0, settled]))).toEqual(
        [],
      );
    }
  });

  it('posts', ({ expect }) => {
    const posts = ([answered = 0, converted = 0, neither = 0]: readonly number[]) =>
      whole(counted({ postAnswered: answered, converted, seen: answered + converted + neither }));
    expect(pinned(upTo(5, 30, 3), posts, 30)).toEqual([]);
  });
});
