/** The same change for the chosen placements. */
import { type Life, lifeMoves } from '../../../../shared/campaign.ts';
import type { Db } from '../../../platform/db.ts';
import { parse } from '../../doer.ts';
import type { AppContext } from '../../http.ts';
import { forgetCodes } from '../scans/known.ts';
import { requireKnown, someFactsSchema } from './input.ts';
import type { Facts } from './life.ts';
import { moveMany, type PlainLife } from './life-many.ts';
import type { ShownPlacement } from './shown.ts';

/** Those of them that may go there now. */
export const movable = (chosen: readonly ShownPlacement[], life: Life | null): ShownPlacement[] =>
  life === null ? [...chosen] : chosen.filter(({ row }) => lifeMoves[row.life].includes(life));

/**
 * Those that another person moves meanwhile stay where that person put them.
 * @returns how many there were to change
 */
export async function moveChosen(
  db: Db,
  chosen: readonly ShownPlacement[],
  life: PlainLife | null,
  facts: Facts,
  by: { at: number; by: string },
): Promise<number> {
  const ids = movable(chosen, life).map(({ row }) => row.id);
  const nothing = life === null && Object.keys(facts).length === 0;
  const [first, ...rest] = moveMany(db, [{ ids, facts }], { ...by, life });
  if (ids.length === 0 || nothing || !first) return 0;
  await db.batch([first, ...rest]);
  forgetCodes();
  return ids.length;
}

export const someFacts = ['program', 'size', 'design', 'cost', 'hanger'] as const;
export type SomeFacts = Record<(typeof someFacts)[number], string>;

/** What was filled in; what was left empty changes nothing. @throws AppError invalid */
export async function factsToSet(c: AppContext, typed: SomeFacts): Promise<Facts> {
  const { program, size, design, cost, hanger } = parse(someFactsSchema, typed);
  await requireKnown(c.var, { program, hanger });
  return {
    ...(program === null ? {} : { campaignId: program }),
    ...(typed.program === '-' ? { campaignId: null } : {}),
    ...(size === null ? {} : { size }),
    ...(design === null ? {} : { design }),
    ...(cost === null ? {} : { cost }),
    ...(hanger === null ? {} : { hanger }),
  };
}
