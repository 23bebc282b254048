/** After the printer: what was planned is printed. */
import { lifeMoves } from '../../../../shared/campaign.ts';
import { commit } from '../../../platform/db.ts';
import type { AppContext } from '../../http.ts';
import { planLife } from '../register/life.ts';
import { idsOf, type PackRow, type Printable, placesById } from './queries.ts';

/** In one call: two statements each, run twice at worst. The page offers the rest again. */
const AT_ONCE = 200;

/** What of a pack may be marked; nothing of one that is not whole. */
export async function markable(c: AppContext, pack: PackRow): Promise<Printable[]> {
  if (pack.status !== 'done') return [];
  const places = await placesById(c.var.db, c.var.regency, idsOf(pack));
  return places.filter(({ row }) => lifeMoves[row.life].includes('printed'));
}

/**
 * What somebody has moved meanwhile stays where it is.
 * @param at epoch ms
 * @returns how many were marked
 */
export async function markPrinted(c: AppContext, pack: PackRow, at: number): Promise<number> {
  const { db, keys } = c.var;
  const places = (await markable(c, pack)).slice(0, AT_ONCE);
  const step = { life: 'printed', at, by: `pack:${pack.id}` } as const;
  const plans = await Promise.all(places.map(({ row }) => planLife(db, keys, row, step)));
  const outcomes = await commit(db, plans);
  for (const outcome of outcomes) if (!outcome.ok && outcome.constraint === null) throw outcome.error;
  return outcomes.filter(({ ok }) => ok).length;
}
