/** Who was shown what and why, what was erased and who asked for it, and the sealing anew with another key (UU 27/2022). */
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const disclosureKinds = ['reveal', 'download', 'export', 'print'] as const;
export type DisclosureKind = (typeof disclosureKinds)[number];

/** Who was shown, took away or printed what is not everybody's. Append-only. */
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

/** contact = name, e-mail and phone; content = also texts, answers and files. */
export const erasureScopes = ['contact', 'content'] as const;

/**
 * What was erased. Written in the batch that erases; a copy leaves for R2, which a restored database does not take back with
 * it, so that whoever restores an older one erases again what it brought back. Append-only but for `loggedAt`.
 */
export const erasures = sqliteTable(
  'erasures',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** Drawn once, so that the same erasure is known again after a restore. */
    token: text('token').notNull().unique(),
    caseId: integer('case_id').notNull(),
    scope: text('scope', { enum: erasureScopes }).notNull(),
    why: text('why', { enum: ['retention', 'request', 'reporter', 'restored'] }).notNull(),
    /** "reporter", "staff:12", "job:retention". */
    by: text('by').notNull(),
    at: integer('at').notNull(),
    /** When the copy stood in R2. */
    loggedAt: integer('logged_at'),
  },
  (table) => [
    index('erasures_case').on(table.caseId),
    index('erasures_unlogged').on(table.id).where(sql`${table.loggedAt} is null`),
  ],
);

/** A reporter asks that all about them is erased; the data-protection officer decides within 3 × 24 hours. */
export const erasureRequests = sqliteTable(
  'erasure_requests',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    caseId: integer('case_id').notNull(),
    scope: text('scope', { enum: erasureScopes }).notNull(),
    /** sealed; what the reporter wrote, if anything. */
    reason: text('reason'),
    askedAt: integer('asked_at').notNull(),
    dueAt: integer('due_at').notNull(),
    decision: text('decision', { enum: ['granted', 'refused'] }),
    /** sealed; why it was refused. */
    answer: text('answer'),
    decidedAt: integer('decided_at'),
    decidedBy: text('decided_by'),
    remindedAt: integer('reminded_at'),
    /** Granted, and carried out: an open case is erased once it is closed. */
    doneAt: integer('done_at'),
  },
  (table) => [
    index('erasure_requests_case').on(table.caseId),
    index('erasure_requests_open').on(table.dueAt).where(sql`${table.decidedAt} is null`),
    index('erasure_requests_waiting')
      .on(table.id)
      .where(sql`${table.decision} = 'granted' and ${table.doneAt} is null`),
  ],
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
