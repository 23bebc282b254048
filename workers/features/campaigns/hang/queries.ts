/** What is asked about hanging: pieces that can hang, links, programs. */
import { and, desc, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import { freeKinds, settledKinds } from '../../../../shared/campaign.ts';
import type { Db } from '../../../platform/db.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { PlacementRow } from '../queries.ts';
import { campaigns, hangLinks, placementEvents, placements } from '../table.ts';
import type { HangLink } from './links.ts';
import { isOf, needsWork, officeOf } from './pieces.ts';

/** What can hang: planned or further, and not taken down. */
const canHang = and(
  isNull(placements.retiredAt),
  inArray(placements.kind, [...settledKinds, ...freeKinds]),
  notInArray(placements.life, ['idle', 'replaced', 'removed']),
);

/** All of them, in the order of the areas: some hundreds in a regency. */
export const piecesToHang = (db: Db): Promise<PlacementRow[]> =>
  db.select().from(placements).where(canHang).orderBy(placements.ref, placements.id);

/** Is there anything that can hang? */
export async function anyToHang(db: Db): Promise<boolean> {
  return (await db.select({ id: placements.id }).from(placements).where(canHang).limit(1)).length > 0;
}

/** @param code in capitals; one row read */
export async function pieceWithCode(db: Db, code: string): Promise<PlacementRow | null> {
  const [row] = await db
    .select()
    .from(placements)
    .where(and(eq(placements.code, code), canHang));
  return row ?? null;
}

/** Those of one link: what is to be done first, then the rest, each in the order of the areas. */
export async function piecesOf(
  db: Db,
  regency: Pick<Regency, 'offices'>,
  link: Pick<HangLink, 'district' | 'campaignId'>,
  now: number,
): Promise<{ todo: PlacementRow[]; done: PlacementRow[] }> {
  const office = officeOf(regency, link.district);
  const all = (await piecesToHang(db)).filter((row) => isOf(link, office, row));
  return {
    todo: all.filter((row) => needsWork(row, now)),
    done: all.filter((row) => !needsWork(row, now)),
  };
}

/** Newest links first; older ones have long expired. */
const SHOWN = 100;

export function newestLinks(db: Db) {
  return db
    .select({ link: hangLinks, program: campaigns.name })
    .from(hangLinks)
    .leftJoin(campaigns, eq(campaigns.id, hangLinks.campaignId))
    .orderBy(desc(hangLinks.id))
    .limit(SHOWN);
}

/** The step that was sent with a key, and of which place, or null. */
export async function stepOf(db: Db, key: string) {
  const [row] = await db
    .select({ code: placements.code, life: placementEvents.life })
    .from(placementEvents)
    .innerJoin(placements, eq(placements.id, placementEvents.placementId))
    .where(eq(placementEvents.key, key));
  return row ?? null;
}
