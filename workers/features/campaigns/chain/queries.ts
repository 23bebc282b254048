/** What the results are made from: a row for each placement with its sums, however much was counted. */
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { LinkKind } from '../../../../shared/campaign.ts';
import type { Db } from '../../../platform/db.ts';
import { brochureBatches } from '../batches/table.ts';
import { campaignEvents, eventPeople } from '../events/table.ts';
import { campaignPosts, mediaArticles } from '../posts/table.ts';
import { campaigns, placementCounts, placements } from '../table.ts';
import { channelCounts } from './table.ts';

export type CountedRow = Awaited<ReturnType<typeof countedRows>>['placed'][number];

/** What has a link of its own beside a place: a post, an article, an event, a batch. */
export interface ItemRow {
  kind: LinkKind;
  /** Null where it has no link. */
  placementId: number | null;
  title: string;
  campaignId: number | null;
  /** People reached, where somebody has said so; null = not known. */
  reach: number | null;
  cost: number | null;
  /** It happened, so it has a cost. */
  done: boolean;
}

/** Everything that the results are made from, in one trip. Rows: some two for each thing, none for a scan or a case. */
export async function countedRows(db: Db) {
  const [placed, posts, articles, events, batches, programs, channels] = await db.batch([
    db
      .select({ row: placements, counts: placementCounts })
      .from(placements)
      .leftJoin(
        placementCounts,
        and(eq(placementCounts.day, '*'), eq(placementCounts.placementId, placements.id)),
      )
      .orderBy(placements.id),
    db
      .select({ ...itemColumns(campaignPosts), reach: campaignPosts.reach, at: campaignPosts.publishedAt })
      .from(campaignPosts)
      .orderBy(campaignPosts.id),
    db
      .select({ ...itemColumns(mediaArticles), reach: mediaArticles.reach })
      .from(mediaArticles)
      .orderBy(mediaArticles.id),
    db
      .select({
        ...itemColumns(campaignEvents),
        at: campaignEvents.heldAt,
        headcount: campaignEvents.headcount,
        came,
      })
      .from(campaignEvents)
      .orderBy(campaignEvents.id),
    db.select(itemColumns(brochureBatches)).from(brochureBatches).orderBy(brochureBatches.id),
    db
      .select({ id: campaigns.id, name: campaigns.name, otherCost: campaigns.otherCost })
      .from(campaigns)
      .orderBy(campaigns.startsOn, campaigns.id),
    db.select().from(channelCounts).orderBy(channelCounts.channel),
  ]);
  const items: ItemRow[] = [
    ...posts.map((post) => ({ ...post, kind: 'post' as const, done: post.at !== null })),
    ...articles.map((article) => ({ ...article, kind: 'article' as const, done: true })),
    ...events.map((event) => ({
      ...event,
      kind: 'event' as const,
      reach: event.headcount ?? (event.came > 0 ? event.came : null),
      done: event.at !== null,
    })),
    ...batches.map((batch) => ({ ...batch, kind: 'batch' as const, reach: null, done: true })),
  ];
  return { placed, items, programs, channels };
}

type Items = typeof campaignPosts | typeof mediaArticles | typeof campaignEvents | typeof brochureBatches;

function itemColumns<Table extends Items>({ placementId, title, campaignId, cost }: Table) {
  return { placementId, title, campaignId, cost };
}

/** People of the list who came. */
const came = sql<number>`(select count(*) from ${eventPeople}
  where ${and(eq(eventPeople.eventId, campaignEvents.id), isNotNull(eventPeople.attendedAt))})`.as('came');
