/** Tables of the second database (SEARCH), which migrations/search makes. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How far the fold has come, as `fold_marks` of the other database: the key lets one batch go on from a place. */
export const searchMarks = sqliteTable('search_marks', {
  fromId: integer('from_id').primaryKey(),
  toId: integer('to_id').notNull(),
});

/** The index itself, FTS5 and contentless: it is written and matched, never read back. */
export const caseWords = sqliteTable('case_words', {
  /** Id of the case. */
  id: integer('rowid').notNull(),
  scope: text('scope').notNull(),
  words: text('words').notNull(),
  inner: text('inner').notNull(),
});

/** Its column for commands, as FTS5 wants them. */
export const wordsCommand = sqliteTable('case_words', { command: text('case_words') });
