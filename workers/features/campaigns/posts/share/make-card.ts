/** Gives a program a page to share: a placement of its own, which leads there. */
import { eq } from 'drizzle-orm';
import type { Db } from '../../../../platform/db.ts';
import { AppError } from '../../../../platform/problem.ts';
import { insertPlacements, withCodes } from '../../register/new-placements.ts';
import { sharePath } from '../../scans/target.ts';
import { campaigns } from '../../table.ts';
import { cardSlot } from './queries.ts';

/** Doing it twice changes nothing. @param at epoch ms. @throws AppError not_found */
export async function makeCard(db: Db, campaignId: number, at: number): Promise<void> {
  const [program] = await db
    .select({ name: campaigns.name })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  if (!program) throw new AppError('not_found');
  const card = {
    ...{ kind: 'card' as const, ref: '', material: 'link' as const, slot: cardSlot(campaignId) },
    ...{ name: `Halaman program: ${program.name}`, campaignId },
  };
  await withCodes(1, new Set(), ([code = '']) =>
    db.batch([insertPlacements(db, [{ ...card, code, target: sharePath(code) }], at)]),
  );
}
