/** States, what was carried out, and merged reports: of a whole, no hidden number follows from the figures beside it. */
import { describe, it } from 'vitest';
import { type Counts, noCounts } from '../../shared/figures/counts.ts';
import { tellStates, tellWhole } from '../../shared/figures/together.ts';
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

describe('figures that stand beside each other', () => {
  it('of a whole', ({ expect }) => {
    expect(pinned(upTo(5, 20, 4), (world) => whole(cases(world)), 12)).toEqual([]);
    // How many were merged follows from nothing else.
    const merged = ([process = 0, merged = 0]: readonly number[]) => whole(cases([0, process, 0, 0, merged]));
    expect(pinned(upTo(5, 40, 2), merged, 30)).toEqual([]);
  });
});
