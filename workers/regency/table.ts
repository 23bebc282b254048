import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Everything a regency may change, one row a thing: offices, areas, categories, clocks, holidays, hours,
 * templates, emergency numbers, router lexicons, switches. `data` is the JSON of the pack's shape
 * (shared/regencies/types.ts). WITHOUT ROWID.
 */
export const regencyRows = sqliteTable(
  'regency_rows',
  {
    kind: text('kind').notNull(),
    id: text('id').notNull(),
    data: text('data').notNull(),
    /** Order in which the pack lists it. */
    position: integer('position').notNull(),
    /** Digest of the content last loaded from the pack; null = made here. */
    packHash: text('pack_hash'),
    /** Digest of `data`; unequal to pack_hash = edited by staff. */
    dataHash: text('data_hash').notNull(),
    /** Digest of a newer pack content that was not taken because staff edited the row; '' = the pack dropped it. */
    conflictHash: text('conflict_hash'),
    /** Epoch ms; set when the pack no longer has it. Nothing is deleted. */
    validTo: integer('valid_to'),
    updatedAt: integer('updated_at').notNull(),
    /** "staff:12" who changed it here last; null = the pack. */
    updatedBy: text('updated_by'),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.id] }),
    index('regency_rows_conflict').on(table.conflictHash).where(sql`${table.conflictHash} is not null`),
  ],
);

export const settingChangeKinds = [
  'added',
  'edited',
  'ended',
  'revived',
  'confirmed',
  'undone',
  'pack_taken',
  'pack_refused',
] as const;

export type SettingChangeKind = (typeof settingChangeKinds)[number];

/** Who changed which setting, from what to what, and when. Append-only; written in the batch that makes the change. */
export const settingChanges = sqliteTable(
  'setting_changes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind').notNull(),
    rowId: text('row_id').notNull(),
    change: text('change', { enum: settingChangeKinds }).notNull(),
    /** JSON of the row before and after; null = it was not in force. */
    before: text('before'),
    after: text('after'),
    /** "staff:12"; "pack" when loading the pack did it, "command" of the machine. */
    by: text('by').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('setting_changes_row').on(table.kind, table.rowId)],
);

/** One row; grows with every change of a setting. Cases keep the version that decided about them. */
export const settingsVersion = sqliteTable('settings_version', {
  id: integer('id').primaryKey(),
  version: integer('version').notNull(),
});

/** A person's place in the regency. `userId` is null until the invitation is accepted. */
export const staff = sqliteTable('staff', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  userId: text('user_id').unique(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  /** JSON array of Role (shared/permissions). */
  roles: text('roles').notNull(),
  /** JSON array of office codes. */
  offices: text('offices').notNull(),
  /** JSON array of area codes, for helpers. */
  areas: text('areas').notNull(),
  active: integer('active', { mode: 'boolean' }).notNull(),
  /** SHA-256 of the invitation's token; null once accepted. */
  invitation: text('invitation').unique(),
  invitedUntil: integer('invited_until'),
  createdAt: integer('created_at').notNull(),
  lastSeenAt: integer('last_seen_at'),
  /** Of a leader: Sekda and Asisten, or Bupati and Wakil Bupati. Escalations climb by it. */
  position: text('position', { enum: ['secretary', 'regent'] }),
  /** sealed; for "Ingatkan lewat WhatsApp". */
  phone: text('phone'),
});

/** Somebody who acts for an absent colleague for a time; the history says for whom. */
export const deputies = sqliteTable(
  'deputies',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** Who is away. */
    staffId: integer('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    deputyId: integer('deputy_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    /** From (epoch ms, inclusive) to (exclusive). */
    fromAt: integer('from_at').notNull(),
    toAt: integer('to_at').notNull(),
    createdBy: integer('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    /** Taken back before its time. */
    endedAt: integer('ended_at'),
  },
  (table) => [index('deputies_deputy').on(table.deputyId), index('deputies_staff').on(table.staffId)],
);
