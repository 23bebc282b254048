/**
 * Sign-in of staff: `user`, `session`, `account`, `verification` and `two_factor` are better-auth's tables.
 * Who somebody is in the regency stands in `staff` (regency/table.ts); who made them so, in `account_changes`.
 */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { staff } from '../../regency/table.ts';

export const user = sqliteTable('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
  image: text('image'),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  twoFactorEnabled: integer('two_factor_enabled', { mode: 'boolean' }).notNull().default(false),
});

export const session = sqliteTable('session', {
  id: text('id').primaryKey(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  token: text('token').notNull().unique(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  userId: text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'restrict' }),
});

export const account = sqliteTable('account', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'restrict' }),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: integer('access_token_expires_at', { mode: 'timestamp_ms' }),
  refreshTokenExpiresAt: integer('refresh_token_expires_at', { mode: 'timestamp_ms' }),
  scope: text('scope'),
  password: text('password'),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
});

export const verification = sqliteTable('verification', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
});

export const twoFactor = sqliteTable('two_factor', {
  id: text('id').primaryKey(),
  secret: text('secret').notNull(),
  backupCodes: text('backup_codes').notNull(),
  userId: text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'restrict' }),
  verified: integer('verified', { mode: 'boolean' }).notNull().default(true),
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: integer('locked_until', { mode: 'timestamp_ms' }),
});

/** Keys of client servers and partners; only the digest is kept. */
export const apiKeys = sqliteTable('api_keys', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  name: text('name').notNull(),
  digest: text('digest').notNull().unique(),
  /** JSON array of scopes (queries.ts). */
  scopes: text('scopes').notNull(),
  /** For scope "desk": the account whose rights the key has. */
  staffId: integer('staff_id').references(() => staff.id, { onDelete: 'restrict' }),
  createdAt: integer('created_at').notNull(),
  revokedAt: integer('revoked_at'),
});

/** Who changed which account or key, and how; append-only by trigger. Without names, so it outlives them. */
export const accountChanges = sqliteTable(
  'account_changes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** "staff:12" or "key:3". */
    subject: text('subject').notNull(),
    /** "staff:1", or "self" for what a person does with a link of their own. */
    actor: text('actor').notNull(),
    what: text('what').notNull(),
    /** JSON of codes: roles, offices, areas, scopes. */
    facts: text('facts').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('account_changes_subject').on(table.subject)],
);
