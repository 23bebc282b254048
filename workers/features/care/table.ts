/** Care of personal data: runs of the retention, and what went wrong (UU 27/2022); erasures stand in privacy/table.ts. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A run that erases what has been kept long enough, or says what it would erase. */
export const retentionRuns = sqliteTable('retention_runs', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  /** Setting it follows (kind `retention`). */
  rule: text('rule').notNull(),
  dry: integer('dry', { mode: 'boolean' }).notNull(),
  by: text('by').notNull(),
  startedAt: integer('started_at').notNull(),
  /** Closed before this (epoch ms). */
  before: integer('before').notNull(),
  /** JSON of where it stands. */
  cursor: text('cursor').notNull().default('{}'),
  looked: integer('looked').notNull().default(0),
  erased: integer('erased').notNull().default(0),
  finishedAt: integer('finished_at'),
});

/** An incident with personal data: found, told within 3 × 24 hours, closed (UU 27/2022 art. 46). */
export const breaches = sqliteTable(
  'breaches',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    foundAt: integer('found_at').notNull(),
    /** found + 72 hours. */
    dueAt: integer('due_at').notNull(),
    recordedAt: integer('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
    /** sealed JSON: what happened, whose data, how, what is done about it. */
    words: text('words').notNull(),
    /** About how many people; null = not known yet. */
    people: integer('people'),
    toldPeopleAt: integer('told_people_at'),
    toldAuthorityAt: integer('told_authority_at'),
    closedAt: integer('closed_at'),
    remindedAt: integer('reminded_at'),
    version: integer('version').notNull(),
  },
  (table) => [index('breaches_open').on(table.dueAt).where(sql`${table.closedAt} is null`)],
);

/** What was done about a breach, in order. Append-only. WITHOUT ROWID. */
export const breachEntries = sqliteTable(
  'breach_entries',
  {
    breachId: integer('breach_id')
      .notNull()
      .references(() => breaches.id, { onDelete: 'restrict' }),
    seq: integer('seq').notNull(),
    what: text('what', {
      enum: ['recorded', 'changed', 'told_people', 'told_authority', 'noted', 'closed'],
    }).notNull(),
    /** sealed */
    words: text('words'),
    by: text('by').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.breachId, table.seq] })],
);
