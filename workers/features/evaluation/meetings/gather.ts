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

export async function readGlance({ db, regency, now }: Reader, period: Period): Promise<Glance> {
  const day = regency.calendar.localDate(now);
  const periods = [period, periodBefore(period), periodLastYear(period)] as const;
  const asked = periods.map((one) => asksOf(one, plusDays(day, -1), frozenDimensions));
  const [cells, offices] = await Promise.all([
    readFigures(db, asked.flat()),
    liaisonsByOffice(db, regency, now),
  ]);
  const each = cells.length / periods.length;
  const spanAt = (at: 0 | 1 | 2) => spanOf(periods[at], cells.slice(at * each, (at + 1) * each));
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

function spanOf({ from, to }: Period, cells: readonly Cells[]): FrozenSpan {
  const by = Object.fromEntries(
    frozenDimensions.map((dimension): [FrozenDimension, Record<string, FrozenCounts>] => [dimension, {}]),
  ) as FrozenSpan['by'];
  let at = 0;
  for (const dimension of frozenDimensions)
    for (const basis of basesOf(dimension)) {
      for (const [value, counts] of cells[at] ?? [])
        by[dimension][value] = { ...by[dimension][value], [basis]: packCounts(counts) };
      at++;
    }
  const oversight = cells[0]?.get(OVERSIGHT)?.received ?? 0;
  // Beside their own count nothing is told of accusations.
  delete by.kind[OVERSIGHT];
  return { from, to, whole: wholeIn([...cells.slice(0, 2), ...cells.slice(-1)]), oversight, by };
}

/** @param cells of `kind` received and due, and of `platform` seen */
function wholeIn([received, due, seen]: readonly Cells[]): FrozenCounts {
  const whole = (cells: Cells | undefined) => packCounts(wholeOf(cells ?? new Map(), OVERSIGHT));
  return { received: whole(received), due: whole(due), seen: whole(seen) };
}
