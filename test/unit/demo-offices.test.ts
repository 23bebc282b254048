/** On whatever day the demo begins, the quarter that its next meeting looks at has five offices to ask five things. */
import { expect, it } from 'vitest';
import { livesOf } from '../../shared/demo/lives/life.ts';
import { arrivals } from '../../shared/demo/lives/rhythm.ts';
import type { Life, LifeStep } from '../../shared/demo/lives/types.ts';
import { busiest, type Setting, worldOf } from '../../shared/demo/lives/world.ts';
import { type Period, periodBefore, periodWith } from '../../shared/figures/periods.ts';
import { loadPack } from '../../shared/regencies/index.ts';
import { categories } from '../../shared/regencies/indonesia/categories.ts';
import { LEAST } from '../../shared/small-counts.ts';
import { makeCalendar } from '../../shared/working-time.ts';
import { DEMO } from '../../workers/local/seed/demo-lives.ts';

const pack = await loadPack('luwu-timur');
const calendar = makeCalendar({ ...pack.regency, holidays: pack.holidays, hours: pack.hours });
const byKey = <T, K extends keyof T>(rows: readonly T[], key: K) =>
  new Map(rows.map((row) => [row[key], row]));
const setting: Setting = {
  about: pack.regency,
  areas: byKey(pack.areas, 'code'),
  offices: byKey(pack.offices, 'code'),
  categories: byKey(pack.categories, 'id'),
  clocks: pack.clocks,
  calendar,
};

/** Days on which the demo may be started: the first of a quarter, its middle, its last. */
const days = ['2026-10-01', '2026-11-16', '2026-12-31', '2027-01-05', '2027-05-12', '2028-09-30'];

const ends: readonly LifeStep['verb'][] = ['withdraw', 'expire', 'archive', 'forward', 'hold'];

/** Counted anew from what happened, without the figures: reason and office. */
function troublesOf({ received, steps }: Life, period: Period, until: number): string[] {
  const within = (at: number) => {
    const day = calendar.localDate(at);
    return day >= period.from && day <= period.to && at < until;
  };
  const sent = steps.findLast(({ verb }) => ['route', 'dispose', 'decide_return'].includes(verb));
  const first = steps.find(({ verb }) => verb === 'answer')?.at ?? Number.POSITIVE_INFINITY;
  if (!sent || steps.some(({ verb }) => ends.includes(verb))) return [];
  const office = String(sent.input.office);
  const [promise, settle] = [calendar.addWorkingDays(received, 17), calendar.addWorkingDays(sent.at, 14)];
  const told = (reason: string, when: boolean) => (when ? [`${reason} ${office}`] : []);
  const returns = steps.filter(({ verb }) => verb === 'return' && within(received));
  return [
    ...told('received', within(received)),
    ...told('overdue', within(promise) && first > until),
    ...told('late', within(settle) && first > settle),
    ...told('reopened', within(received) && steps.some(({ verb }) => verb === 'contest')),
    ...returns.map(({ by }) => `returned ${by.slice('liaison:'.length)}`),
  ];
}

it.for([
  ['its own offices', setting],
  ['the usual ones', { ...setting, categories: byKey(categories, 'id') }],
] as const)('a regency with %s', ([, own]) => {
  const [neglects = '', slow = '', hasty = '', mistaken = '', away = ''] = busiest(own);
  const world = worldOf(own, new Map());
  for (const day of days) {
    const until = Date.parse(`${day}T02:00:00Z`);
    const period = periodBefore(periodWith('quarter', day));
    const all = arrivals(world, DEMO.seed, DEMO.count, until - DEMO.span, until);
    const lives = livesOf({ world, seed: DEMO.seed, until, numbers: 0 }, all);
    const counted = Object.groupBy(
      lives.flatMap((life) => troublesOf(life, period, until)),
      (trouble) => trouble,
    );
    for (const trouble of [
      `overdue ${neglects}`,
      `late ${slow}`,
      `reopened ${hasty}`,
      `returned ${mistaken}`,
      `received ${away}`,
    ])
      expect(counted[trouble]?.length ?? 0, `${day}: ${trouble}`).toBeGreaterThanOrEqual(LEAST);
    // Most do well.
    expect(Object.keys(counted).filter((trouble) => trouble.startsWith('received')).length).toBeGreaterThan(
      12,
    );
    const share = (what: string) =>
      Object.entries(counted).reduce(
        (sum, [name, of]) => sum + (name.startsWith(what) ? (of?.length ?? 0) : 0),
        0,
      );
    expect(share('late') / share('received'), day).toBeLessThan(0.35);
  }
});
