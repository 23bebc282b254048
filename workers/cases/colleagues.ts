/** Who of the staff may read a case and can be mentioned in a note on it. */
import { eq } from 'drizzle-orm';
import { standing } from '../../shared/permissions/index.ts';
import type { Role, Staff } from '../../shared/permissions/people.ts';
import type { Db } from '../platform/db.ts';
import { staff } from '../regency/table.ts';
import { type CaseFile, factsOf } from './load.ts';
import type { Stands } from './view.ts';

export interface Colleague {
  id: number;
  name: string;
  /** JSON lists as the account has them. */
  roles: string;
  offices: string;
}

const works: readonly Stands[] = ['secret_holder', 'admin', 'lead', 'copy'];

/**
 * Those who work on the case: administrators, its offices, or of a secret one its holders; never somebody accused, and nobody
 * who only looks: that a case was drawn for audit is not told by a list of names. Reads the accounts, some sixty.
 * @param by who writes; nobody calls themselves
 * @returns by name
 */
export async function colleaguesOf(
  db: Db,
  file: Pick<CaseFile, 'row' | 'accused' | 'copies'>,
  by: Pick<Staff, 'id'> | null,
): Promise<Colleague[]> {
  const rows = await db
    .select({ id: staff.id, name: staff.name, roles: staff.roles, offices: staff.offices })
    .from(staff)
    .where(eq(staff.active, true))
    .orderBy(staff.name, staff.id);
  const facts = factsOf(file);
  return rows.filter(({ id, roles, offices }) => {
    if (id === by?.id) return false;
    const person: Staff = {
      id,
      roles: JSON.parse(roles) as Role[],
      offices: JSON.parse(offices) as string[],
    };
    const stands = standing(person, facts);
    return stands !== null && works.includes(stands);
  });
}
