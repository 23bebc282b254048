/** Reporters of merged cases hear what their parent came to, whichever verb brought it there. */
import { sql } from 'drizzle-orm';
import { type CaseState, closedStates } from '../../shared/lifecycle/states.ts';
import { isSecret } from '../../shared/permissions/accusations.ts';
import { CLOSED } from '../messaging/mail.ts';
import { deliveries } from '../messaging/table.ts';
import type { Db, Statement } from '../platform/db.ts';
import type { CaseRow } from './load.ts';
import { cases, contacts } from './table.ts';

export type FollowerNews = 'parent-answered' | 'parent-closed';

/** @returns which notice a move is worth to those who follow; null = none. Of an accusation nobody else hears. */
export function newsOf(row: CaseRow, verb: string, to: CaseState): FollowerNews | null {
  // One that is given back after it was held had its answer before.
  if (isSecret(row) || to === row.state || verb === 'free' || to === 'merged') return null;
  if (to === 'answered') return 'parent-answered';
  return closedStates.includes(to) ? 'parent-closed' : null;
}

/**
 * One statement, whatever their number, and a row read where nobody follows; the sweep sends the notices on.
 * @param seq of the parent's entry
 * @param leave epoch ms, not before
 */
export function tellFollowers(
  db: Db,
  row: CaseRow,
  seq: number,
  news: FollowerNews,
  now: number,
  leave: number,
): Statement {
  const values = JSON.stringify({ parent: row.code });
  // Columns in the order of the table.
  return db.insert(deliveries).select(sql`
    select c.id || ':' || c.version || '~' || cast(${seq} as integer) || ':' || ${news} || ':reporter', c.id, ${news},
      'reporter', ${values}, 'pending', 0, cast(${leave} as integer), ${leave > now ? CLOSED : null},
      cast(${now} as integer), null, null
    from ${cases} c join ${contacts} k on k.case_id = c.id
    where c.parent_id = ${row.id} and c.state = 'merged' and k.email_index is not null`);
}
