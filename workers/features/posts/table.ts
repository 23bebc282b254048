/** Posts on social media that the desk has seen, also those that became no case (domain.md section 5). */
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { postOutcomes, postPlatforms } from '../../../shared/social-post.ts';

export const socialPosts = sqliteTable(
  'social_posts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** sealed: an address often holds somebody's name. */
    link: text('link').notNull(),
    /** Blind index: the same post is logged once. */
    linkIndex: text('link_index').notNull(),
    platform: text('platform', { enum: postPlatforms }).notNull(),
    /** Category of the regency, or null. */
    topic: text('topic'),
    area: text('area'),
    /** Null until somebody decided. */
    outcome: text('outcome', { enum: postOutcomes }),
    caseId: integer('case_id'),
    /** Upload of a screenshot. */
    screenshot: text('screenshot'),
    /** sealed */
    note: text('note'),
    /** Who wrote it last: "staff:12", "key:3". */
    by: text('by').notNull(),
    /** Local date on which it was seen. */
    seenOn: text('seen_on').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [
    uniqueIndex('social_posts_link').on(table.linkIndex),
    index('social_posts_seen').on(table.seenOn, table.id),
    index('social_posts_case').on(table.caseId),
    // The sweep asks it for every file that no case has claimed.
    index('social_posts_screenshot').on(table.screenshot).where(sql`${table.screenshot} is not null`),
  ],
);
