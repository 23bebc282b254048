/** The account of the first administrator, whom nobody can invite: a row of `staff` with an invitation of its own. */
import { newToken } from '../platform/ids.ts';
import { sha256Hex } from '../privacy/mac.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/**
 * @param now epoch ms
 * @returns the row's columns by name, and the token of the link that sets the password within a week
 */
export async function firstAdmin(email: string, now: number) {
  const token = newToken() + newToken();
  const row = {
    name: 'Admin instansi',
    email: email.trim().toLowerCase(),
    roles: '["admin"]',
    offices: '[]',
    areas: '[]',
    active: 1,
    invitation: await sha256Hex(token),
    invited_until: now + WEEK,
    created_at: now,
  };
  return { token, row };
}

/** The insert; it does nothing when there is an account already. Values are our own or an e-mail address. */
export function firstAdminSql(row: Awaited<ReturnType<typeof firstAdmin>>['row']): string {
  const values = Object.values(row).map((value) =>
    typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`,
  );
  return `INSERT INTO staff (${Object.keys(row).join(', ')}) SELECT ${values.join(', ')} WHERE NOT EXISTS (SELECT 1 FROM staff)`;
}
