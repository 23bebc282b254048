/** What belongs to a program and what it cost, from what each room keeps. */
import { and, count, desc, eq, isNotNull, isNull, ne, notInArray, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { linkKinds } from '../../../../shared/campaign.ts';
import type { Db } from '../../../platform/db.ts';
import { brochureBatches } from '../batches/table.ts';
import { campaignEvents } from '../events/table.ts';
import { campaignPosts, mediaArticles } from '../posts/table.ts';
import { campaigns, placements } from '../table.ts';

export const costKinds = ['pieces', 'posts', 'articles', 'events', 'batches'] as const;
export type CostKind = (typeof costKinds)[number];

export interface Sum {
  count: number;
  /** Rupiah, of those whose cost is known. */
  cost: number;
  /** How many have no cost written. */
  unknown: number;
}
export type Sums = Record<CostKind, Sum>;

const nothing: Sum = { count: 0, cost: 0, unknown: 0 };

/** By program id. Reads the rows of the programs' rooms, however much was counted. @param id only of this one */
export async function programSums(db: Db, id?: number): Promise<(id: number) => Sums> {
  const lived = and(notInArray(placements.kind, [...linkKinds]), ne(placements.life, 'idle'));
  const of = (campaign: SQLiteColumn) => (id === undefined ? isNotNull(campaign) : eq(campaign, id));
  const sum = (
    table: SQLiteTable & { campaignId: SQLiteColumn; cost: SQLiteColumn },
    condition?: SQL | undefined,
  ) =>
    db
      .select({
        id: sql<number>`${table.campaignId}`,
        count: count(),
        cost: sql<number>`coalesce(sum(${table.cost}), 0)`,
        unknown: sql<number>`count(*) - count(${table.cost})`,
      })
      .from(table)
      .where(and(of(table.campaignId), condition))
      .groupBy(table.campaignId);
  const [pieces, posts, articles, events, batches] = await db.batch([
    sum(placements, lived),
    sum(campaignPosts, isNull(campaignPosts.cancelledAt)),
    sum(mediaArticles),
    sum(campaignEvents, isNull(campaignEvents.cancelledAt)),
    sum(brochureBatches),
  ]);
  const all = { pieces, posts, articles, events, batches };
  return (program) =>
    Object.fromEntries(
      costKinds.map((kind) => [kind, all[kind].find((one) => one.id === program) ?? nothing]),
    ) as Sums;
}

/** Rupiah of all that is known, with what stands nowhere else. */
export const spentOf = (sums: Sums, otherCost: number | null): number =>
  costKinds.reduce((sum, kind) => sum + sums[kind].cost, otherCost ?? 0);

export type ProgramRow = typeof campaigns.$inferSelect;

/** Newest first; archived ones last. */
export function listPrograms(db: Db): Promise<ProgramRow[]> {
  const { archivedAt, startsOn, id } = campaigns;
  return db.select().from(campaigns).orderBy(sql`${archivedAt} is not null`, desc(startsOn), desc(id));
}

/** Those that are not archived. */
export const listOpenPrograms = async (db: Db): Promise<ProgramRow[]> =>
  (await listPrograms(db)).filter(({ archivedAt }) => archivedAt === null);

export async function programOf(db: Db, id: number): Promise<ProgramRow | null> {
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, id));
  return row ?? null;
}

/** Pieces of a program by where they are in their lives, and how many of them hang by a photo. @param since epoch ms */
export async function piecesOf(db: Db, program: number, since: number) {
  return db
    .select({
      life: placements.life,
      count: count(),
      proven: sql<number>`count(case when ${placements.photoAt} >= ${since} then 1 end)`,
    })
    .from(placements)
    .where(and(eq(placements.campaignId, program), notInArray(placements.kind, [...linkKinds])))
    .groupBy(placements.life);
}
