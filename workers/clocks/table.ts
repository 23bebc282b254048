import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** When something is due. Generic: a subject is a type and an id. One row for each start. WITHOUT ROWID. */
export const clocks = sqliteTable(
  'clocks',
  {
    subject: text('subject').notNull(),
    subjectId: integer('subject_id').notNull(),
    /** verify, first_answer, next_step, settle, return, forwarded, reporter, completeness. */
    clock: text('clock').notNull(),
    /** History seq that started it. */
    startedSeq: integer('started_seq').notNull(),
    startedAt: integer('started_at').notNull(),
    dueAt: integer('due_at').notNull(),
    pausedAt: integer('paused_at'),
    stoppedAt: integer('stopped_at'),
  },
  (table) => [primaryKey({ columns: [table.subject, table.subjectId, table.clock, table.startedSeq] })],
);
