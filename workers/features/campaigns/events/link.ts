/** A code of its own for the slides and handouts of an event, so that what it brought is counted like a banner's. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { unavailable } from '../../../platform/db.ts';
import type { Doer } from '../../doer.ts';
import { insertPlacements, withCodes } from '../register/new-placements.ts';
import { placements } from '../table.ts';
import { requireOpen } from './save.ts';
import { campaignEvents } from './table.ts';

/** Doing it twice gives one code. @throws AppError not_found, conflict when the event was cancelled, unavailable */
export async function giveCode({ db, now }: Doer, id: number): Promise<void> {
  const event = await requireOpen(db, id);
  if (event.placementId !== null) return;
  const { title, area, campaignId } = event;
  // The slot lets only one be made, whoever asks at the same moment.
  const slot = `event:${id}`;
  const row = {
    kind: 'event' as const,
    ref: '',
    slot,
    material: 'link' as const,
    name: title,
    area,
    campaignId,
  };
  try {
    await withCodes(1, new Set(), ([code = '']) =>
      db.batch([
        insertPlacements(db, [{ ...row, code }], now),
        db
          .update(campaignEvents)
          .set({
            placementId: sql`(select ${placements.id} from ${placements} where ${placements.slot} = ${slot})`,
          })
          .where(and(eq(campaignEvents.id, id), isNull(campaignEvents.placementId))),
      ]),
    );
  } catch (error) {
    throw unavailable(error);
  }
}
