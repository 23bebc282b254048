/** Evidence for the government's own scores. Which criteria there are is data of the regency (kind `criterion`). */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A document that the regency added to a criterion: uploaded, or at an address. */
export const evidenceDocuments = sqliteTable(
  'evidence_documents',
  {
    /** 32 hexadecimal digits. */
    id: text('id').primaryKey(),
    /** Id of the criterion's row. */
    criterion: text('criterion').notNull(),
    title: text('title').notNull(),
    /** Date of the document, local ISO date. */
    datedOn: text('dated_on').notNull(),
    /** Number of a letter or decree, or ''. */
    number: text('number').notNull().default(''),
    /** Sealed in the bucket. */
    objectKey: text('object_key').notNull(),
    kind: text('kind', { enum: ['jpeg', 'png', 'webp', 'pdf'] }).notNull(),
    bytes: integer('bytes').notNull(),
    /** SHA-256 of the cleaned file, hexadecimal. */
    digest: text('digest').notNull(),
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: integer('uploaded_at').notNull(),
    /** Taken back; it counts no more. */
    withdrawnAt: integer('withdrawn_at'),
  },
  (table) => [index('evidence_documents_criterion').on(table.criterion)],
);

/** What Kanal shows by itself, fixed at a moment: the address, what it said, and the hash of that. */
export const evidenceArtefacts = sqliteTable(
  'evidence_artefacts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    criterion: text('criterion').notNull(),
    /** Which of Kanal's own proofs, e.g. "released_tables". */
    proof: text('proof').notNull(),
    /** Path in Kanal, e.g. "/keterbukaan". */
    address: text('address').notNull(),
    /** JSON: what was found there, without personal data. */
    found: text('found').notNull(),
    /** SHA-256 of `found`, hexadecimal. */
    digest: text('digest').notNull(),
    takenBy: text('taken_by').notNull(),
    takenAt: integer('taken_at').notNull(),
  },
  (table) => [index('evidence_artefacts_criterion').on(table.criterion, table.takenAt)],
);

/** What a reviewer said about a criterion; the newest counts. */
export const evidenceReviews = sqliteTable(
  'evidence_reviews',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    criterion: text('criterion').notNull(),
    verdict: text('verdict', { enum: ['accepted', 'wanting'] }).notNull(),
    note: text('note').notNull().default(''),
    by: text('by').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('evidence_reviews_criterion').on(table.criterion, table.at)],
);
