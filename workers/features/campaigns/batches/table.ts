/** Batches of brochures and stickers: how many were printed, to whom they were handed out, how many are left. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { batchMaterials } from '../../../../shared/campaign.ts';

export const brochureBatches = sqliteTable(
  'brochure_batches',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    campaignId: integer('campaign_id'),
    title: text('title').notNull(),
    material: text('material', { enum: batchMaterials }).notNull(),
    design: integer('design').notNull().default(1),
    printed: integer('printed').notNull(),
    /** Handed out so far: never more than were printed. */
    handedOut: integer('handed_out').notNull().default(0),
    /** Local ISO date. */
    printedOn: text('printed_on').notNull(),
    cost: integer('cost'),
    /** Placement whose code stands on every sheet of it. */
    placementId: integer('placement_id').notNull().unique(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    archivedAt: integer('archived_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [index('brochure_batches_campaign').on(table.campaignId)],
);

export const brochureHandouts = sqliteTable(
  'brochure_handouts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    batchId: integer('batch_id')
      .notNull()
      .references(() => brochureBatches.id, { onDelete: 'restrict' }),
    /** Office or area code; '' with a name. */
    ref: text('ref').notNull(),
    /** A place that is neither. */
    name: text('name'),
    count: integer('count').notNull(),
    /** Local ISO date. */
    day: text('day').notNull(),
    by: text('by').notNull(),
    at: integer('at').notNull(),
    /** Taken back when it was typed wrongly; its count is given back. */
    cancelledAt: integer('cancelled_at'),
  },
  (table) => [index('brochure_handouts_batch').on(table.batchId)],
);
