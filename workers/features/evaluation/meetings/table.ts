/** Evaluation meetings: what they looked at, who came, what was asked and what was decided. */
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const meetings = sqliteTable(
  'meetings',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    title: text('title').notNull(),
    /** As addresses name it, e.g. "2026-Q3" (shared/figures/periods.ts). */
    period: text('period').notNull(),
    /** Local ISO date and time "2026-11-27T09:00". */
    startsAt: text('starts_at').notNull(),
    place: text('place').notNull().default(''),
    /** Account or name of office that leads; shown on the invitation. */
    chair: text('chair').notNull().default(''),
    /** JSON array of items, in order. */
    agenda: text('agenda').notNull().default('[]'),
    /** sealed; minutes name people. */
    minutes: text('minutes'),
    /** Figures as they stood when they were frozen, JSON; null until then. */
    frozen: text('frozen'),
    frozenAt: integer('frozen_at'),
    /** Held and closed: minutes and decisions are final. */
    closedAt: integer('closed_at'),
    cancelledAt: integer('cancelled_at'),
    /** Demonstration or taken over from paper: where the record stands. */
    source: text('source').notNull().default(''),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [index('meetings_starts').on(table.startsAt)],
);

export const meetingPeople = sqliteTable(
  'meeting_people',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    meetingId: integer('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'restrict' }),
    /** Account, where there is one. */
    staffId: integer('staff_id'),
    /** sealed; of somebody without an account. */
    name: text('name'),
    /** Office code, or null. */
    office: text('office'),
    invitedAt: integer('invited_at').notNull(),
    /** Notice of the invitation was written. */
    toldAt: integer('told_at'),
    attendedAt: integer('attended_at'),
  },
  (table) => [
    index('meeting_people_meeting').on(table.meetingId),
    uniqueIndex('meeting_people_staff')
      .on(table.meetingId, table.staffId)
      .where(sql`${table.staffId} is not null`),
  ],
);

/** Questions prepared from the data, or written by hand. */
export const meetingQuestions = sqliteTable(
  'meeting_questions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    meetingId: integer('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'restrict' }),
    /** What found it, e.g. "overdue:PUPR"; null = written by hand. Once in a meeting. */
    found: text('found'),
    /** Office asked, or null. */
    office: text('office'),
    question: text('question').notNull(),
    /** sealed; what was answered in the meeting. */
    answer: text('answer'),
    position: integer('position').notNull(),
    /** Left out of the pack by whoever prepares. */
    dropped: integer('dropped', { mode: 'boolean' }).notNull().default(false),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('meeting_questions_meeting').on(table.meetingId, table.position),
    uniqueIndex('meeting_questions_found')
      .on(table.meetingId, table.found)
      .where(sql`${table.found} is not null`),
  ],
);

export const decisions = sqliteTable(
  'decisions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    meetingId: integer('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'restrict' }),
    position: integer('position').notNull(),
    decision: text('decision').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [index('decisions_meeting').on(table.meetingId, table.position)],
);
