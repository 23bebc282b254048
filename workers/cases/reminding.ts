/**
 * Whom one may remind of a case by WhatsApp: the office that holds it and its people, or the administrators while they
 * hold it. Never somebody accused, and nobody at all in an accusation: whose phone rings tells too much.
 */
import { and, eq, isNotNull } from 'drizzle-orm';
import { isSecret } from '../../shared/permissions/accusations.ts';
import { standing } from '../../shared/permissions/index.ts';
import { isAccused, type Role, type Staff } from '../../shared/permissions/people.ts';
import { whatsappNumber } from '../../shared/phone.ts';
import type { Db } from '../platform/db.ts';
import type { Keys } from '../privacy/keys.ts';
import type { Regency } from '../regency/snapshot.ts';
import { openPhone } from '../regency/staff-phone.ts';
import { staff } from '../regency/table.ts';
import { type CaseFile, factsOf } from './load.ts';

export interface ReminderTarget {
  /** "office:PUPR" or "staff:12"; what the history keeps. */
  id: string;
  name: string;
  /** As wa.me takes it. Only for the link itself, never for a page, a log or the history. */
  number: string;
}

/** The same as a page shows it: without the number. */
export type Remindable = Omit<ReminderTarget, 'number'>;

/** Accounts that have a number, with what decides whether they hold a case. */
export const withPhones = (db: Db) =>
  db
    .select({
      id: staff.id,
      name: staff.name,
      roles: staff.roles,
      offices: staff.offices,
      phone: staff.phone,
    })
    .from(staff)
    .where(and(eq(staff.active, true), isNotNull(staff.phone)))
    .orderBy(staff.name, staff.id);

/**
 * @param by who reminds: nobody reminds themselves
 * @param people those with a number, where they were read already
 * @returns those with a number; the office first, then its people by name. Reads the accounts that have a number
 */
export async function reminderTargets(
  db: Db,
  keys: Keys,
  regency: Regency,
  file: CaseFile,
  by: Staff | null,
  people: PromiseLike<Awaited<ReturnType<typeof withPhones>>> = withPhones(db),
): Promise<ReminderTarget[]> {
  const { row, accused } = file;
  if (isSecret(row)) return [];
  const admins = row.holder === '@admin';
  const code = admins ? regency.about.adminOffice : row.holder;
  const office = regency.offices.get(code);
  const found: ReminderTarget[] = [];
  const add = (id: string, name: string, phone: string | null | undefined) => {
    const number = phone ? whatsappNumber(phone) : null;
    if (number !== null) found.push({ id, name, number });
  };
  if (office && !accused.includes(`office:${code}`)) add(`office:${code}`, office.name, office.phone);
  const rows = await people;
  const facts = factsOf(file);
  for (const { id, name, phone, ...one } of rows) {
    const person: Staff = {
      id,
      roles: JSON.parse(one.roles) as Role[],
      offices: JSON.parse(one.offices) as string[],
    };
    if (person.id === by?.id || isAccused(person, accused)) continue;
    const has = (role: Role) => person.roles.includes(role);
    const holds = admins
      ? has('admin')
      : (has('liaison') || has('head')) && person.offices.includes(row.holder);
    if (!holds || standing(person, facts) === null) continue;
    add(`staff:${id}`, name, await openPhone(keys, { id, phone }).catch(() => null));
  }
  return found;
}
