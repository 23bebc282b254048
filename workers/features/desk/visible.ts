/**
 * `standing()` of shared/permissions as a condition on rows of `cases`: what a count may count and a filter may look at.
 * Pages still ask `standing()` for every row; a test holds that both say the same.
 */
import { type SQL, sql } from 'drizzle-orm';
import { holdersOf } from '../../../shared/permissions/index.ts';
import type { Identity, Staff } from '../../../shared/permissions/people.ts';
import { UNREAD } from '../../cases/load.ts';
import { caseAccused, caseCopies, cases } from '../../cases/table.ts';

const list = (values: readonly string[]): SQL =>
  sql`(select value from json_each(${JSON.stringify(values)}))`;

/** @param now epoch ms */
export function visibleTo(person: Staff, now: number): SQL {
  const desks = holdersOf(person).filter((holder) => holder.startsWith('@') && holder !== '@admin');
  const examined = sql`(${cases.routedAt} is not null or ${cases.freed} = 1
    or (${cases.aboutOfficial} = 0 and ${cases.receivedAt} < ${now - UNREAD}))`;
  const secret = sql`(${cases.state} = 'held' or ${cases.berkadar} = 1
    or ${cases.holder} in ('@verifier', '@inspector', '@leader'))`;
  return sql`(${examined} and not ${isAccused(person)}
    and case when ${secret} then ${cases.holder} in ${list(desks)} else ${ordinary(person)} end)`;
}

function isAccused({ id, offices }: Identity): SQL {
  const subjects = [`staff:${id}`, ...offices.map((office) => `office:${office}`)];
  return sql`exists (select 1 from ${caseAccused} where ${caseAccused.caseId} = ${cases.id}
    and ${caseAccused.subject} in ${list(subjects)})`;
}

/** Of a case that accuses nobody: by one's own rights, or those of a colleague who is away. */
function ordinary(person: Staff): SQL {
  const borrowed = (person.acting ?? []).map(
    (identity) => sql`(${byRoles(identity)} and not ${isAccused(identity)})`,
  );
  return sql`(${sql.join([byRoles(person), ...borrowed], sql` or `)})`;
}

function byRoles({ roles, offices }: Identity): SQL {
  if (roles.includes('admin') || roles.includes('leader')) return sql`1`;
  if (!roles.includes('liaison') && !roles.includes('head')) return sql`0`;
  return sql`((${cases.anonymous} = 0 or ${cases.releasedAt} is not null) and (${cases.office} in ${list(offices)}
    or exists (select 1 from ${caseCopies} where ${caseCopies.caseId} = ${cases.id}
      and ${caseCopies.office} in ${list(offices)})))`;
}
