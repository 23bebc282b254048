/** Accounts as permissions see them, with whom they act for at this moment. */
import { eq, sql } from 'drizzle-orm';
import type { Represented, Role, Staff } from '../../shared/permissions/people.ts';
import type { Db } from '../platform/db.ts';
import { staff } from './table.ts';

/** Columns that make a `Staff`. @param now epoch ms: deputies act from their first to the end of their last day */
export const staffColumns = (now: number) => ({
  id: staff.id,
  roles: staff.roles,
  offices: staff.offices,
  position: staff.position,
  /** JSON array; found by the index on the deputy. */
  acting: sql<string>`(
    select json_group_array(json_object('id', away.id, 'roles', json(away.roles), 'offices', json(away.offices),
      'position', away.position, 'name', away.name, 'until', deputies.to_at))
    from deputies join staff as away on away.id = deputies.staff_id
    where deputies.deputy_id = "staff"."id" and deputies.ended_at is null
      and deputies.from_at <= ${now} and deputies.to_at > ${now} and away.active = 1)`.as('acting'),
});

interface Columns {
  id: number;
  roles: string;
  offices: string;
  position: Staff['position'];
  acting: string;
}

export function staffOf(row: Columns): Staff {
  return {
    id: row.id,
    roles: JSON.parse(row.roles) as Role[],
    offices: JSON.parse(row.offices) as string[],
    position: row.position,
    ...actingOf(row.acting),
  };
}

/** Absent where nobody is represented, so that most people stay as plain as they are. */
export function actingOf(json: string): Pick<Staff, 'acting'> {
  const acting = JSON.parse(json) as Represented[];
  return acting.length > 0 ? { acting } : {};
}

/** @returns the account, or null when it is not there or not active */
export async function readStaff(db: Db, id: number, now: number): Promise<Staff | null> {
  const [row] = await db
    .select({ ...staffColumns(now), active: staff.active })
    .from(staff)
    .where(eq(staff.id, id));
  return row?.active ? staffOf(row) : null;
}

/** All active accounts; a regency has some sixty. */
export async function allStaff(db: Db, now: number): Promise<Staff[]> {
  const rows = await db.select(staffColumns(now)).from(staff).where(eq(staff.active, true));
  return rows.map(staffOf);
}
