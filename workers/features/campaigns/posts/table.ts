/** Posts of the campaign, the regency's media partners and what they published. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { partnerKinds, postChannels } from '../../../../shared/campaign.ts';

export const campaignPosts = sqliteTable(
  'campaign_posts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    campaignId: integer('campaign_id'),
    channel: text('channel', { enum: postChannels }).notNull(),
    title: text('title').notNull(),
    text: text('text').notNull().default(''),
    /** Object in the bucket of its picture; public matter, unsealed. */
    picture: text('picture'),
    /** Placement whose code is its tracked link. */
    placementId: integer('placement_id').notNull().unique(),
    /** Local ISO date and time "2026-11-27T08:00" for which it is planned. */
    plannedFor: text('planned_for').notNull(),
    /** Epoch ms; null until somebody says that it stands there. */
    publishedAt: integer('published_at'),
    /** Where it stands. */
    url: text('url'),
    /** People reached, as the platform or the station tells; with the local date of that figure. */
    reach: integer('reach'),
    reachOn: text('reach_on'),
    /** Rupiah. */
    cost: integer('cost'),
    cancelledAt: integer('cancelled_at'),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('campaign_posts_planned').on(table.plannedFor),
    index('campaign_posts_campaign').on(table.campaignId),
  ],
);

export const mediaPartners = sqliteTable('media_partners', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  name: text('name').notNull().unique(),
  kind: text('kind', { enum: partnerKinds }).notNull(),
  website: text('website'),
  /** sealed JSON: name, phone and e-mail of who is spoken to there. */
  contact: text('contact'),
  note: text('note').notNull().default(''),
  createdAt: integer('created_at').notNull(),
  archivedAt: integer('archived_at'),
  version: integer('version').notNull().default(1),
});

export const mediaArticles = sqliteTable(
  'media_articles',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    partnerId: integer('partner_id')
      .notNull()
      .references(() => mediaPartners.id, { onDelete: 'restrict' }),
    campaignId: integer('campaign_id'),
    title: text('title').notNull(),
    /** Local ISO date. */
    publishedOn: text('published_on').notNull(),
    url: text('url'),
    /** Object in the bucket: the clipping, a picture or PDF. */
    clipping: text('clipping'),
    placementId: integer('placement_id').unique(),
    reach: integer('reach'),
    reachOn: text('reach_on'),
    cost: integer('cost'),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('media_articles_partner').on(table.partnerId),
    index('media_articles_published').on(table.publishedOn),
    index('media_articles_campaign').on(table.campaignId),
  ],
);
