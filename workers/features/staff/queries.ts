/** What other features may ask about accounts and keys. */
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Role } from '../../../shared/permissions/people.ts';
import { formatDateTime, joinList } from '../../../shared/text.ts';
import { now } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import type { Keys } from '../../privacy/keys.ts';
import { macHex } from '../../privacy/mac.ts';
import type { Sealed } from '../../privacy/seal.ts';
import { anyOffice } from '../../regency/named.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { staff } from '../../regency/table.ts';
import type { SignedIn } from '../http.ts';
import { invitationFor, invitationLink } from './invitation.ts';
import { apiKeys, session, user } from './table.ts';

export {
  liaisonsByOffice,
  type OfficeGap,
  officeGaps,
  officesWithoutLiaison,
  SILENCE,
} from './office-gaps.ts';

export type StaffRow = typeof staff.$inferSelect;
export const keyScopes = ['submit', 'desk', 'campaigns', 'campaigns_write', 'figures'] as const;
export type Scope = (typeof keyScopes)[number];

/** An account as the list of accounts shows it. */
export interface AccountLine extends SignedIn {
  areas: string[];
  active: boolean;
  /** invited: no password yet; expired: the invitation ran out. */
  standing: 'active' | 'inactive' | 'invited' | 'expired';
  twoFactor: boolean;
  /** Epoch ms; signed in and at work, to the hour. */
  lastSeenAt: number | null;
  /** Sealed; opened by regency/staff-phone.ts where it is shown. */
  phone: Sealed | null;
}

export function signedInOf(row: StaffRow): SignedIn {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    roles: JSON.parse(row.roles) as Role[],
    offices: JSON.parse(row.offices) as string[],
    position: row.position,
  };
}

/** Names by staff id; ids without an account are left out. */
export async function staffNames(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(sql`${staff.id} in (select value from json_each(${JSON.stringify(ids)}))`);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Every account, by name; a regency has some sixty. */
export async function listAccounts(db: Db): Promise<AccountLine[]> {
  const rows = await db
    .select({ staff, twoFactor: user.twoFactorEnabled })
    .from(staff)
    .leftJoin(user, eq(user.id, staff.userId))
    .orderBy(asc(staff.name));
  return rows.map((row) => lineOf(row.staff, row.twoFactor ?? false));
}

/** @returns the account, or null */
export async function accountById(db: Db, id: number): Promise<AccountLine | null> {
  const [row] = await db
    .select({ staff, twoFactor: user.twoFactorEnabled })
    .from(staff)
    .leftJoin(user, eq(user.id, staff.userId))
    .where(eq(staff.id, id));
  return row ? lineOf(row.staff, row.twoFactor ?? false) : null;
}

function lineOf(row: StaffRow, twoFactor: boolean): AccountLine {
  const standing = !row.active
    ? 'inactive'
    : row.userId !== null
      ? 'active'
      : (row.invitedUntil ?? 0) > now()
        ? 'invited'
        : 'expired';
  return {
    ...signedInOf(row),
    areas: JSON.parse(row.areas) as string[],
    active: row.active,
    standing,
    twoFactor,
    lastSeenAt: row.lastSeenAt,
    phone: row.phone,
  };
}

/** A key of a client server or partner that was not revoked. */
export interface ApiKey {
  id: number;
  name: string;
  scopes: Scope[];
  staffId: number | null;
  /** The account it acts for, only while that is active. */
  staff: SignedIn | null;
}

/** What is kept of a key. */
export function keyDigest(keys: Keys, bearer: string): Promise<string> {
  return macHex(keys, 'tokens', 'api-key', bearer);
}

/** @returns the key behind `Authorization: Bearer …`, or null when it is unknown or revoked; one row read */
export async function apiKeyOf(db: Db, keys: Keys, bearer: string): Promise<ApiKey | null> {
  const [row] = await db
    .select({ key: apiKeys, staff })
    .from(apiKeys)
    .leftJoin(staff, and(eq(staff.id, apiKeys.staffId), eq(staff.active, true)))
    .where(and(eq(apiKeys.digest, await keyDigest(keys, bearer)), isNull(apiKeys.revokedAt)));
  if (!row) return null;
  const { id, name, scopes, staffId } = row.key;
  return {
    id,
    name,
    scopes: JSON.parse(scopes) as Scope[],
    staffId,
    staff: row.staff ? signedInOf(row.staff) : null,
  };
}

/** Is this key still good? For what was begun with it and goes on without it. */
export async function isKeyGood(db: Db, id: number): Promise<boolean> {
  const rows = await db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)));
  return rows.length > 0;
}

export async function listApiKeys(db: Db) {
  return db
    .select({ key: apiKeys, staffName: staff.name })
    .from(apiKeys)
    .leftJoin(staff, eq(staff.id, apiKeys.staffId))
    .orderBy(asc(apiKeys.revokedAt), asc(apiKeys.name));
}

/** Open sessions of an account, the newest first. */
export async function sessionsOf(db: Db, staffId: number) {
  return db
    .select({ id: session.id, createdAt: session.createdAt, device: session.userAgent })
    .from(session)
    .innerJoin(staff, eq(staff.userId, session.userId))
    .where(and(eq(staff.id, staffId), gt(session.expiresAt, new Date(now()))))
    .orderBy(sql`${session.createdAt} desc`);
}

/**
 * Values of the mail that brings a person the open link of their account, written when it is sent.
 * @param origin public address of this Kanal (ORIGIN)
 * @returns null when the link was used meanwhile or has expired: then there is nothing to send
 */
export async function linkLetter(
  db: Db,
  keys: Keys,
  regency: Regency,
  origin: string,
  staffId: number,
): Promise<{ link: string; due: string; office: string } | null> {
  const [row] = await db.select().from(staff).where(eq(staff.id, staffId));
  if (!row?.active || !row.invitation || !row.invitedUntil || row.invitedUntil <= now()) return null;
  const { token } = await invitationFor(keys, row.id, row.invitedUntil);
  const offices = (JSON.parse(row.offices) as string[]).map((code) => anyOffice(regency, code)?.name ?? code);
  return {
    link: invitationLink(origin, token),
    due: formatDateTime(row.invitedUntil, regency.about.timeZone),
    office: joinList(offices) || regency.about.fullName,
  };
}
