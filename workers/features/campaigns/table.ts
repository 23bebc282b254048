/**
 * Placements of the campaign and what became of the people they brought. Nothing here tells who anybody is: a visitor is
 * a hash under the day's salt, and both are destroyed after 48 hours.
 */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { lives, materials, placeKinds } from '../../../shared/campaign.ts';

/** Whatever carries a code of its own: a piece of material at a place, or the link of a post, an article, an event. */
export const placements = sqliteTable(
  'placements',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** Six characters without look-alikes, at least one digit: the short address. */
    code: text('code').notNull().unique(),
    kind: text('kind', { enum: placeKinds }).notNull(),
    /** Office code, or the Ministry's area code; '' where neither fits. */
    ref: text('ref').notNull(),
    /** "opd:PUPR" for the one that each place has from the start: making it twice is impossible. */
    slot: text('slot').unique(),
    createdAt: integer('created_at').notNull(),
    /** Since when the code leads to the plain form and counts for nobody. */
    retiredAt: integer('retired_at'),
    material: text('material', { enum: materials }).notNull().default('banner'),
    campaignId: integer('campaign_id'),
    /** Where it is in its life; `idle` has a code and no plan. */
    life: text('life', { enum: lives }).notNull().default('idle'),
    /** Entries of its life so far: the lock of the next one. */
    version: integer('version').notNull().default(0),
    /** What offices and areas do not name: "SDN 105 Malili", "Pasar Wotu"; null takes the name of `ref`. */
    name: text('name'),
    /** Area code where it hangs, for places that are no area. */
    area: text('area'),
    lat: real('lat'),
    lon: real('lon'),
    /** In words, e.g. "3 × 1 m". */
    size: text('size'),
    /** Version of the design. */
    design: integer('design').notNull().default(1),
    /** Rupiah for this one, making and hanging. */
    cost: integer('cost'),
    /** Office code of who hangs it. */
    hanger: text('hanger'),
    /** When its latest photo was taken (epoch ms): it hangs while that is at most 90 days ago. */
    photoAt: integer('photo_at'),
    photo: text('photo'),
    /** When somebody is next reminded to check it. */
    checkAt: integer('check_at'),
    /** Where its code leads instead of the form: a page of Kanal, or of lapor.go.id. */
    target: text('target'),
    /** The one that took its place. */
    replacedBy: integer('replaced_by'),
  },
  (table) => [
    index('placements_campaign').on(table.campaignId),
    index('placements_check').on(table.checkAt).where(sql`${table.checkAt} is not null`),
  ],
);

/** The life of a placement, append-only. */
export const placementEvents = sqliteTable(
  'placement_events',
  {
    placementId: integer('placement_id')
      .notNull()
      .references(() => placements.id, { onDelete: 'restrict' }),
    seq: integer('seq').notNull(),
    /** The life it reached. */
    life: text('life', { enum: lives }).notNull(),
    at: integer('at').notNull(),
    /** "staff:12", "link:3" (of a kecamatan), "key:4", "pack:7". */
    by: text('by').notNull(),
    /** sealed; a remark of who was there. */
    remark: text('remark'),
    /** Id of its photo. */
    photo: text('photo'),
    lat: real('lat'),
    lon: real('lon'),
    /** Of the sender, so that one that is sent again is taken once. */
    key: text('key').unique(),
  },
  (table) => [primaryKey({ columns: [table.placementId, table.seq] })],
);

/** Photos of hanging material, sealed in the bucket. */
export const placementPhotos = sqliteTable(
  'placement_photos',
  {
    /** 32 hexadecimal digits; the first 12 are the time (epoch ms), so that old ones stand together. */
    id: text('id').primaryKey(),
    placementId: integer('placement_id')
      .notNull()
      .references(() => placements.id, { onDelete: 'restrict' }),
    /** Random key in R2; '' once the picture's time is over. */
    objectKey: text('object_key').notNull(),
    kind: text('kind', { enum: ['jpeg', 'png', 'webp'] }).notNull(),
    bytes: integer('bytes').notNull(),
    /** SHA-256 of the cleaned picture: the same photo proves nothing twice, whatever its camera's data say. */
    digest: text('digest').notNull().unique(),
    takenAt: integer('taken_at').notNull(),
    uploadedAt: integer('uploaded_at').notNull(),
    by: text('by').notNull(),
  },
  (table) => [index('placement_photos_placement').on(table.placementId)],
);

/** A link for a kecamatan, with which its people hang and check without an account. */
export const hangLinks = sqliteTable(
  'hang_links',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** HMAC of the token; the token itself is only in the address. */
    tokenHash: text('token_hash').notNull().unique(),
    /** Area code of the kecamatan. */
    district: text('district').notNull(),
    campaignId: integer('campaign_id'),
    createdBy: integer('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    revokedAt: integer('revoked_at'),
    lastUsedAt: integer('last_used_at'),
  },
  (table) => [index('hang_links_district').on(table.district)],
);

/** What belongs together: materials, posts, events of one effort. */
export const campaigns = sqliteTable('campaigns', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  name: text('name').notNull().unique(),
  goal: text('goal').notNull().default(''),
  /** Local ISO dates; the end is included, null = open. */
  startsOn: text('starts_on').notNull(),
  endsOn: text('ends_on'),
  /** Rupiah. */
  budget: integer('budget'),
  /** Rupiah spent on what stands nowhere else. */
  otherCost: integer('other_cost'),
  createdBy: integer('created_by').notNull(),
  createdAt: integer('created_at').notNull(),
  archivedAt: integer('archived_at'),
  version: integer('version').notNull().default(1),
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
    /** Taken on: disposed to an office, or forwarded to an institution. */
    accepted: integer('accepted').notNull().default(0),
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
  accepted: integer('accepted').notNull().default(0),
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
