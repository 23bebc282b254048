/** What the figures are folded into. Counts stand as `packCounts` stores them (shared/figures/counts.ts). */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { bases, dimensions } from '../../../../shared/figures/counts.ts';

/** Sums of one dimension in one month or on one day. WITHOUT ROWID. */
export const figures = sqliteTable(
  'figures',
  {
    dimension: text('dimension', { enum: dimensions }).notNull(),
    basis: text('basis', { enum: bases }).notNull(),
    /** Local: "2026-07" or "2026-07-14". */
    bucket: text('bucket').notNull(),
    /** JSON: counts by value of the dimension, e.g. {"PUPR": [12, 0, …]}; values without any are left out. */
    cells: text('cells').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dimension, table.basis, table.bucket] })],
);

/**
 * What each case adds at present, so that a change moves the sums by the difference, and a figure can name its cases.
 * A case has one fact of its receipt and one of each thing that is or was due. WITHOUT ROWID.
 */
export const figureFacts = sqliteTable(
  'figure_facts',
  {
    caseId: integer('case_id').notNull(),
    n: integer('n').notNull(),
    basis: text('basis', { enum: bases }).notNull(),
    /** Local ISO date. */
    day: text('day').notNull(),
    /** NULL = the fact does not count by this dimension at all; "-" = the case has none. */
    kind: text('kind'),
    office: text('office'),
    area: text('area'),
    category: text('category'),
    channel: text('channel'),
    placement: text('placement'),
    disposer: text('disposer'),
    /** JSON array. */
    counts: text('counts').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.n] }),
    index('figure_facts_day').on(table.basis, table.day, table.caseId),
  ],
);

/** Days whose posts have to be counted anew: a trigger of `social_posts` notes them. WITHOUT ROWID. */
export const touchedPostDays = sqliteTable('touched_post_days', {
  day: text('day').primaryKey(),
});
