/** SKM U9 by quarter and office: the mean of four labels × 25, and what it lies between on few answers. */
import { type Counts, NONE, noCounts, OVERSIGHT } from '../../../../../shared/figures/counts.ts';
import { definitionOf, type Value } from '../../../../../shared/figures/definitions.ts';
import { type Period, periodAfter, periodBefore, periodWith } from '../../../../../shared/figures/periods.ts';
import { type Told, tell, tellParts } from '../../../../../shared/figures/told.ts';
import { type Interval, MANY, wilson } from '../../../../../shared/interval.ts';
import type { Db } from '../../../../platform/db.ts';
import { anyOffice } from '../../../../regency/named.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { readFigures, wholeOf } from '../../figures/queries.ts';

const U9 = definitionOf('satisfaction');

/** Quarters on one page. */
const SHOWN = 4;

export interface Satisfaction {
  told: Told;
  /** How many answered; null = not told. */
  rated: number | null;
  /** Of the value, 25 to 100; null = not told, or so many answered that the value stands for itself. */
  between: Interval | null;
}

export interface OfficeLine {
  /** Code; null = all offices together. */
  office: string | null;
  name: string;
  /** In the order of the quarters. */
  quarters: Satisfaction[];
}

/** Oldest first. @param until the last of them */
export function quartersUntil(until: Period): Period[] {
  const quarters = [until];
  for (let [first] = quarters; first && quarters.length < SHOWN; [first] = quarters)
    quarters.unshift(periodBefore(first));
  return quarters;
}

/** The last of the quarters that follow on a page, not later than the one of today; null = these are the newest. */
export function quartersAfter(last: Period, today: string): Period | null {
  const newest = periodWith('quarter', today);
  if (last.from >= newest.from) return null;
  const next = Array.from({ length: SHOWN }).reduce<Period>(periodAfter, last);
  return next.from < newest.from ? next : newest;
}

/** @returns the quarter that was asked for, or the one of today */
export const quarterOf = (period: Period | null, today: string): Period =>
  period?.kind === 'quarter' ? period : periodWith('quarter', today);

/** @returns the whole, then the offices that somebody rated, by name: nobody is ranked */
export async function readSatisfaction(
  db: Db,
  regency: Regency,
  quarters: readonly Period[],
): Promise<OfficeLine[]> {
  const figures = await readFigures(
    db,
    quarters.flatMap((period) => [
      { dimension: 'kind', basis: 'received', period } as const,
      { dimension: 'office', basis: 'received', period } as const,
    ]),
  );
  const invented = regency.switches.demo;
  const wholes = quarters.map((_, at) => meanOf(wholeOf(figures[2 * at] ?? new Map(), OVERSIGHT)));
  const byOffice = quarters.map((_, at) => figures[2 * at + 1] ?? new Map());
  const codes = [...new Set(byOffice.flatMap((cells) => [...cells.keys()]))].filter((code) =>
    byOffice.some((cells) => (cells.get(code)?.rated ?? 0) > 0),
  );
  const columns = byOffice.map((cells) => {
    const values = codes.map((code) => meanOf(cells.get(code)));
    return tellParts(U9, values, invented).map((told, at) => shown(told, values[at]));
  });
  const offices = codes.map(
    (office, at): OfficeLine => ({
      office,
      name: office === NONE ? 'Tanpa OPD' : (anyOffice(regency, office)?.name ?? office),
      quarters: columns.flatMap((column) => column[at] ?? []),
    }),
  );
  const whole = wholes.map((value) => shown(tell(U9, value, invented), value));
  return [
    { office: null, name: 'Semua OPD', quarters: whole },
    ...offices.sort((a, b) => a.name.localeCompare(b.name, 'id')),
  ];
}

const meanOf = (counts: Counts | undefined): Value => U9.value(counts ?? noCounts());

function shown(told: Told, value: Value | undefined): Satisfaction {
  if (told.range === null || value?.kind !== 'mean') return { told, rated: null, between: null };
  return { told, rated: value.of, between: value.of < MANY ? whole(between(value)) : null };
}

/** No page, file or call tells more than it knows. */
const whole = ({ least, most }: Interval): Interval => ({ least: Math.round(least), most: Math.round(most) });

/**
 * As if every answer were no (25) or yes (100): of all answers with this mean those spread most, so the interval is never
 * too narrow.
 */
export function between({ sum, of }: { sum: number; of: number }): Interval {
  const { least, most } = wilson((sum - 25 * of) / 75, of);
  return { least: 25 + 75 * least, most: 25 + 75 * most };
}
