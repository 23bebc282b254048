/** The reporter's contact: sealed by field, found by blind index. */

import type { Keys } from '../privacy/keys.ts';
import { macHex } from '../privacy/mac.ts';
import { normaliseEmail, normalisePhone } from '../privacy/mask.ts';
import { open, openShown, seal } from '../privacy/seal.ts';
import type { contacts } from './table.ts';

export interface Contact {
  name?: string | null;
  email?: string | null;
  phone?: string | null;
}

type ContactRow = typeof contacts.$inferSelect;

/** @returns the row to insert, or null when there is nothing to keep */
export async function contactValues(
  keys: Keys,
  caseId: number,
  contact: Contact,
): Promise<ContactRow | null> {
  const { name, email, phone } = contact;
  if (!name && !email && !phone) return null;
  const at = (column: string) => ({ table: 'contacts', column, row: caseId });
  return {
    caseId,
    name: await seal(keys, at('name'), name || null),
    email: await seal(keys, at('email'), email || null),
    phone: await seal(keys, at('phone'), phone || null),
    emailIndex: email ? await blindIndex(keys, 'email', email) : null,
    phoneIndex: phone ? await blindIndex(keys, 'phone', phone) : null,
  };
}

export function blindIndex(keys: Keys, kind: 'email' | 'phone', value: string): Promise<string> {
  return macHex(keys, 'blind-index', kind, kind === 'email' ? normaliseEmail(value) : normalisePhone(value));
}

/** The same for a page: what no key opens is said in its place. */
export const openContactShown = (keys: Keys, row: ContactRow): Promise<Required<Contact>> =>
  openContact(keys, row, openShown);

/** @throws Unreadable */
export async function openContact(keys: Keys, row: ContactRow, way = open): Promise<Required<Contact>> {
  const at = (column: string) => ({ table: 'contacts', column, row: row.caseId });
  return {
    name: await way(keys, at('name'), row.name),
    email: await way(keys, at('email'), row.email),
    phone: await way(keys, at('phone'), row.phone),
  };
}
