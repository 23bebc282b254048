/**
 * Tables of a case. Columns named "sealed" hold encrypted text (privacy/seal.ts): titles, texts, answers, notes
 * and contacts are written by or about people, so none of them is ever stored in clear.
 */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { caseKinds, caseStates } from '../../shared/lifecycle/states.ts';

export const cases = sqliteTable(
  'cases',
  {
    id: integer('id').primaryKey(),
    code: text('code').notNull(),
    /** Equals the last history seq. */
    version: integer('version').notNull(),
    /** Hash of the last history row: the next one chains to it. */
    headHash: text('head_hash').notNull(),
    state: text('state', { enum: caseStates }).notNull(),
    /** State to come back to when the reporter has completed. */
    resumeState: text('resume_state', { enum: caseStates }),
    kind: text('kind', { enum: caseKinds }).notNull(),
    /** berkadar = about abuse of office; decided by a person, or "held" meanwhile. */
    berkadar: integer('berkadar', { mode: 'boolean' }).notNull().default(false),
    category: text('category'),
    area: text('area'),
    /** Lead office, once disposed. */
    office: text('office'),
    /** Who has to act: an office code, or @admin, @verifier, @inspector, @leader. */
    holder: text('holder').notNull(),
    holderSince: integer('holder_since').notNull(),
    /** When the holder's next clock is due; orders the inbox. */
    nextDueAt: integer('next_due_at').notNull(),
    /** The promise: verify + settle, as told on the receipt. */
    dueAt: integer('due_at').notNull(),
    anonymous: integer('anonymous', { mode: 'boolean' }).notNull(),
    confidential: integer('confidential', { mode: 'boolean' }).notNull(),
    aboutOfficial: integer('about_official', { mode: 'boolean' }).notNull(),
    urgent: integer('urgent', { mode: 'boolean' }).notNull().default(false),
    danger: text('danger', { enum: ['jiwa', 'kekerasan'] }),
    /** A verifier found no accusation in it: the router does not hold it again. */
    freed: integer('freed', { mode: 'boolean' }).notNull().default(false),
    spam: integer('spam', { mode: 'boolean' }).notNull().default(false),
    /** Anonim cases: when a person released text and photos to the office. */
    releasedAt: integer('released_at'),
    channel: text('channel').notNull(),
    placement: text('placement'),
    /** Number in SP4N-LAPOR!, once copied there. */
    sp4n: text('sp4n'),
    /** sealed */
    title: text('title').notNull(),
    hops: integer('hops').notNull().default(0),
    /** Receiving institution outside the regency. */
    outside: text('outside'),
    outcome: text('outcome'),
    answeredBy: text('answered_by'),
    answeredAt: integer('answered_at'),
    rating: integer('rating'),
    pinVersion: integer('pin_version').notNull().default(1),
    parentId: integer('parent_id'),
    /** Actor who submitted, e.g. "public", "key:3", "staff:12" (helper). */
    submittedBy: text('submitted_by').notNull(),
    /** Sent without proof of work (a browser without JavaScript). */
    unproven: integer('unproven', { mode: 'boolean' }).notNull().default(false),
    receivedAt: integer('received_at').notNull(),
    /** Null until the router, or a person, has decided where it goes. */
    routedAt: integer('routed_at'),
    closedAt: integer('closed_at'),
    /** sealed; address of the case in SP4N-LAPOR!. */
    sp4nLink: text('sp4n_link'),
    /** `answered_at` of the answer that was last copied to SP4N-LAPOR!. */
    sp4nAnswerAt: integer('sp4n_answer_at'),
    /** History seq of an answer that waits for approval, and who proposed it. */
    proposalSeq: integer('proposal_seq'),
    proposedBy: text('proposed_by'),
    /** Came from an SP4N-LAPOR! export: its speed and on-time are not known. */
    importedAt: integer('imported_at'),
    /** When texts, answers and files were erased; figures, history and its chain stay. */
    erasedAt: integer('erased_at'),
    /** Settings version that was in force; NULL aborts the batch when it changed meanwhile. */
    settings: integer('settings').notNull(),
  },
  (table) => [
    uniqueIndex('cases_code').on(table.code),
    index('cases_inbox').on(table.holder, table.nextDueAt).where(sql`${table.closedAt} is null`),
    index('cases_unrouted').on(table.receivedAt).where(sql`${table.routedAt} is null`),
    // Lists of the desk. Only what the router or a person has seen: a submit pays for none of them.
    index('cases_by_state')
      .on(table.holder, table.state, table.nextDueAt)
      .where(sql`${table.closedAt} is null and ${table.routedAt} is not null`),
    index('cases_closed').on(table.office, table.closedAt).where(sql`${table.closedAt} is not null`),
    index('cases_closed_plain')
      .on(table.closedAt)
      .where(sql`${table.closedAt} is not null and ${table.berkadar} = 0`),
    // With the one above every closed case by its closing: retention walks along both.
    index('cases_closed_secret')
      .on(table.closedAt)
      .where(sql`${table.closedAt} is not null and ${table.berkadar} = 1`),
    index('cases_to_release')
      .on(table.nextDueAt)
      .where(
        sql`${table.anonymous} = 1 and ${table.releasedAt} is null and ${table.closedAt} is null and ${table.routedAt} is not null and ${table.berkadar} = 0 and ${table.state} <> 'held'`,
      ),
    index('cases_not_in_sp4n')
      .on(table.receivedAt)
      .where(
        sql`${table.sp4n} is null and ${table.spam} = 0 and ${table.berkadar} = 0 and ${table.routedAt} is not null and ${table.state} not in ('held', 'merged')`,
      ),
    index('cases_answer_not_copied')
      .on(table.answeredAt)
      .where(
        sql`${table.sp4n} is not null and ${table.berkadar} = 0 and ${table.answeredAt} > ifnull(${table.sp4nAnswerAt}, 0)`,
      ),
    index('cases_proposed').on(table.office, table.nextDueAt).where(sql`${table.proposalSeq} is not null`),
    index('cases_contested')
      .on(table.office, table.nextDueAt)
      .where(sql`${table.state} = 'reopened' and ${table.berkadar} = 0`),
    index('cases_answered')
      .on(table.office, table.answeredAt)
      .where(sql`${table.answeredAt} is not null and ${table.berkadar} = 0`),
    index('cases_children').on(table.parentId).where(sql`${table.parentId} is not null`),
    index('cases_sp4n').on(table.sp4n).where(sql`${table.sp4n} is not null`),
  ],
);

/** Append-only and hash-chained for each case. The hash covers only these columns. */
export const history = sqliteTable(
  'history',
  {
    id: integer('id').primaryKey(),
    caseId: integer('case_id').notNull(),
    seq: integer('seq').notNull(),
    verb: text('verb').notNull(),
    /** "reporter", "staff:12", "key:3", "job:routing". */
    actor: text('actor').notNull(),
    at: integer('at').notNull(),
    payloadDigest: text('payload_digest').notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [uniqueIndex('history_case_seq').on(table.caseId, table.seq)],
);

/** What a history row says; lives outside the chain so that it can be erased. WITHOUT ROWID. */
export const entries = sqliteTable(
  'entries',
  {
    caseId: integer('case_id').notNull(),
    seq: integer('seq').notNull(),
    /** Who may read it: everyone with code and PIN, or the desk only. */
    visibility: text('visibility', { enum: ['reporter', 'desk'] }).notNull(),
    /** JSON of facts without personal data: offices, dates, rules, outcome. */
    facts: text('facts').notNull(),
    /** sealed JSON of what people wrote. */
    words: text('words'),
    salt: text('salt'),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.seq] })],
);

/** Cases whose dues a new holiday has moved, without an entry of the history; the next round of the figures takes them up. */
export const touchedCases = sqliteTable('touched_cases', {
  caseId: integer('case_id').primaryKey(),
});

/** How to reach the reporter. Every column is sealed but the blind indexes. */
export const contacts = sqliteTable(
  'contacts',
  {
    caseId: integer('case_id').primaryKey(),
    name: text('name'),
    email: text('email'),
    phone: text('phone'),
    emailIndex: text('email_index'),
    phoneIndex: text('phone_index'),
  },
  (table) => [
    index('contacts_email').on(table.emailIndex).where(sql`${table.emailIndex} is not null`),
    index('contacts_phone').on(table.phoneIndex).where(sql`${table.phoneIndex} is not null`),
  ],
);

/** Offices that read along (tembusan). WITHOUT ROWID. */
export const caseCopies = sqliteTable(
  'case_copies',
  { caseId: integer('case_id').notNull(), office: text('office').notNull() },
  (table) => [
    primaryKey({ columns: [table.office, table.caseId] }),
    index('case_copies_case').on(table.caseId),
  ],
);

/** Words of the regency's own list (settings, kind `tag`) that staff put on a case. WITHOUT ROWID. */
export const caseTags = sqliteTable(
  'case_tags',
  { caseId: integer('case_id').notNull(), tag: text('tag').notNull() },
  (table) => [primaryKey({ columns: [table.tag, table.caseId] }), index('case_tags_case').on(table.caseId)],
);

/** Who is accused, and so never sees the case: "office:PUPR", "staff:12". WITHOUT ROWID. */
export const caseAccused = sqliteTable(
  'case_accused',
  { caseId: integer('case_id').notNull(), subject: text('subject').notNull() },
  (table) => [primaryKey({ columns: [table.caseId, table.subject] })],
);

/** A cleaned file in R2. It belongs to nobody until a case claims it. */
export const uploads = sqliteTable(
  'uploads',
  {
    /** Unguessable; also the only right to attach it. */
    id: text('id').primaryKey(),
    /** Random key in R2. */
    objectKey: text('object_key').notNull(),
    kind: text('kind', { enum: ['jpeg', 'png', 'webp', 'pdf'] }).notNull(),
    bytes: integer('bytes').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('uploads_at').on(table.at)],
);

/** A file that belongs to an entry of a case. The key makes claiming it twice impossible. WITHOUT ROWID. */
export const attachments = sqliteTable(
  'attachments',
  {
    uploadId: text('upload_id')
      .primaryKey()
      .references(() => uploads.id, { onDelete: 'restrict' }),
    caseId: integer('case_id').notNull(),
    seq: integer('seq').notNull(),
    position: integer('position').notNull(),
    /** Anonim cases: released to the office by a person. */
    released: integer('released', { mode: 'boolean' }).notNull(),
    /** The picture that offices see instead: what identifies somebody is blacked out. */
    redacted: text('redacted').references(() => uploads.id, { onDelete: 'restrict' }),
  },
  (table) => [
    index('attachments_case').on(table.caseId),
    // An upload that is deleted is looked for here, too.
    index('attachments_redacted').on(table.redacted).where(sql`${table.redacted} is not null`),
  ],
);

/** One drawing of closed cases by Inspektorat, over a period. */
export const auditDraws = sqliteTable('audit_draws', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  by: text('by').notNull(),
  at: integer('at').notNull(),
  /** Closed within (epoch ms). */
  fromAt: integer('from_at').notNull(),
  toAt: integer('to_at').notNull(),
});

/** A case that was drawn. WITHOUT ROWID. */
export const auditedCases = sqliteTable(
  'audited_cases',
  {
    drawId: integer('draw_id')
      .notNull()
      .references(() => auditDraws.id, { onDelete: 'restrict' }),
    caseId: integer('case_id').notNull(),
    /** Null until it was looked at. */
    result: text('result', { enum: ['in_order', 'finding'] }),
    decidedAt: integer('decided_at'),
    decidedBy: text('decided_by'),
  },
  (table) => [
    primaryKey({ columns: [table.drawId, table.caseId] }),
    index('audited_cases_case').on(table.caseId),
  ],
);
