/** What is asked of the register for the coverage. Rows read depend on the pieces and their lives, never on scans. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { freeKinds, settledKinds } from '../../../../shared/campaign.ts';
import type { Db } from '../../../platform/db.ts';
import { hangLinks, placementCounts, placementEvents, placements } from '../table.ts';

/** A piece as it stands in the register, with what it brought. */
export type PieceRow = Awaited<ReturnType<typeof listPieces>>[number];

/** Everything that has a place and was not taken down. */
export function listPieces(db: Db) {
  const hungAt = db
    .select({ at: sql<number>`max(${placementEvents.at})` })
    .from(placementEvents)
    .where(and(eq(placementEvents.placementId, placements.id), eq(placementEvents.life, 'hung')));
  return db
    .select({
      kind: placements.kind,
      ref: placements.ref,
      area: placements.area,
      code: placements.code,
      material: placements.material,
      campaignId: placements.campaignId,
      life: placements.life,
      photoAt: placements.photoAt,
      hungAt: sql<number | null>`(${hungAt})`,
      scanned: sql<number>`coalesce(${placementCounts.scanned}, 0)`,
      submitted: sql<number>`coalesce(${placementCounts.submitted}, 0)`,
    })
    .from(placements)
    .leftJoin(
      placementCounts,
      and(eq(placementCounts.day, '*'), eq(placementCounts.placementId, placements.id)),
    )
    .where(and(isNull(placements.retiredAt), inArray(placements.kind, [...settledKinds, ...freeKinds])))
    .orderBy(placements.id);
}

/** Was a link ever made for a kecamatan? */
export async function anyHangLink(db: Db): Promise<boolean> {
  const rows = await db.select({ id: hangLinks.id }).from(hangLinks).limit(1);
  return rows.length > 0;
}
