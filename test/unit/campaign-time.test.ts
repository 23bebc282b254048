/** Times of posts: months as weeks, local times as instants, and numbers as people type them. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { monthBeside, monthOf, nextMorning, weeksOf } from '../../workers/features/campaigns/posts/months.ts';
import { reachRows } from '../../workers/features/campaigns/posts/reach/rows.ts';
import { countOf, localTime, optionalCount } from '../../workers/features/fields.ts';
import { instantOf, localTimeOf } from '../../workers/features/local-time.ts';

const month = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, of]) => `${year}-${String(of).padStart(2, '0')}`);

describe('a month of posts', () => {
  it('holds each of its days once, in weeks from Monday', ({ expect }) => {
    fc.assert(
      fc.property(month, (of) => {
        const weeks = weeksOf(of);
        const days = weeks.flat().filter((day) => day !== null);
        const [year = 0, number = 0] = of.split('-').map(Number);
        const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
        expect(days).toEqual(
          Array.from({ length: count }, (_, index) => `${of}-${String(index + 1).padStart(2, '0')}`),
        );
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          for (const [column, day] of week.entries())
            if (day) expect((new Date(day).getUTCDay() + 6) % 7).toBe(column);
          expect(week.some((day) => day !== null)).toBe(true);
        }
        expect(monthBeside(monthBeside(of, 1), -1)).toBe(of);
        expect(monthOf(of, '2026-11-27')).toBe(of);
      }),
    );
    expect(['2026-13', '', undefined, 'x'].map((asked) => monthOf(asked, '2026-11-27'))).toEqual(
      Array(4).fill('2026-11'),
    );
  });

  it('tells a local time and its instant apart by the zone, to the minute and back', ({ expect }) => {
    expect(instantOf('2026-11-27T08:05', 'Asia/Makassar')).toBe(Date.parse('2026-11-27T00:05:00Z'));
    const minute = fc
      .integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) })
      .map((ms) => ms - (ms % 60_000));
    fc.assert(
      fc.property(minute, (at) => {
        expect(instantOf(localTimeOf(at, 'Asia/Makassar'), 'Asia/Makassar')).toBe(at);
      }),
    );
  });
});

it('a new post is meant for the next morning at eight', ({ expect }) => {
  expect(nextMorning('2026-11-27T07:59')).toBe('2026-11-27T08:00');
  expect(nextMorning('2026-11-27T08:00')).toBe('2026-11-28T08:00');
  expect(nextMorning('2026-12-31T17:30')).toBe('2027-01-01T08:00');
});

describe('a number of people or rupiah', () => {
  it.for([
    ['1250', 1250],
    ['1.250', 1250],
    ['Rp 1.250.000', 1_250_000],
    ['12 500', 12_500],
    ['Rp1.250.000,-', 1_250_000],
    ['Rp. 1.250.000,00', 1_250_000],
    ['1.500', 1500],
    ['', null],
    ['  ', null],
    [null, null],
    [0, 0],
    [77, 77],
  ] as const)('is read from %j', ([typed, number], { expect }) => {
    expect(optionalCount().parse(typed)).toBe(number);
  });

  it.for(['1.5', '1,5', '-3', 'seribu', '1e3', '9'.repeat(20), '1.25.000'])(
    'is not %j',
    (typed, { expect }) => {
      const read = optionalCount().safeParse(typed);
      expect(read.error?.issues[0]?.message).toBe('field.whole_number');
    },
  );
});

describe('a number that has to be given', () => {
  it.for([
    ['1.500', 1500],
    ['', 'field.required'],
    ['1.5', 'field.whole_number'],
    ['0', 'field.whole_number'],
    ['2.001', 'field.whole_number'],
    [1.5, 'field.whole_number'],
  ] as const)('%j', ([typed, expected], { expect }) => {
    const read = countOf(1, 2000).safeParse(typed);
    expect(read.success ? read.data : read.error.issues[0]?.message).toBe(expected);
  });
});

describe('a local date and time', () => {
  it.for([
    ['2026-11-27T08:00', '2026-11-27T08:00'],
    [' 2026-11-27T23:59:30 ', '2026-11-27T23:59'],
    ['', 'field.required'],
    ['2026-11-31T08:00', 'field.date_time'],
    ['2026-11-27T24:00', 'field.date_time'],
    ['0026-11-27T08:00', 'field.date_time'],
    ['27-11-2026 08:00', 'field.date_time'],
  ] as const)('%j', ([typed, expected], { expect }) => {
    const read = localTime.safeParse(typed);
    expect(read.success ? read.data : read.error.issues[0]?.message).toBe(expected);
  });
});

describe('a table of reach', () => {
  it('is found below other rows, by the names that platforms use', ({ expect }) => {
    const rows = reachRows([
      ['Export of November'],
      ['Post', 'Permalink', 'Date', 'Reach'],
      ['a', 'https://x.com/a/status/1', '28/11/2026', '1.200'],
      ['', '', '', ''],
      ['b', 'kanal.example.id/7k3mq9', '', '–'],
    ]);
    expect(rows).toEqual([
      { row: 3, code: null, url: 'https://x.com/a/status/1', reach: 1200, on: '2026-11-28' },
      { row: 5, code: '7K3MQ9', url: 'kanal.example.id/7k3mq9', reach: null, on: null },
    ]);
    expect(reachRows([['Judul', 'Jangkauan']])).toBeNull();
  });
});
