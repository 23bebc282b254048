/** Exports of SP4N-LAPOR! that were read in. Uploaded files lie sealed in R2 until their import is done. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A report of SP4N-LAPOR! as last imported: the same row again changes nothing. WITHOUT ROWID. */
export const sp4nReports = sqliteTable('sp4n_reports', {
  /** Tracking ID. */
  number: text('number').primaryKey(),
  caseId: integer('case_id').notNull(),
  /** HMAC of the row's content. */
  digest: text('digest').notNull(),
  importId: integer('import_id').notNull(),
  at: integer('at').notNull(),
});

export const sp4nImports = sqliteTable('sp4n_imports', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  /** Sealed rows in R2; null once they were deleted. */
  objectKey: text('object_key'),
  /** JSON: field → header. */
  mapping: text('mapping').notNull(),
  status: text('status', { enum: ['mapping', 'checked', 'running', 'done', 'cancelled'] }).notNull(),
  rows: integer('rows').notNull(),
  /** First row that was not carried out. */
  nextRow: integer('next_row').notNull(),
  by: text('by').notNull(),
  at: integer('at').notNull(),
  doneAt: integer('done_at'),
});

/** What became of each row. WITHOUT ROWID. */
export const sp4nImportRows = sqliteTable(
  'sp4n_import_rows',
  {
    importId: integer('import_id')
      .notNull()
      .references(() => sp4nImports.id, { onDelete: 'restrict' }),
    row: integer('row').notNull(),
    number: text('number'),
    outcome: text('outcome', { enum: ['created', 'updated', 'linked', 'unchanged', 'refused'] }).notNull(),
    /** Names of fields and rules, never what stood in the row. */
    reason: text('reason'),
  },
  (table) => [primaryKey({ columns: [table.importId, table.row] })],
);

/** Columns mapped once: the same header again needs no second mapping. WITHOUT ROWID. */
export const sp4nMappings = sqliteTable(
  'sp4n_mappings',
  {
    /** Digest of the header row. */
    signature: text('signature').primaryKey(),
    mapping: text('mapping').notNull(),
    by: text('by').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('sp4n_mappings_at').on(table.at)],
);
