/** What a campaign has really reached, for whoever promised it: places with something hung, events held, sheets given. */
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Measure } from '../../../../shared/action.ts';
import type { Db } from '../../../platform/db.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { brochureBatches, brochureHandouts } from '../batches/table.ts';
import { coveredPlaces } from '../coverage/cover.ts';
import { listPieces } from '../coverage/queries.ts';
import { campaignEvents } from '../events/table.ts';
import { campaigns } from '../table.ts';

export interface Wanted {
  measure: Measure;
  /** Program that is counted; null = whatever took place since then, or hangs now. */
  campaignId: number | null;
  /** Local ISO date; nothing of before counts where no program is named. */
  since: string;
  /** Number to be reached; of coverage it is every place of the regency. */
  goal: number | null;
}

/** One round trip for as many as are wanted. @param now epoch ms */
export async function reachedOf(
  db: Db,
  regency: Regency,
  wanted: readonly Wanted[],
  now: number,
): Promise<{ reached: number; goal: number }[]> {
  if (wanted.length === 0) return [];
  const [pieces, events, handouts] = await db.batch([listPieces(db), heldEvents(db), handedOut(db)]);
  const places = (campaignId: number | null) =>
    coveredPlaces(pieces, regency, { district: null, material: null, campaignId }, now);
  return wanted.map(({ measure, campaignId, since, goal }) => {
    const counts = (row: { campaignId: number | null; day: string }) =>
      campaignId === null ? row.day >= since : row.campaignId === campaignId;
    if (measure === 'coverage') {
      const all = places(campaignId);
      return { reached: all.filter(({ hung }) => hung > 0).length, goal: all.length };
    }
    if (measure === 'brochures')
      return { reached: handouts.filter(counts).reduce((sum, row) => sum + row.count, 0), goal: goal ?? 0 };
    const held = events.filter((row) => (row.kind === 'bimtek') === (measure === 'trainings'));
    return { reached: held.filter(counts).length, goal: goal ?? 0 };
  });
}

/** Names of all programs, also of archived ones, by their number. */
export async function programNames(db: Db): Promise<Map<number, string>> {
  const rows = await db.select({ id: campaigns.id, name: campaigns.name }).from(campaigns);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A regency holds some tens a year. */
function heldEvents(db: Db) {
  return db
    .select({
      campaignId: campaignEvents.campaignId,
      kind: campaignEvents.kind,
      day: sql<string>`substr(${campaignEvents.startsAt}, 1, 10)`,
    })
    .from(campaignEvents)
    .where(and(isNotNull(campaignEvents.heldAt), isNull(campaignEvents.cancelledAt)));
}

function handedOut(db: Db) {
  return db
    .select({
      campaignId: brochureBatches.campaignId,
      day: brochureHandouts.day,
      count: sql<number>`sum(${brochureHandouts.count})`,
    })
    .from(brochureHandouts)
    .innerJoin(brochureBatches, eq(brochureBatches.id, brochureHandouts.batchId))
    .where(isNull(brochureHandouts.cancelledAt))
    .groupBy(brochureBatches.campaignId, brochureHandouts.day);
}
