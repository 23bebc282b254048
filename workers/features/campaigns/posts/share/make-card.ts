/** Gives a program a page to share: a placement of its own, which leads there. */
import type { Db } from '../../../../platform/db.ts';
import { requireProgram } from '../../queries.ts';
import { insertPlacements, withCodes } from '../../register/new-placements.ts';
import { sharePath } from '../../scans/target.ts';
import { cardSlot } from './queries.ts';

/** Doing it twice changes nothing. @param at epoch ms. @throws AppError invalid for an unknown program */
export async function makeCard(db: Db, campaignId: number, at: number): Promise<void> {
  await requireProgram(db, campaignId);
  await withCodes(1, new Set(), ([code = '']) =>
    db.batch([
      insertPlacements(
        db,
        [
          {
            ...{ kind: 'card', ref: '', material: 'link', slot: cardSlot(campaignId) },
            ...{ campaignId, code, target: sharePath(code) },
          },
        ],
        at,
      ),
    ]),
  );
}
