/** Who was shown, took away or printed what is not everybody's, and why (UU 27/2022). Append-only. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const disclosureKinds = ['reveal', 'download', 'export', 'print'] as const;
export type DisclosureKind = (typeof disclosureKinds)[number];

export const disclosures = sqliteTable(
  'disclosures',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** "staff:12", "key:3". */
    actor: text('actor').notNull(),
    kind: text('kind', { enum: disclosureKinds }).notNull(),
    /** "case:123", "list:tugas", "register". */
    subject: text('subject').notNull(),
    /** What it was, as a word of the program: "identity", "dossier", "attachment:…". Never what a person wrote. */
    what: text('what').notNull(),
    /** sealed */
    reason: text('reason').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('disclosures_subject').on(table.subject)],
);

/** Sealing everything anew with the current key, some rows at a time; interrupted it goes on where it was. */
export const keyRotations = sqliteTable('key_rotations', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  /** Id of the key that everything is sealed with afterwards. */
  toKey: text('to_key').notNull(),
  by: text('by').notNull(),
  startedAt: integer('started_at').notNull(),
  /** What is being sealed anew, as a word of the program, e.g. "entries.words" or "files". */
  part: text('part').notNull(),
  /** Last row of the part that is done; '' = none. */
  cursor: text('cursor').notNull().default(''),
  /** Values sealed anew, and values no key of this Kanal opens. */
  sealed: integer('sealed').notNull().default(0),
  unreadable: integer('unreadable').notNull().default(0),
  finishedAt: integer('finished_at'),
});
