/** Placements that a list shows, and those of it that a person has chosen. */
import { and, sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import type { AppContext } from '../../http.ts';
import { listPlacements } from '../queries.ts';
import { placements } from '../table.ts';
import { type FilterName, filterCondition, filterParams, readFilter } from './filter.ts';
import { inOrder, type ShownPlacement } from './shown.ts';

/** What an address names, by its own words. */
export const filterOf = (query: (name: string) => string | undefined) =>
  readFilter((name: FilterName) => query(filterParams[name]));

/** All that match, in their order; two rows read for each. */
export async function matching(
  c: AppContext,
  filter: ReturnType<typeof filterOf>,
): Promise<ShownPlacement[]> {
  const { db, regency } = c.var;
  return inOrder(await listPlacements(db, filterCondition(filter, regency, now())), regency);
}

/** The ticked ones, or all that match: as the form of the list sends it. */
export async function chosenOf(c: AppContext, form: URLSearchParams | FormData): Promise<ShownPlacement[]> {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  if (text('yang') === 'semua') return matching(c, filterOf(text));
  const codes = form.getAll('kode').flatMap((value) => String(value).toUpperCase().split(','));
  const named = sql`${placements.code} in (select value from json_each(${JSON.stringify(codes)}))`;
  const { db, regency } = c.var;
  // Links of posts and events have no life that could be changed.
  const pieces = and(named, filterCondition({}, regency, now()));
  return inOrder(await listPlacements(db, pieces), regency);
}
