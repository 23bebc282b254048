/** One action over many cases: what was chosen, and what became of each. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const bulkJobs = sqliteTable(
  'bulk_jobs',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** Verb of a case, e.g. "dispose", "archive", "tag", "note", "remind", "transfer". */
    verb: text('verb').notNull(),
    /** sealed JSON: who asked, and the verb's input, the same for all. */
    input: text('input').notNull(),
    /** Account whose rights are judged, anew for every case. */
    staffId: integer('staff_id').notNull(),
    status: text('status', { enum: ['preview', 'running', 'stopped', 'done'] }).notNull(),
    total: integer('total').notNull(),
    createdAt: integer('created_at').notNull(),
    startedAt: integer('started_at'),
    finishedAt: integer('finished_at'),
  },
  (table) => [
    index('bulk_jobs_running').on(table.id).where(sql`${table.status} = 'running'`),
    index('bulk_jobs_staff').on(table.staffId),
  ],
);

/** A case of a job. Done and refused are written in the batch that changed the case, or not at all. WITHOUT ROWID. */
export const bulkItems = sqliteTable(
  'bulk_items',
  {
    jobId: integer('job_id')
      .notNull()
      .references(() => bulkJobs.id, { onDelete: 'restrict' }),
    position: integer('position').notNull(),
    caseId: integer('case_id').notNull(),
    /** Version the person saw in the preview. */
    version: integer('version').notNull(),
    status: text('status', { enum: ['waiting', 'done', 'refused'] }).notNull(),
    /** Why it was refused, as a word of the program. */
    reason: text('reason'),
    /** History seq it wrote. */
    seq: integer('seq'),
    at: integer('at'),
  },
  (table) => [
    primaryKey({ columns: [table.jobId, table.position] }),
    index('bulk_items_waiting').on(table.jobId, table.position).where(sql`${table.status} = 'waiting'`),
  ],
);
