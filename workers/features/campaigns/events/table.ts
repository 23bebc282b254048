/** Briefings, village meetings and trainings: who was invited, who came, what was shown and what came of it. */
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { eventKinds } from '../../../../shared/campaign.ts';

export const campaignEvents = sqliteTable(
  'campaign_events',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    campaignId: integer('campaign_id'),
    kind: text('kind', { enum: eventKinds }).notNull(),
    title: text('title').notNull(),
    /** Local ISO date and time "2026-11-27T08:00". */
    startsAt: text('starts_at').notNull(),
    place: text('place').notNull().default(''),
    /** Area code, where it is for one kecamatan or desa. */
    area: text('area'),
    agenda: text('agenda').notNull().default(''),
    /** Minutes: what came of it. */
    result: text('result').notNull().default(''),
    /** People who came, where nobody kept a list of names. */
    headcount: integer('headcount'),
    placementId: integer('placement_id').unique(),
    cost: integer('cost'),
    /** Held, as somebody has said; null while it is planned. */
    heldAt: integer('held_at'),
    cancelledAt: integer('cancelled_at'),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('campaign_events_starts').on(table.startsAt),
    index('campaign_events_campaign').on(table.campaignId),
  ],
);

export const eventPeople = sqliteTable(
  'event_people',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    eventId: integer('event_id')
      .notNull()
      .references(() => campaignEvents.id, { onDelete: 'restrict' }),
    /** Account, for liaison officers and heads. */
    staffId: integer('staff_id'),
    /** sealed; of somebody without an account. */
    name: text('name'),
    /** Office code. */
    office: text('office'),
    invitedAt: integer('invited_at').notNull(),
    attendedAt: integer('attended_at'),
  },
  (table) => [
    index('event_people_event').on(table.eventId),
    index('event_people_staff').on(table.staffId).where(sql`${table.staffId} is not null`),
  ],
);

/** Photos, materials and lists of an event; staff only, sealed in the bucket. */
export const eventFiles = sqliteTable(
  'event_files',
  {
    /** 32 hexadecimal digits. */
    id: text('id').primaryKey(),
    eventId: integer('event_id')
      .notNull()
      .references(() => campaignEvents.id, { onDelete: 'restrict' }),
    what: text('what', { enum: ['photo', 'material', 'attendance'] }).notNull(),
    title: text('title').notNull(),
    objectKey: text('object_key').notNull(),
    kind: text('kind', { enum: ['jpeg', 'png', 'webp', 'pdf'] }).notNull(),
    bytes: integer('bytes').notNull(),
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: integer('uploaded_at').notNull(),
  },
  (table) => [index('event_files_event').on(table.eventId)],
);
