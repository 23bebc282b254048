/** The action plan: what decisions become. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { actionStates } from '../../../../shared/action.ts';

export const actions = sqliteTable(
  'actions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** Decision it carries out, or null. */
    decisionId: integer('decision_id'),
    activity: text('activity').notNull(),
    /** Office in charge. */
    office: text('office').notNull(),
    /** Account in charge; null = whoever answers for the office. */
    ownerId: integer('owner_id'),
    /** What shows that it is done, in words. */
    target: text('target').notNull().default(''),
    /** Rupiah, or null. */
    budget: integer('budget'),
    /** Local ISO date. */
    dueOn: text('due_on').notNull(),
    state: text('state', { enum: actionStates }).notNull().default('planned'),
    /** Percent, as its owner says; where it points to a campaign, what is shown is measured instead. */
    progress: integer('progress').notNull().default(0),
    /** Program of the campaign whose true coverage is its progress. */
    campaignId: integer('campaign_id'),
    /** What is measured there: banners hung, events held, trainings held, brochures handed out; null = nothing. */
    measure: text('measure', { enum: ['coverage', 'events', 'trainings', 'brochures'] }),
    /** Number to be reached, for events, trainings and brochures. */
    goal: integer('goal'),
    doneAt: integer('done_at'),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('actions_open').on(table.dueOn).where(sql`${table.doneAt} is null`),
    index('actions_decision').on(table.decisionId).where(sql`${table.decisionId} is not null`),
    index('actions_office').on(table.office, table.dueOn),
  ],
);

/** What happened to an action, append-only. WITHOUT ROWID. */
export const actionSteps = sqliteTable(
  'action_steps',
  {
    actionId: integer('action_id')
      .notNull()
      .references(() => actions.id, { onDelete: 'restrict' }),
    seq: integer('seq').notNull(),
    state: text('state', { enum: actionStates }).notNull(),
    progress: integer('progress').notNull(),
    /** sealed; what was done, in words. */
    note: text('note'),
    by: text('by').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.actionId, table.seq] })],
);

/** Evidence that an action was done; staff only, sealed in the bucket. */
export const actionFiles = sqliteTable(
  'action_files',
  {
    /** 32 hexadecimal digits. */
    id: text('id').primaryKey(),
    actionId: integer('action_id')
      .notNull()
      .references(() => actions.id, { onDelete: 'restrict' }),
    title: text('title').notNull(),
    objectKey: text('object_key').notNull(),
    kind: text('kind', { enum: ['jpeg', 'png', 'webp', 'pdf'] }).notNull(),
    bytes: integer('bytes').notNull(),
    /** SHA-256 of the cleaned file, hexadecimal: the same picture proves nothing twice. */
    digest: text('digest').notNull(),
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: integer('uploaded_at').notNull(),
  },
  (table) => [index('action_files_action').on(table.actionId)],
);
