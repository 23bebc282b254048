/** What is asked about placements. */
import { and, asc, eq, gt, isNull, ne, type SQL } from 'drizzle-orm';
import { hangs } from '../../../shared/campaign.ts';
import type { Db } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import type { Place } from '../../privacy/seal.ts';
import { campaigns, placementCounts, placementPhotos, placements } from './table.ts';

export { officesUntrained } from './events/trainings.ts';

export type PlacementRow = typeof placements.$inferSelect;

/** The links of the chain that are shown, in their order. */
export const links = [
  'scanned',
  'visitors',
  'opened',
  'submitted',
  'accepted',
  'settled',
  'settledOnTime',
  'confirmed',
] as const;
export type Link = (typeof links)[number];

export interface PlacementLine {
  row: PlacementRow;
  /** The true figures; `shown` (small.ts) says what of them may be told. */
  chain: Record<Link, number>;
}

/** @param code in capitals; one row read */
export async function placementOf(
  db: Db,
  code: string,
): Promise<Pick<PlacementRow, 'id' | 'retiredAt' | 'target'> | null> {
  const [row] = await db
    .select({ id: placements.id, retiredAt: placements.retiredAt, target: placements.target })
    .from(placements)
    .where(eq(placements.code, code));
  return row ?? null;
}

/** Placements with the sums of their chains: two rows read for each, however much was counted. */
export async function listPlacements(db: Db, where?: SQL): Promise<PlacementLine[]> {
  const rows = await select(db).where(where);
  return rows.map(lineOf);
}

/** One placement with its chain, or null. @param code in capitals */
export async function placementLine(db: Db, code: string): Promise<PlacementLine | null> {
  const [row] = await select(db).where(eq(placements.code, code));
  return row ? lineOf(row) : null;
}

function select(db: Db) {
  return db
    .select({ row: placements, counts: placementCounts })
    .from(placements)
    .leftJoin(
      placementCounts,
      and(eq(placementCounts.day, '*'), eq(placementCounts.placementId, placements.id)),
    );
}

function lineOf({ row, counts }: { row: PlacementRow; counts: Partial<Record<Link, number>> | null }) {
  const chain = Object.fromEntries(links.map((link) => [link, counts?.[link] ?? 0])) as Record<Link, number>;
  return { row, chain };
}

/** What the bytes of a photo are sealed for. */
export const photoPlace = (id: string): Place => ({ table: 'placement_photos', column: 'object', row: id });

/** The next photos in the bucket, for who seals them anew. @param after an id; '' = from the start */
export function photosAfter(db: Db, after: string, limit: number) {
  const { id, objectKey } = placementPhotos;
  return db
    .select({ id, object: objectKey })
    .from(placementPhotos)
    .where(and(gt(id, after), ne(objectKey, '')))
    .orderBy(asc(id))
    .limit(limit);
}

/** Programs that are not archived, to choose from. */
export function openPrograms(db: Db): Promise<{ id: number; name: string }[]> {
  return db
    .select({ id: campaigns.id, name: campaigns.name })
    .from(campaigns)
    .where(isNull(campaigns.archivedAt))
    .orderBy(asc(campaigns.name));
}

/** The program of each placement that has one, by its code; rows grow with placements, never with cases. */
export async function programsByCode(db: Db): Promise<Map<string, { id: number; name: string }>> {
  const rows = await db
    .select({ code: placements.code, id: campaigns.id, name: campaigns.name })
    .from(placements)
    .innerJoin(campaigns, eq(campaigns.id, placements.campaignId));
  return new Map(rows.map(({ code, ...program }) => [code, program]));
}

/** @param id null = of no program. @throws AppError invalid at /program */
export async function requireProgram(db: Db, id: number | null): Promise<void> {
  if (id === null) return;
  const rows = await db.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.id, id));
  if (rows.length === 0)
    throw new AppError('invalid', { fields: [{ pointer: '/program', message: 'field.program' }] });
}

/**
 * Open programs of which something hangs: how much, and how much of that nobody has ever scanned.
 * @param at epoch ms
 */
export async function hangingPrograms(
  db: Db,
  at: number,
): Promise<{ id: number; name: string; hanging: number; silent: number }[]> {
  const [programs, lines] = await Promise.all([openPrograms(db), listPlacements(db)]);
  const hanging = lines.filter(({ row }) => hangs(row, at));
  return programs.flatMap((program) => {
    const own = hanging.filter(({ row }) => row.campaignId === program.id);
    const silent = own.filter(({ chain }) => chain.scanned === 0).length;
    return own.length > 0 ? [{ ...program, hanging: own.length, silent }] : [];
  });
}
