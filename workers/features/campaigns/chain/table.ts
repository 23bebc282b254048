/** What became of cases by the channel they came through. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const links = () => ({
  submitted: integer('submitted').notNull().default(0),
  accepted: integer('accepted').notNull().default(0),
  settled: integer('settled').notNull().default(0),
  settledOnTime: integer('settled_on_time').notNull().default(0),
  confirmed: integer('confirmed').notNull().default(0),
});

/** WITHOUT ROWID. */
export const channelCounts = sqliteTable('channel_counts', {
  channel: text('channel').primaryKey(),
  ...links(),
});

/** What a case adds to its channel at present, so that a change moves it by the difference. WITHOUT ROWID. */
export const channelCases = sqliteTable('channel_cases', {
  caseId: integer('case_id').primaryKey(),
  channel: text('channel').notNull(),
  ...links(),
});
