/** Whom a meeting asks, and what: a hidden number (1 to 4) neither shows in a question nor decides anything. */
import fc from 'fast-check';
import { test } from 'vitest';
import { chairPage } from '../../shared/evaluation/chair-page.ts';
import type { Frozen, FrozenCounts, FrozenSpan } from '../../shared/evaluation/frozen.ts';
import { fiveAsked, MOST_ASKED, officesAsked } from '../../shared/evaluation/offices-to-ask.ts';
import { questionsFrom } from '../../shared/evaluation/questions.ts';
import { type CountName, packCounts } from '../../shared/figures/counts.ts';

const OFFICES = ['BAPENDA', 'DINKES', 'DLH', 'DPKPP', 'DUKCAPIL', 'PUPR', 'SATPOLPP', '-'];

/** A number that may be told, or that is hidden: then two of what it may be. */
const number = fc.oneof(
  fc.constantFrom(0, 5, 6, 9, 40, 300).map((n) => [n, n] as const),
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
);

/** Numbers of one office, with a second world in which only the hidden ones differ. */
const office = fc.record({
  due: number,
  open: number,
  kept: number,
  first: number,
  onTime: number,
  reopened: number,
  returns: number,
  received: number,
});
type Office = typeof office extends fc.Arbitrary<infer T> ? T : never;

function countsOf(of: Office, world: 0 | 1): FrozenCounts {
  const n = (name: keyof Office) => of[name][world];
  const received: Partial<Record<CountName, number>> = {
    received: n('received'),
    reopened: n('reopened'),
    returns: n('returns'),
    misrouted: n('returns'),
  };
  const within = (name: keyof Office) => Math.min(n('due'), n(name));
  const due: Partial<Record<CountName, number>> = {
    ...{ promiseDue: n('due'), promiseKept: within('kept'), promiseOpen: n('open') },
    ...{ firstDue: n('first'), firstOpen: n('first'), verifyOpen: n('open') },
    ...{ settleDue: n('due'), settleKept: within('onTime') },
  };
  return { received: packCounts(received), due: packCounts(due) };
}

const none = { kind: {}, area: {}, category: {}, channel: {}, platform: {} };

function span(offices: readonly Office[], world: 0 | 1): FrozenSpan {
  const counted = offices.map((one) => countsOf(one, world));
  const by = Object.fromEntries(counted.map((counts, at) => [OFFICES[at] ?? '-', counts]));
  return {
    from: '2026-07-01',
    to: '2026-09-30',
    whole: counted[0] ?? {},
    oversight: 0,
    by: { ...none, office: by },
  };
}

const frozen = (
  now: readonly Office[],
  before: readonly Office[],
  world: 0 | 1,
  silent: string[],
): Frozen => ({
  ...{ shape: 1, period: '2026-Q3', day: '2026-10-05', months: [], campaigns: [], silentVillages: [] },
  ...{ now: span(now, world), before: span(before, world), lastYear: span(before, world) },
  overdue: { total: 0, cases: [] },
  liaisons: Object.fromEntries(silent.map((code) => [code, { all: 2, inactive: 2 }])),
  withoutLiaison: [],
});

const NAMES = { office: (code: string) => code, district: () => 'Malili', adminOffice: 'DISKOMINFO' };
const offices = fc.array(office, { minLength: OFFICES.length, maxLength: OFFICES.length });
const silent = fc.subarray(OFFICES.slice(0, -1));

test('the same is asked, of the same offices in the same order, whatever the hidden numbers are', ({
  expect,
}) => {
  let asked = 0;
  fc.assert(
    fc.property(offices, offices, silent, (now, before, quiet) => {
      const [one, other] = ([0, 1] as const).map((world) => frozen(now, before, world, quiet));
      if (!one || !other) throw new Error('two worlds');
      const questions = questionsFrom(one, NAMES);
      asked += questions.length;
      expect(questionsFrom(other, NAMES)).toEqual(questions);
      expect(fiveAsked(other)).toEqual(fiveAsked(one));
      expect(officesAsked(other)).toEqual(officesAsked(one));
    }),
    { numRuns: 60 },
  );
  expect(asked).toBeGreaterThan(300);
});

test('five cases stand behind every reason, no office is asked twice, and five fit on the page', ({
  expect,
}) => {
  fc.assert(
    fc.property(offices, silent, (now, quiet) => {
      const whole = frozen(now, now, 0, quiet);
      const asked = officesAsked(whole);
      for (const { reasons } of asked)
        for (const { cases } of reasons) expect(cases).toBeGreaterThanOrEqual(5);
      expect(new Set(asked.map(({ office: code }) => code)).size).toBe(asked.length);
      expect(asked.map(({ office: code }) => code)).not.toContain('-');
      const page = chairPage(whole, false);
      expect(page.asked.slice(0, asked.length)).toEqual(asked.slice(0, MOST_ASKED));
      expect(page.asked.length).toBeLessThanOrEqual(MOST_ASKED);
      const found = questionsFrom(whole, NAMES).map((question) => question.found);
      expect(new Set(found).size).toBe(found.length);
    }),
    { numRuns: 60 },
  );
});

test('what improved is told of many only, and only when chance does not explain it', ({ expect }) => {
  const counts = (due: number, kept: number): FrozenCounts => ({
    due: packCounts({ promiseDue: due, promiseKept: kept }),
  });
  const of = (before: FrozenCounts, now: FrozenCounts) => {
    const at = (whole: FrozenCounts) => ({ ...span([], 0), whole });
    return chairPage({ ...frozen([], [], 0, []), before: at(before), now: at(now) }, false).improved;
  };
  expect(of(counts(100, 50), counts(100, 80))).toMatchObject([
    { definition: { id: 'promise_kept' }, office: null },
  ]);
  expect(of(counts(100, 80), counts(100, 50))).toEqual([]);
  expect(of(counts(100, 50), counts(100, 55))).toEqual([]);
  // 98 of 100 would tell that two were not.
  expect(of(counts(100, 50), counts(100, 98))).toEqual([]);
});

test('villages without a report, absent liaison officers and unread banners are asked about', ({
  expect,
}) => {
  const quiet = frozen([], [], 0, ['PUPR']);
  const questions = questionsFrom(
    {
      ...quiet,
      withoutLiaison: ['DLH'],
      silentVillages: ['73.24.01.2001', '73.24.01.2002'],
      campaigns: [
        { id: 1, name: 'Spanduk', hanging: 10, silent: 6 },
        { id: 2, name: 'Poster', hanging: 10, silent: 2 },
      ],
    },
    NAMES,
  );
  expect(questions.map(({ found }) => found)).toEqual([
    'inactive',
    'no-liaison',
    'silent-villages',
    'campaign:1',
  ]);
  expect(questions[2]?.question).toContain('Tidak ada laporan dari 2 desa dan kelurahan: Malili (2).');
  expect(questions[3]?.question).toContain('6 dari 10 bahan');
});
