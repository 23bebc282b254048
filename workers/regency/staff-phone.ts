/** The WhatsApp number of somebody of the staff: sealed in its column, opened only where it is shown or used. */
import type { Keys } from '../privacy/keys.ts';
import { open, openShown, type Sealed, seal } from '../privacy/seal.ts';

const placeOf = (id: number) => ({ table: 'staff', column: 'phone', row: id });

/** @param id of the account: a number moved to another row cannot be opened there */
export function sealPhone(keys: Keys, id: number, phone: string | null): Promise<Sealed | null> {
  return seal(keys, placeOf(id), phone);
}

/** The same for a page: what no key opens is said in its place. */
export function showPhone(keys: Keys, row: { id: number; phone: Sealed | null }): Promise<string | null> {
  return openShown(keys, placeOf(row.id), row.phone);
}

/** @returns the number in clear, or null when there is none @throws Unreadable */
export function openPhone(keys: Keys, row: { id: number; phone: Sealed | null }): Promise<string | null> {
  return open(keys, placeOf(row.id), row.phone);
}
