/**
 * Who reads accusations is watched by those who do. An administrator makes accounts and links, may be accused, and could
 * let himself in by another's account; this cannot stop him, but he cannot do it unseen.
 */
import { eq } from 'drizzle-orm';
import { secretRoles } from '../../../shared/permissions/accusations.ts';
import type { Role } from '../../../shared/permissions/people.ts';
import { deliveries } from '../../messaging/table.ts';
import { now } from '../../platform/clock.ts';
import type { Db, Statement } from '../../platform/db.ts';
import { newToken } from '../../platform/ids.ts';
import { staff } from '../../regency/table.ts';

/**
 * Notices to everybody with a secret role that the way into such an account was changed or opened.
 * @param roles of the account, as they are from now on
 * @returns statements for the batch of the change itself; none for an account without such a role
 */
export function tellWatchers(db: Db, staffId: number, roles: readonly Role[]): Statement[] {
  if (!roles.some((role) => secretRoles.includes(role))) return [];
  return secretRoles.map((role) => {
    const recipient = `holder:@${role}`;
    return db.insert(deliveries).values({
      id: `account:${newToken()}:staff-secret-access:${recipient}`,
      template: 'staff-secret-access',
      recipient,
      values: JSON.stringify({ account: String(staffId) }),
      status: 'pending',
      nextAt: now(),
      createdAt: now(),
    });
  });
}

/** Roles of an account; none when there is no such account. */
export async function rolesOf(db: Db, staffId: number): Promise<Role[]> {
  const [row] = await db.select({ roles: staff.roles }).from(staff).where(eq(staff.id, staffId));
  return row ? (JSON.parse(row.roles) as Role[]) : [];
}

/** Values of the notice, written when it is sent: whose account it is stands in no outbox row. */
export async function watchLetter(
  db: Db,
  origin: string,
  staffId: number,
): Promise<{ link: string; list: string }> {
  const [row] = await db
    .select({ name: staff.name, email: staff.email })
    .from(staff)
    .where(eq(staff.id, staffId));
  return { link: `${origin}/desk`, list: row ? `${row.name} (${row.email})` : '' };
}
