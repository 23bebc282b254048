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
