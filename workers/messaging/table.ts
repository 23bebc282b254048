import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * A notice to a person. The id says what it is ("<case>:<seq>:<template>:<recipient>"), so writing it twice is
 * impossible. It carries no personal data: the address is read when it is sent. WITHOUT ROWID.
 */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: text('id').primaryKey(),
    caseId: integer('case_id'),
    template: text('template').notNull(),
    /** "reporter" or "staff:<id>". */
    recipient: text('recipient').notNull(),
    /** Values of the template that are no personal data, JSON. */
    values: text('values').notNull(),
    status: text('status', { enum: ['pending', 'sent', 'failed', 'skipped', 'uncertain'] }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Epoch ms; not tried before. */
    nextAt: integer('next_at').notNull(),
    /** Why it failed or was skipped: our own words. */
    reason: text('reason'),
    createdAt: integer('created_at').notNull(),
    sentAt: integer('sent_at'),
    /** When it was given to the way out. Pending with this set after its lease: nobody knows whether it left. */
    handedAt: integer('handed_at'),
  },
  (table) => [
    index('deliveries_pending').on(table.nextAt).where(sql`${table.status} = 'pending'`),
    index('deliveries_trouble')
      .on(table.status, table.createdAt)
      .where(sql`${table.status} in ('failed', 'uncertain', 'skipped')`),
    // Only what did not get through at once is in it.
    index('deliveries_retried')
      .on(table.createdAt)
      .where(sql`${table.status} = 'pending' and ${table.attempts} > 1`),
  ],
);

/** Messages that a queue gave up on; shown on the desk, replayable. */
export const deadLetters = sqliteTable(
  'dead_letters',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** The queue's message id: the same letter is kept once. */
    message: text('message').notNull().unique(),
    queue: text('queue').notNull(),
    /** JSON of ids or of a parcel of scans, never of personal data. */
    body: text('body').notNull(),
    at: integer('at').notNull(),
    replayedAt: integer('replayed_at'),
  },
  (table) => [index('dead_letters_waiting').on(table.at).where(sql`${table.replayedAt} is null`)],
);
