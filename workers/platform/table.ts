import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Small facts of the running system: last sweep, loaded pack, settings version. */
export const meta = sqliteTable('meta', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});

/**
 * What is done once only (72 hours): a client's request, so that a repeated one gives the same answer, and the proof of work
 * that came with it. WITHOUT ROWID.
 */
export const idempotencyKeys = sqliteTable('idempotency_keys', {
  /** HMAC of the client's key, so that a leaked table replays nothing; or `proofKey`. */
  key: text('key').primaryKey(),
  /** HMAC(key, canonical body). */
  digest: text('digest').notNull(),
  caseId: integer('case_id').notNull(),
  seq: integer('seq').notNull(),
  at: integer('at').notNull(),
});

/** Key of a solved challenge that was spent. */
export const proofKey = (challenge: string) => `proof:${challenge}`;

/** Where spent challenges stood before; a migration only adds. WITHOUT ROWID. */
export const spentChallenges = sqliteTable('spent_challenges', {
  id: text('id').primaryKey(),
  at: integer('at').notNull(),
});

/** Counters that matter: wrong PINs for each code × client, uploads for each challenge. WITHOUT ROWID. */
export const counters = sqliteTable(
  'counters',
  {
    /** "<what>:<HMAC>". */
    key: text('key').primaryKey(),
    count: integer('count').notNull(),
    /** Not before this time (epoch ms). */
    until: integer('until').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('counters_at').on(table.at)],
);

/**
 * How far a fold over `history.id` has come. The key lets only one batch be the next round, so every entry is folded
 * exactly once; a rebuild begins at 0. WITHOUT ROWID.
 */
export const foldMarks = sqliteTable(
  'fold_marks',
  {
    fold: text('fold').notNull(),
    /** Number of the round. The column is named after where a round began, which older marks hold instead. */
    round: integer('from_id').notNull(),
    toId: integer('to_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fold, table.round] })],
);
