/** What is published: dated releases of fixed tables, and what was improved because of complaints. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A quarter is published once; what was published never changes. */
export const releases = sqliteTable('releases', {
  /** Quarter, e.g. "2026-Q3". */
  period: text('period').primaryKey(),
  /** JSON: regency, area code, licence, definitions as they stood. */
  about: text('about').notNull(),
  publishedBy: text('published_by').notNull(),
  publishedAt: integer('published_at').notNull(),
});

/** WITHOUT ROWID. */
export const releasedTables = sqliteTable(
  'released_tables',
  {
    period: text('period')
      .notNull()
      .references(() => releases.period, { onDelete: 'restrict' }),
    /** Name of the table, e.g. "laporan-per-opd". */
    name: text('name').notNull(),
    /** JSON of head and rows, as published. */
    content: text('content').notNull(),
    /** SHA-256 of the CSV and the JSON file, hexadecimal. */
    csvDigest: text('csv_digest').notNull(),
    jsonDigest: text('json_digest').notNull(),
  },
  (table) => [primaryKey({ columns: [table.period, table.name] })],
);

export const improvements = sqliteTable(
  'improvements',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** What citizens had complained about, without any case. */
    complaint: text('complaint').notNull(),
    /** What was done. */
    improvement: text('improvement').notNull(),
    office: text('office'),
    /** Local ISO date on which it was done. */
    doneOn: text('done_on').notNull(),
    /** Action of the plan behind it, or null. */
    actionId: integer('action_id'),
    publishedAt: integer('published_at'),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [index('improvements_done').on(table.doneOn)],
);
