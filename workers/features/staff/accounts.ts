/** How accounts and keys come to be. Nobody signs up: an admin invites, and the person sets a password. */
import { and, eq, gt, sql } from 'drizzle-orm';
import { now } from '../../platform/clock.ts';
import { constraintOf, type Db, type Statement } from '../../platform/db.ts';
import { newToken } from '../../platform/ids.ts';
import { AppError } from '../../platform/problem.ts';
import type { Keys } from '../../privacy/keys.ts';
import { sha256Hex } from '../../privacy/mac.ts';
import { normaliseEmail } from '../../privacy/mask.ts';
import { sealPhone } from '../../regency/staff-phone.ts';
import { staff } from '../../regency/table.ts';
import { type Rights, rightsColumns } from './account-input.ts';
import { record } from './audit.ts';
import { INVITATION_LIFE, type Invitation, invitationFor } from './invitation.ts';
import { hashPassword } from './password.ts';
import { keyDigest, type Scope, type StaffRow } from './queries.ts';
import { account, apiKeys, session, user } from './table.ts';
import { rolesOf, tellWatchers } from './watch.ts';

interface NewAccount extends Rights {
  email: string;
}

/**
 * Invites a person; nothing can be done with the account before the invitation is accepted.
 * @param by staff id of the admin
 * @returns the account's id and the invitation, whose token is shown once
 * @throws AppError invalid when the address has an account
 */
export async function inviteStaff(
  db: Db,
  keys: Keys,
  by: number,
  input: NewAccount,
): Promise<{ id: number; invitation: Invitation }> {
  const id = await insertStaff(db, input);
  if (input.phone) await keepPhone(db, keys, id, input.phone);
  const { roles, offices, areas } = input;
  const facts = { roles, offices, areas, ...(input.position ? { position: input.position } : {}) };
  return { id, invitation: await renewInvitation(db, keys, id, INVITATION_LIFE, by, 'invited', facts) };
}

async function insertStaff(db: Db, input: NewAccount): Promise<number> {
  try {
    const [row] = await db
      .insert(staff)
      .values({ ...rightsColumns(input), email: normaliseEmail(input.email), active: true, createdAt: now() })
      .returning({ id: staff.id });
    if (row) return row.id;
  } catch (error) {
    if (!constraintOf(error)?.startsWith('staff.')) throw error;
  }
  throw new AppError('invalid', { fields: [{ pointer: '/email', message: 'field.email_taken' }] });
}

/** The account's id is part of the seal, so the number comes after the row. */
async function keepPhone(db: Db, keys: Keys, id: number, phone: string): Promise<void> {
  await db
    .update(staff)
    .set({ phone: await sealPhone(keys, id, phone) })
    .where(eq(staff.id, id));
}

/**
 * Makes a new link and voids the one before.
 * @param life milliseconds for which it holds
 * @param by staff id of the admin, or "self" for somebody who forgot the password
 * @throws AppError not_found when there is no such active account
 */
export async function renewInvitation(
  db: Db,
  keys: Keys,
  id: number,
  life: number,
  by: number | 'self',
  what: 'invited' | 'link' = 'link',
  facts: object = {},
): Promise<Invitation> {
  const invitation = await invitationFor(keys, id, now() + life);
  const [rows] = await db.batch([
    db
      .update(staff)
      .set({ invitation: invitation.digest, invitedUntil: invitation.until })
      .where(and(eq(staff.id, id), eq(staff.active, true)))
      .returning({ id: staff.id }),
    record(db, `staff:${id}`, by, what, facts),
    // Who forgot the password gets the link by mail; any other was made by an administrator, who sees it.
    ...(by === 'self' ? [] : tellWatchers(db, id, await rolesOf(db, id))),
  ]);
  if (rows.length === 0) throw new AppError('not_found');
  return invitation;
}

/** @returns the account a link is for, or null when it was used, has expired or never was */
export async function invited(db: Db, token: string): Promise<StaffRow | null> {
  const [row] = await db
    .select()
    .from(staff)
    .where(openInvitation(await sha256Hex(token)));
  return row ?? null;
}

function openInvitation(digest: string) {
  return and(eq(staff.invitation, digest), gt(staff.invitedUntil, now()), eq(staff.active, true));
}

/**
 * Sets the password of a new account, or a new one of an account that had one; that ends its sessions. Works once: of
 * two at the same time the second finds nothing.
 * @param password already checked against the rules
 * @throws AppError not_found (invitation_over)
 */
export async function acceptInvitation(db: Db, token: string, password: string): Promise<{ id: number }> {
  const over = () => new AppError('not_found', { detail: 'invitation_over' });
  const row = await invited(db, token);
  if (!row?.invitation) throw over();
  const open = openInvitation(row.invitation);
  const hash = await hashPassword(password);
  const close = db.update(staff).set({ invitation: null, invitedUntil: null }).where(open).returning();
  try {
    if (row.userId === null) {
      const userId = newToken();
      await db.batch([
        ...credentials(db, userId, row, hash),
        db.update(staff).set({ userId, invitation: null, invitedUntil: null }).where(eq(staff.id, row.id)),
        record(db, `staff:${row.id}`, 'self', 'accepted'),
      ]);
      return { id: row.id };
    }
    // Each statement asks for the open invitation itself: once it is closed none of them does anything.
    const still = sql`exists (select 1 from ${staff} where ${open})`;
    const [, , closed] = await db.batch([
      db
        .update(account)
        .set({ password: hash, updatedAt: new Date(now()) })
        .where(and(eq(account.userId, row.userId), eq(account.providerId, 'credential'), still)),
      db.delete(session).where(and(eq(session.userId, row.userId), still)),
      close,
    ]);
    if (closed.length === 0) throw over();
    await record(db, `staff:${row.id}`, 'self', 'password');
    return { id: row.id };
  } catch (error) {
    throw constraintOf(error)?.startsWith('user.') ? over() : error;
  }
}

/** The rows better-auth signs in with; UNIQUE of `user.email` lets only one of two such batches through. */
function credentials(
  db: Db,
  userId: string,
  person: { name: string; email: string },
  hash: string,
): [Statement, Statement] {
  const at = new Date(now());
  const times = { createdAt: at, updatedAt: at };
  return [
    db
      .insert(user)
      .values({ id: userId, name: person.name, email: person.email, emailVerified: true, ...times }),
    db.insert(account).values({
      id: newToken(),
      accountId: userId,
      providerId: 'credential',
      userId,
      password: hash,
      ...times,
    }),
  ];
}

/**
 * An account with a password at once: for the demo, tests and the first admin of a new machine.
 * @param keys to keep a number
 * @throws AppError invalid when the address has an account
 */
export async function createAccount(
  db: Db,
  input: NewAccount & { passwordHash: string },
  keys?: Keys,
): Promise<{ id: number; userId: string }> {
  const id = await insertStaff(db, input);
  const userId = newToken();
  const person = { name: input.name, email: normaliseEmail(input.email) };
  await db.batch([
    ...credentials(db, userId, person, input.passwordHash),
    db.update(staff).set({ userId }).where(eq(staff.id, id)),
  ]);
  if (keys && input.phone) await keepPhone(db, keys, id, input.phone);
  return { id, userId };
}

/**
 * A key for a client server ("submit") or for the staff calls ("desk"), which then act as that account.
 * @param by staff id of the admin; "self" for the key that the machine itself makes at its first start
 * @returns the token, shown once; only its digest is kept
 * @throws AppError invalid when scope "desk" comes without an account
 */
export async function createApiKey(
  db: Db,
  keys: Keys,
  input: { name: string; scopes: Scope[]; staffId?: number | null },
  by: number | 'self' = 'self',
): Promise<{ id: number; token: string }> {
  if (input.scopes.includes('desk') && !input.staffId)
    throw new AppError('invalid', { fields: [{ pointer: '/staffId', message: 'field.required' }] });
  const token = `kanal_${newToken()}${newToken()}`;
  const [row] = await db
    .insert(apiKeys)
    .values({
      name: input.name,
      digest: await keyDigest(keys, token),
      scopes: JSON.stringify(input.scopes),
      staffId: input.staffId ?? null,
      createdAt: now(),
    })
    .returning({ id: apiKeys.id });
  if (!row) throw new AppError('unavailable', { retryAfter: 5 });
  await record(db, `key:${row.id}`, by, 'key_created', {
    scopes: input.scopes,
    staff: input.staffId ?? null,
  });
  return { id: row.id, token };
}
