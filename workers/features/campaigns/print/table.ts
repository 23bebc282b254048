/** Packs that were made for the printer, and their parts in the bucket. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { printFormats } from '../../../../shared/campaign.ts';

export const printPacks = sqliteTable(
  'print_packs',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    format: text('format', { enum: printFormats }).notNull(),
    /** What was chosen, JSON, for its name and for making it anew. */
    scope: text('scope').notNull(),
    /** Address that its codes say, e.g. "https://kanal.example.id". */
    origin: text('origin').notNull(),
    /** JSON array of placement ids, in the order of its pages. */
    placements: text('placements').notNull(),
    total: integer('total').notNull(),
    /** Placements whose pages are made. */
    done: integer('done').notNull().default(0),
    /** `refused`: a code could not be read back; `failed`: a part could not be made, without any outage. */
    status: text('status', { enum: ['running', 'stopped', 'done', 'refused', 'failed'] }).notNull(),
    /** JSON: what was refused, without personal data. */
    trouble: text('trouble'),
    /** Account; 0 = a partner's key. */
    createdBy: integer('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    finishedAt: integer('finished_at'),
  },
  (table) => [index('print_packs_running').on(table.id).where(sql`${table.status} = 'running'`)],
);

/** One file of a pack: at most 50 pages. WITHOUT ROWID. */
export const printParts = sqliteTable(
  'print_parts',
  {
    packId: integer('pack_id')
      .notNull()
      .references(() => printPacks.id, { onDelete: 'restrict' }),
    part: integer('part').notNull(),
    objectKey: text('object_key').notNull(),
    pages: integer('pages').notNull(),
    bytes: integer('bytes').notNull(),
    /** SHA-256, hexadecimal. */
    digest: text('digest').notNull(),
    /** First and last placement, as positions in the pack. */
    first: integer('first').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.packId, table.part] })],
);
