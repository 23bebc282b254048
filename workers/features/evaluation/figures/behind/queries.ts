/** Facts of cases behind a figure: a bounded look, newest first, through the index of days. */
import { and, between, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import {
  type Basis,
  type CountName,
  countNames,
  type Dimension,
  OVERSIGHT,
} from '../../../../../shared/figures/counts.ts';
import type { Period } from '../../../../../shared/figures/periods.ts';
import type { Db } from '../../../../platform/db.ts';
import { figureFacts } from '../table.ts';

/** Facts looked at for one page; those that count for something else are passed by. */
export const LOOK = 400;

/** Where a look ended. */
export interface Position {
  day: string;
  caseId: number;
  n: number;
}

export interface Wanted {
  basis: Basis;
  period: Pick<Period, 'from' | 'to'>;
  /** Null = all ordinary cases. */
  of: { dimension: Exclude<Dimension, 'platform'>; values: readonly string[] } | null;
  /** Any of these is not 0. */
  counts: readonly CountName[];
  /** From the page before. */
  after: Position | null;
}

/** @returns the facts looked at, each with whether it counts; fewer than LOOK = there are no more */
export async function lookBehind(db: Db, wanted: Wanted): Promise<(Position & { hit: boolean })[]> {
  const { basis, period, of, counts, after } = wanted;
  const { day, caseId, n } = figureFacts;
  const value = of ? sql`${figureFacts[of.dimension]} in ${list(of.values)}` : isNotNull(figureFacts.kind);
  const counted = counts.map(
    (name) => sql`coalesce(${figureFacts.counts} ->> ${`$[${countNames.indexOf(name)}]`}, 0) <> 0`,
  );
  const ordinary = sql`coalesce(${figureFacts.kind}, '') <> ${OVERSIGHT}`;
  const hit = sql`${value} and ${ordinary} and (${sql.join(counted, sql` or `)})`;
  const rows = await db
    .select({ day, caseId, n, hit: sql<number>`(${hit})` })
    .from(figureFacts)
    .where(
      and(
        eq(figureFacts.basis, basis),
        between(day, period.from, after?.day ?? period.to),
        after ? sql`(${day}, ${caseId}, ${n}) < (${after.day}, ${after.caseId}, ${after.n})` : undefined,
      ),
    )
    .orderBy(desc(day), desc(caseId), desc(n))
    .limit(LOOK);
  return rows.map((row) => ({ ...row, hit: row.hit === 1 }));
}

const list = (values: readonly string[]): SQL =>
  sql`(select value from json_each(${JSON.stringify(values)}))`;
