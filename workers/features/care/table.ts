/** Care of personal data: what was erased and why, what people asked for, and what went wrong (UU 27/2022). */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** contact = name, e-mail and phone; content = also texts, answers and files. */
export const erasureScopes = ['contact', 'content'] as const;

/**
 * What was erased. Written in the batch that erases; a copy leaves for R2, which a restored database does not take back with
 * it, so that whoever restores an older one erases again what it brought back. Append-only but for `loggedAt`.
 */
export const erasures = sqliteTable(
  'erasures',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** Drawn once, so that the same erasure is known again after a restore. */
    token: text('token').notNull().unique(),
    caseId: integer('case_id').notNull(),
    scope: text('scope', { enum: erasureScopes }).notNull(),
    why: text('why', { enum: ['retention', 'request', 'reporter', 'restored'] }).notNull(),
    /** "reporter", "staff:12", "job:retention". */
    by: text('by').notNull(),
    at: integer('at').notNull(),
    /** When the copy stood in R2. */
    loggedAt: integer('logged_at'),
  },
  (table) => [
    index('erasures_case').on(table.caseId),
    index('erasures_unlogged').on(table.id).where(sql`${table.loggedAt} is null`),
  ],
);

/** A reporter asks that all about them is erased; the data-protection officer decides within 3 × 24 hours. */
export const erasureRequests = sqliteTable(
  'erasure_requests',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    caseId: integer('case_id').notNull(),
    scope: text('scope', { enum: erasureScopes }).notNull(),
    /** sealed; what the reporter wrote, if anything. */
    reason: text('reason'),
    askedAt: integer('asked_at').notNull(),
    dueAt: integer('due_at').notNull(),
    decision: text('decision', { enum: ['granted', 'refused'] }),
    /** sealed; why it was refused. */
    answer: text('answer'),
    decidedAt: integer('decided_at'),
    decidedBy: text('decided_by'),
    remindedAt: integer('reminded_at'),
  },
  (table) => [
    index('erasure_requests_case').on(table.caseId),
    index('erasure_requests_open').on(table.dueAt).where(sql`${table.decidedAt} is null`),
  ],
);

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
