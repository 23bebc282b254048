/** What admins do with accounts and keys that exist. Each change stands in the audit with its author. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { secretRoles } from '../../../shared/permissions/accusations.ts';
import { now } from '../../platform/clock.ts';
import type { Db, Statement } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import type { Keys } from '../../privacy/keys.ts';
import { openPhone, sealPhone } from '../../regency/staff-phone.ts';
import { staff } from '../../regency/table.ts';
import type { SignedIn } from '../http.ts';
import { type Rights, rightsColumns } from './account-input.ts';
import { record } from './audit.ts';
import { apiKeys, session, twoFactor, user } from './table.ts';
import { rolesOf, tellWatchers } from './watch.ts';

/**
 * Changes name, roles, offices, areas, position and number; the person's next request is judged by them.
 * @throws AppError not_found, forbidden (own_account) for giving up one's own admin role, forbidden (own_rights) for
 * making oneself a reader of accusations, or one who is not of the accused office any more
 */
export async function changeRights(
  db: Db,
  keys: Keys,
  by: SignedIn,
  id: number,
  rights: Rights,
): Promise<void> {
  if (by.id === id && !rights.roles.includes('admin')) throw ownAccount();
  const { roles, offices, areas, position } = rights;
  const gains = secretRoles.some((role) => roles.includes(role) && !by.roles.includes(role));
  if (by.id === id && (gains || by.offices.some((office) => !offices.includes(office))))
    throw new AppError('forbidden', { detail: 'own_rights' });
  const phone = await newPhone(db, keys, id, rights.phone);
  const facts = {
    roles,
    offices,
    areas,
    ...(position ? { position } : {}),
    ...(phone ? { phone: 'changed' } : {}),
  };
  const [rows] = await db.batch([
    db
      .update(staff)
      .set({ ...rightsColumns(rights), ...phone })
      .where(eq(staff.id, id))
      .returning({ id: staff.id }),
    record(db, `staff:${id}`, by.id, 'rights', facts),
    ...tellWatchers(db, id, roles),
  ]);
  if (rows.length === 0) throw new AppError('not_found');
}

/**
 * Changes one's own number, or takes it away; the audit says that it changed, never to what.
 * @param phone null = none
 */
export async function changePhone(db: Db, keys: Keys, id: number, phone: string | null): Promise<void> {
  const changed = await newPhone(db, keys, id, phone);
  if (!changed) return;
  await db.batch([
    db.update(staff).set(changed).where(eq(staff.id, id)),
    record(db, `staff:${id}`, 'self', 'phone'),
  ]);
}

/** @returns the column as it becomes, or null when nothing changes */
async function newPhone(db: Db, keys: Keys, id: number, phone: string | null | undefined) {
  if (phone === undefined) return null;
  const [row] = await db.select({ id: staff.id, phone: staff.phone }).from(staff).where(eq(staff.id, id));
  // One that no key opens looked empty in the form: empty leaves it as it is.
  if (!row || (await openPhone(keys, row).catch(() => null)) === phone) return null;
  return { phone: await sealPhone(keys, id, phone) };
}

/**
 * Shuts an account out at once, with its sessions, links and keys; or lets it in again.
 * @throws AppError not_found, forbidden (own_account)
 */
export async function setActive(db: Db, by: SignedIn, id: number, active: boolean): Promise<void> {
  if (by.id === id) throw ownAccount();
  const [rows] = await db.batch([
    db
      .update(staff)
      .set(active ? { active } : { active, invitation: null, invitedUntil: null })
      .where(eq(staff.id, id))
      .returning({ id: staff.id }),
    endSessions(db, id),
    record(db, `staff:${id}`, by.id, active ? 'reactivated' : 'deactivated'),
    ...(active ? tellWatchers(db, id, await rolesOf(db, id)) : []),
  ]);
  if (rows.length === 0) throw new AppError('not_found');
}

/** For somebody who lost the phone with the app: the password alone signs in again, and old sessions end. */
export async function dropTwoFactor(db: Db, by: SignedIn, id: number): Promise<void> {
  if (by.id === id) throw ownAccount();
  await db.batch([
    db.delete(twoFactor).where(eq(twoFactor.userId, userOf(id))),
    db
      .update(user)
      .set({ twoFactorEnabled: false })
      .where(eq(user.id, userOf(id))),
    endSessions(db, id),
    record(db, `staff:${id}`, by.id, 'two_factor_off'),
    ...tellWatchers(db, id, await rolesOf(db, id)),
  ]);
}

/**
 * Ends every session of somebody else, who signs in anew: a telephone was lost, or a screen left open.
 * @throws AppError forbidden (own_account): one's own stand at /desk/akun
 */
export async function endAllSessions(db: Db, by: SignedIn, id: number): Promise<void> {
  if (by.id === id) throw ownAccount();
  await db.batch([endSessions(db, id), record(db, `staff:${id}`, by.id, 'sessions_ended')]);
}

/** A revoked key is refused from the next request on. */
export async function revokeApiKey(db: Db, by: SignedIn, id: number): Promise<void> {
  await db.batch([
    db
      .update(apiKeys)
      .set({ revokedAt: now() })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt))),
    record(db, `key:${id}`, by.id, 'key_revoked'),
  ]);
}

/** The better-auth user behind a staff id, inside a statement. */
function userOf(id: number) {
  return sql`(select ${staff.userId} from ${staff} where ${staff.id} = ${id})`;
}

function endSessions(db: Db, id: number): Statement {
  return db.delete(session).where(eq(session.userId, userOf(id)));
}

function ownAccount(): AppError {
  return new AppError('forbidden', { detail: 'own_account' });
}
