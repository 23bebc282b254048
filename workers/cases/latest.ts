/**
 * The last cases to come in, for what would have been under other settings. A window of fixed size, found by the ids, which
 * grow with time: the same rows are looked at however many cases there are.
 */
import { desc, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../platform/db.ts';
import { UNREAD } from './load.ts';
import { cases } from './table.ts';

/** Cases that "the last 500" are. */
export const LATEST = 500;

/** @param among how many are looked at */
export function lastCases(db: Db, among: number) {
  return db.select(getTableColumns(cases)).from(cases).orderBy(desc(cases.id)).limit(among).as('last_cases');
}

/**
 * Those of them that are no spam, were read by the router or a person, and are no secret: what is held or berkadar is never
 * looked into.
 * @param now epoch ms
 */
export function isOrdinary(last: ReturnType<typeof lastCases>, now: number): SQL {
  return sql`${last.spam} = 0 and ${last.berkadar} = 0 and ${last.state} <> 'held'
    and ${last.holder} not in ('@verifier', '@inspector', '@leader')
    and (${last.routedAt} is not null or ${last.freed} = 1
      or (${last.aboutOfficial} = 0 and ${last.receivedAt} < ${now - UNREAD}))`;
}
