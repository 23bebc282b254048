/** What is asked about posts. The tracked link of each is a placement, and so is its chain. */
import { and, asc, between, eq, isNull, lt, type SQL } from 'drizzle-orm';
import type { PostChannel } from '../../../../shared/campaign.ts';
import type { Db } from '../../../platform/db.ts';
import { type Link, links } from '../queries.ts';
import { campaigns, placementCounts, placements } from '../table.ts';
import { campaignPosts } from './table.ts';

type PostRow = typeof campaignPosts.$inferSelect;

export interface CampaignPost extends PostRow {
  /** Of its tracked link. */
  code: string;
  target: string | null;
  program: string | null;
  /** The true figures of its link; `shownCount` says what of them may be told. */
  chain: Record<Link, number>;
}

export interface PostFilter {
  /** "2026-11" */
  month: string;
  channel?: PostChannel | null;
  campaignId?: number | null;
}

/** Posts planned for a month, in the order of their time. */
export function postsOfMonth(db: Db, { month, channel, campaignId }: PostFilter): Promise<CampaignPost[]> {
  return read(
    db,
    and(
      between(campaignPosts.plannedFor, `${month}-01`, `${month}-31T99`),
      channel ? eq(campaignPosts.channel, channel) : undefined,
      campaignId ? eq(campaignPosts.campaignId, campaignId) : undefined,
    ),
  );
}

/** Posts that should stand there already or today, and of which nobody has said that they do. @param before local time */
export function waitingPosts(db: Db, before: string): Promise<CampaignPost[]> {
  return read(
    db,
    and(
      lt(campaignPosts.plannedFor, before),
      isNull(campaignPosts.publishedAt),
      isNull(campaignPosts.cancelledAt),
    ),
  );
}

export async function postById(db: Db, id: number): Promise<CampaignPost | null> {
  const [post] = await read(db, eq(campaignPosts.id, id));
  return post ?? null;
}

/** Two rows of counts and links are read for each post, however much was counted. */
async function read(db: Db, which: SQL | undefined): Promise<CampaignPost[]> {
  const rows = await db
    .select({
      post: campaignPosts,
      code: placements.code,
      target: placements.target,
      program: campaigns.name,
      counts: placementCounts,
    })
    .from(campaignPosts)
    .innerJoin(placements, eq(placements.id, campaignPosts.placementId))
    .leftJoin(campaigns, eq(campaigns.id, campaignPosts.campaignId))
    .leftJoin(
      placementCounts,
      and(eq(placementCounts.day, '*'), eq(placementCounts.placementId, campaignPosts.placementId)),
    )
    .where(which)
    .orderBy(asc(campaignPosts.plannedFor), asc(campaignPosts.id));
  return rows.map(({ post, counts, ...more }) => ({ ...post, ...more, chain: chainOf(counts) }));
}

export const chainOf = (counts: Partial<Record<Link, number>> | null): Record<Link, number> =>
  Object.fromEntries(links.map((link) => [link, counts?.[link] ?? 0])) as Record<Link, number>;
