/**
 * Placements of the campaign and what became of the people they brought. Nothing here tells who anybody is: a visitor is
 * a hash under the day's salt, and both are destroyed after 48 hours.
 */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A place where a QR code hangs. */
export const placements = sqliteTable('placements', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  /** Six characters without look-alikes, at least one digit: the short address. */
  code: text('code').notNull().unique(),
  kind: text('kind', { enum: ['opd', 'kecamatan', 'desa'] }).notNull(),
  /** Office code, or the Ministry's area code. */
  ref: text('ref').notNull(),
  /** "opd:PUPR" for the one that each place has from the start: making it twice is impossible. */
  slot: text('slot').unique(),
  createdAt: integer('created_at').notNull(),
  retiredAt: integer('retired_at'),
});

/** The chain, by local day of the scan or of receipt; day "*" is the sum of all. WITHOUT ROWID. */
export const placementCounts = sqliteTable(
  'placement_counts',
  {
    day: text('day').notNull(),
    placementId: integer('placement_id').notNull(),
    /** Scans by people. */
    scanned: integer('scanned').notNull().default(0),
    /** People of a day, each once. */
    visitors: integer('visitors').notNull().default(0),
    /** Scans by programs: previews of messengers, crawlers. */
    bots: integer('bots').notNull().default(0),
    opened: integer('opened').notNull().default(0),
    submitted: integer('submitted').notNull().default(0),
    settled: integer('settled').notNull().default(0),
    settledOnTime: integer('settled_on_time').notNull().default(0),
    confirmed: integer('confirmed').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.day, table.placementId] })],
);

/** What a case adds to its placement's counts at present, so that a change moves them by the difference. WITHOUT ROWID. */
export const placementCases = sqliteTable('placement_cases', {
  caseId: integer('case_id').primaryKey(),
  placementId: integer('placement_id').notNull(),
  day: text('day').notNull(),
  submitted: integer('submitted').notNull(),
  settled: integer('settled').notNull(),
  settledOnTime: integer('settled_on_time').notNull(),
  confirmed: integer('confirmed').notNull(),
});

/** Parcels of scans that were counted: one that is delivered twice counts once. WITHOUT ROWID. */
export const countedParcels = sqliteTable(
  'counted_parcels',
  { id: text('id').primaryKey(), at: integer('at').notNull() },
  (table) => [index('counted_parcels_at').on(table.at)],
);

/** Salt of a local day; destroyed after 48 hours. WITHOUT ROWID. */
export const scanSalts = sqliteTable('scan_salts', {
  day: text('day').primaryKey(),
  salt: text('salt').notNull(),
});

/** Who was there on a day, as hashes under its salt; destroyed with it. WITHOUT ROWID. */
export const scanVisitors = sqliteTable(
  'scan_visitors',
  {
    day: text('day').notNull(),
    placementId: integer('placement_id').notNull(),
    visitor: text('visitor').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.placementId, table.visitor] })],
);
