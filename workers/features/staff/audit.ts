/** The record of who changed which account: roles decide who reads accusations, so giving them leaves a trace. */
import { desc, eq } from 'drizzle-orm';
import { now } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import { accountChanges } from './table.ts';

export type Change =
  | 'invited'
  | 'accepted'
  | 'rights'
  | 'deactivated'
  | 'reactivated'
  | 'link'
  | 'password'
  | 'phone'
  | 'two_factor_off'
  | 'sessions_ended'
  | 'deputy'
  | 'deputy_ended'
  | 'key_created'
  | 'key_revoked';

export const changeNames: Record<Change, string> = {
  invited: 'Diundang',
  accepted: 'Undangan diterima',
  rights: 'Peran atau wilayah diubah',
  deactivated: 'Dinonaktifkan',
  reactivated: 'Diaktifkan kembali',
  link: 'Tautan kata sandi dibuat',
  password: 'Kata sandi diganti',
  phone: 'Nomor WhatsApp diubah',
  two_factor_off: 'Kode dua langkah dimatikan',
  sessions_ended: 'Semua sesi diakhiri',
  deputy: 'Pengganti ditunjuk',
  deputy_ended: 'Penggantian diakhiri',
  key_created: 'Kunci dibuat',
  key_revoked: 'Kunci dicabut',
};

/** A statement for the batch of the change itself. @param by a staff id, or "self" */
export function record(
  db: Db,
  subject: `staff:${number}` | `key:${number}`,
  by: number | 'self',
  what: Change,
  facts: object = {},
) {
  const actor = by === 'self' ? 'self' : `staff:${by}`;
  return db.insert(accountChanges).values({ subject, actor, what, facts: JSON.stringify(facts), at: now() });
}

/** The newest hundred changes of an account. */
export async function changesOf(db: Db, staffId: number) {
  return db
    .select()
    .from(accountChanges)
    .where(eq(accountChanges.subject, `staff:${staffId}`))
    .orderBy(desc(accountChanges.id))
    .limit(100);
}
