import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * When something is due. Generic: a subject is a type and an id. One row for each start. WITHOUT ROWID.
 * `due_at` and `next_at` are what the calendar makes of the row's own facts (start, days or date, pauses): when a
 * holiday is added later they are worked out anew.
 */
export const clocks = sqliteTable(
  'clocks',
  {
    subject: text('subject').notNull(),
    subjectId: integer('subject_id').notNull(),
    /** verify, first_answer, next_step, settle, promise, return, forwarded, reporter, completeness, scheduled, action. */
    clock: text('clock').notNull(),
    /** History seq that started it. */
    startedSeq: integer('started_seq').notNull(),
    startedAt: integer('started_at').notNull(),
    /** Working days it runs for; null when it ends on a date. */
    days: integer('days'),
    /** Local ISO date it ends on; null when it counts days. */
    date: text('date'),
    /** The same limit where a law counts calendar days: the earlier of the two warns. */
    calendarDays: integer('calendar_days'),
    dueAt: integer('due_at').notNull(),
    /** Due by calendar days where that is earlier: reminders count to it. */
    warnAt: integer('warn_at'),
    pausedAt: integer('paused_at'),
    /** Pauses that are over, JSON [[from, to], …] in epoch ms. */
    pauses: text('pauses').notNull().default('[]'),
    stoppedAt: integer('stopped_at'),
    /** When the sweep has to look at it next; null while it is paused, and once it has stopped. */
    nextAt: integer('next_at'),
    /** Stage that is reached then. */
    nextStage: text('next_stage'),
  },
  (table) => [
    primaryKey({ columns: [table.subject, table.subjectId, table.clock, table.startedSeq] }),
    index('clocks_next').on(table.nextAt).where(sql`${table.nextAt} is not null`),
  ],
);

/** A stage of a clock that was reached. The key makes telling it twice impossible. WITHOUT ROWID. */
export const clockStages = sqliteTable(
  'clock_stages',
  {
    subject: text('subject').notNull(),
    subjectId: integer('subject_id').notNull(),
    clock: text('clock').notNull(),
    startedSeq: integer('started_seq').notNull(),
    stage: text('stage').notNull(),
    at: integer('at').notNull(),
    /** `skipped`: a later stage was reached at the same look and told instead. */
    outcome: text('outcome', { enum: ['told', 'skipped'] }).notNull(),
    way: text('way', { enum: ['digest', 'single', 'weekly', 'act'] }).notNull(),
    /** Due in force. NULL, which the column refuses, when the clock was stopped, paused or moved meanwhile. */
    dueAt: integer('due_at').notNull(),
    /** Settings version in force; NULL aborts the batch when it changed meanwhile. */
    settings: integer('settings').notNull(),
    /** Digest or weekly list it stands in, by local date; null while it waits for one. */
    listedOn: text('listed_on'),
  },
  (table) => [
    primaryKey({
      columns: [table.subject, table.subjectId, table.clock, table.startedSeq, table.stage],
    }),
    index('clock_stages_waiting')
      .on(table.way, table.dueAt)
      .where(
        sql`${table.listedOn} is null and ${table.outcome} = 'told' and ${table.way} in ('digest', 'weekly')`,
      ),
  ],
);
