/** Files that are made in steps: the pack of a meeting, the binder of an indicator. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const evaluationPacks = sqliteTable(
  'evaluation_packs',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind', { enum: ['meeting', 'binder'] }).notNull(),
    /** Id of the meeting, or of the indicator. */
    subject: text('subject').notNull(),
    /** JSON: the steps there are, in order, worked out when it was asked for. */
    steps: text('steps').notNull(),
    total: integer('total').notNull(),
    done: integer('done').notNull().default(0),
    status: text('status', { enum: ['running', 'stopped', 'done', 'failed'] }).notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    finishedAt: integer('finished_at'),
  },
  (table) => [
    index('evaluation_packs_running').on(table.id).where(sql`${table.status} = 'running'`),
    index('evaluation_packs_subject').on(table.kind, table.subject),
  ],
);

/** One file of a pack, sealed in the bucket. WITHOUT ROWID. */
export const evaluationParts = sqliteTable(
  'evaluation_parts',
  {
    packId: integer('pack_id')
      .notNull()
      .references(() => evaluationPacks.id, { onDelete: 'restrict' }),
    part: integer('part').notNull(),
    /** e.g. "lembar-pimpinan.pdf". */
    name: text('name').notNull(),
    objectKey: text('object_key').notNull(),
    pages: integer('pages').notNull(),
    bytes: integer('bytes').notNull(),
    /** SHA-256 of the file as it is handed out, hexadecimal. */
    digest: text('digest').notNull(),
  },
  (table) => [primaryKey({ columns: [table.packId, table.part] })],
);
