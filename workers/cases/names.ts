/** Names of the staff in the entries of a case. */
import { sql } from 'drizzle-orm';
import type { Db } from '../platform/db.ts';
import { staff } from '../regency/table.ts';
import { entries, history } from './table.ts';

/** By id: who acted, in whose name, who was reminded, mentioned, or proposed an answer. */
export async function actorNames(db: Db, caseId: number): Promise<Map<number, string>> {
  const rows = await db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(
      sql`${staff.id} in (
        select cast(substr(${history.actor}, 7) as integer) from ${history}
        where ${history.caseId} = ${caseId} and ${history.actor} like 'staff:%'
        union select mentioned.value from ${entries}, json_each(${entries.facts}, '$.mentions') as mentioned
        where ${entries.caseId} = ${caseId}
        union select cast(substr(named.value, 7) as integer)
        from ${entries}, json_each(${entries.facts}) as named
        where ${entries.caseId} = ${caseId} and named.value like 'staff:%'
          and named.key in ('target', 'onBehalfOf', 'proposedBy', 'proposedFor'))`,
    );
  return new Map(rows.map((row) => [row.id, row.name]));
}
