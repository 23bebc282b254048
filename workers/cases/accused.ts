/** Who is accused, and who is left to hold the case. */
import { eq } from 'drizzle-orm';
import type { Role, Staff } from '../../shared/permissions/index.ts';
import type { Db, Statement } from '../platform/db.ts';
import { staff } from '../regency/table.ts';
import type { Ctx } from './context.ts';
import { caseAccused } from './table.ts';

/** All active accounts as permissions see them; a regency has some sixty. */
export async function allStaff(db: Db): Promise<Staff[]> {
  const rows = await db
    .select({ id: staff.id, roles: staff.roles, offices: staff.offices })
    .from(staff)
    .where(eq(staff.active, true));
  return rows.map((row) => ({
    id: row.id,
    roles: JSON.parse(row.roles) as Role[],
    offices: JSON.parse(row.offices) as string[],
  }));
}

/** Statements that add subjects ("office:PUPR", "staff:12") which are not yet on the case. */
export function addAccused(
  ctx: Ctx,
  caseId: number,
  known: readonly string[],
  subjects: readonly string[],
): Statement[] {
  return [...new Set(subjects)]
    .filter((subject) => !known.includes(subject))
    .map((subject) => ctx.db.insert(caseAccused).values({ caseId, subject }));
}
