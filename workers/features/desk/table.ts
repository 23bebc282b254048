/** What a person of the desk keeps for themselves. */
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** A list with filters, by the name its owner gave it. */
export const savedViews = sqliteTable(
  'saved_views',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    staffId: integer('staff_id').notNull(),
    name: text('name').notNull(),
    /** Query of the page: list and filters, never a search text. */
    query: text('query').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [uniqueIndex('saved_views_name').on(table.staffId, table.name)],
);
