/** Reads the figures of a period as a meeting looks at them. What is read grows with offices and areas, not with cases. */
import {
  type FrozenCounts,
  type FrozenDimension,
  type FrozenSpan,
  frozenDimensions,
  type Glance,
} from '../../../../shared/evaluation/frozen.ts';
import { type Basis, type Dimension, OVERSIGHT, packCounts } from '../../../../shared/figures/counts.ts';
import {
  monthsOf,
  type Period,
  periodBefore,
  periodId,
  periodLastYear,
  periodWith,
  plusDays,
  until,
} from '../../../../shared/figures/periods.ts';
import { oversightIn } from '../../../../shared/figures/together.ts';
import type { Doer } from '../../doer.ts';
import { liaisonsByOffice } from '../../staff/queries.ts';
import { type Asked, type Cells, readFigures, wholeOf } from '../figures/queries.ts';

type Reader = Pick<Doer, 'db' | 'regency' | 'now'>;

const basesOf = (dimension: Dimension): readonly Basis[] =>
  dimension === 'platform' ? ['seen'] : ['received', 'due'];

/** In the order in which `spanOf` takes them up. @param yesterday what was due later is neither kept nor broken */
const asksOf = (period: Period, yesterday: string, dimensions: readonly FrozenDimension[]): Asked[] =>
  dimensions.flatMap((dimension) =>
    basesOf(dimension).map((basis) => ({
      ...{ dimension, basis },
      period: basis === 'due' ? until(period, yesterday) : period,
    })),
  );

/** What is read of each span; `kind` is always the first and `platform` the last, because the whole is made of them. */
type Wanted = readonly (readonly FrozenDimension[])[];

/** The page of the chair: offices are compared with the period before, the whole also with last year. */
const forChair: Wanted = [
  ['kind', 'office', 'channel', 'platform'],
  ['kind', 'office', 'platform'],
  ['kind', 'platform'],
];

export const everything: Wanted = [frozenDimensions, frozenDimensions, frozenDimensions];

/** @param wanted of the period, the one before and the same one last year */
export async function readGlance(
  { db, regency, now }: Reader,
  period: Period,
  wanted: Wanted = forChair,
): Promise<Glance> {
  const day = regency.calendar.localDate(now);
  const periods = [period, periodBefore(period), periodLastYear(period)];
  const asked = periods.map((one, at) => asksOf(one, plusDays(day, -1), wanted[at] ?? []));
  const [cells, offices] = await Promise.all([
    readFigures(db, asked.flat()),
    liaisonsByOffice(db, regency, now),
  ]);
  const spanAt = (at: number) =>
    spanOf(periods[at] ?? period, day, wanted[at] ?? [], cells.splice(0, asked[at]?.length));
  return {
    period: periodId(period),
    day,
    now: spanAt(0),
    before: spanAt(1),
    lastYear: spanAt(2),
    liaisons: Object.fromEntries([...offices].filter(([, { all }]) => all > 0)),
    withoutLiaison: [...offices].flatMap(([office, { all }]) => (all === 0 ? [office] : [])),
  };
}

/** The thirteen months that end with a period. */
export async function readMonths({ db, regency, now }: Reader, period: Period) {
  const yesterday = plusDays(regency.calendar.localDate(now), -1);
  const last = periodWith('month', period.to);
  const months = monthsOf({ from: periodLastYear(last).from, to: last.to });
  const asked = months.map((month) =>
    asksOf(periodWith('month', `${month}-01`), yesterday, ['kind', 'platform']),
  );
  const cells = await readFigures(db, asked.flat());
  const each = cells.length / months.length;
  return months.map((month, at) => ({ month, whole: wholeIn(cells.slice(at * each, (at + 1) * each)) }));
}

function spanOf(
  period: Period,
  today: string,
  dimensions: readonly FrozenDimension[],
  cells: readonly Cells[],
): FrozenSpan {
  const by = Object.fromEntries(
    frozenDimensions.map((dimension): [FrozenDimension, Record<string, FrozenCounts>] => [dimension, {}]),
  ) as FrozenSpan['by'];
  let at = 0;
  for (const dimension of dimensions)
    for (const basis of basesOf(dimension)) {
      for (const [value, counts] of cells[at] ?? [])
        by[dimension][value] = { ...by[dimension][value], [basis]: packCounts(counts) };
      at++;
    }
  const oversight = oversightIn(period, cells[0]?.get(OVERSIGHT)?.received ?? 0, today);
  // Beside their own count nothing is told of accusations.
  delete by.kind[OVERSIGHT];
  const { from, to } = period;
  return { from, to, whole: wholeIn([...cells.slice(0, 2), ...cells.slice(-1)]), oversight, by };
}

/** @param cells of `kind` received and due, and of `platform` seen */
function wholeIn([received, due, seen]: readonly Cells[]): FrozenCounts {
  const whole = (cells: Cells | undefined) => packCounts(wholeOf(cells ?? new Map(), OVERSIGHT));
  return { received: whole(received), due: whole(due), seen: whole(seen) };
}
