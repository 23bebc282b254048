/**
 * How Kanal is doing, as far as it stands in its databases: two calls, some hundred rows however many cases there are.
 * Nothing of a case but how long the oldest waits.
 */
import { and, asc, desc, eq, gt, gte, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { keyTrouble } from '../../cases/key-check.ts';
import { cases, history } from '../../cases/table.ts';
import { clocks } from '../../clocks/table.ts';
import { deadLetters, deliveries } from '../../messaging/table.ts';
import { DAY, MINUTE } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import { errorName, log } from '../../platform/log.ts';
import { foldMarks } from '../../platform/table.ts';
import type { Keys } from '../../privacy/keys.ts';
import { regencyRows, settingsVersion } from '../../regency/table.ts';
import { unfinishedJobs } from '../jobs.ts';
import { type ByReason, type Figures, MOST, type Waiting } from './figures.ts';
import { judge } from './judge.ts';
import { notesOf, selectNotes } from './notes.ts';

/** How far back failures are told. */
const WEEK = 7 * DAY;

/** @param now epoch ms @throws when the first database does not answer */
export async function readFigures(env: Env, db: Db, keys: Keys, now: number): Promise<Figures> {
  const search = await readSearch(env);
  const [notes, unrouted, due, mail, retried, failed, uncertain, counting, behind, letters, rest, size] =
    await db.batch([
      selectNotes(db),
      db
        .select({ at: cases.receivedAt })
        .from(cases)
        .where(isNull(cases.routedAt))
        .orderBy(asc(cases.receivedAt))
        .limit(MOST),
      db
        .select({ at: sql<number>`${clocks.nextAt}` })
        .from(clocks)
        .where(lte(clocks.nextAt, now))
        .orderBy(asc(clocks.nextAt))
        .limit(MOST),
      db
        .select({ at: deliveries.nextAt })
        .from(deliveries)
        .where(and(sql`${deliveries.status} = 'pending'`, lte(deliveries.nextAt, now)))
        .orderBy(asc(deliveries.nextAt))
        .limit(MOST),
      db
        .select({ at: deliveries.createdAt, reason: deliveries.reason })
        .from(deliveries)
        .where(sql`${deliveries.status} = 'pending' and ${deliveries.attempts} > 1`)
        .orderBy(asc(deliveries.createdAt))
        .limit(MOST),
      troubled(db, 'failed', now),
      troubled(db, 'uncertain', now),
      unfolded(db, sql`(${markOf})`),
      unfolded(db, sql`${search?.mark ?? 0}`),
      db
        .select({ at: deadLetters.at, queue: deadLetters.queue })
        .from(deadLetters)
        .where(isNull(deadLetters.replayedAt))
        .orderBy(asc(deadLetters.at))
        .limit(MOST),
      db.select(onlyOnce).from(settingsVersion).limit(1),
      db.run(sql`select 1`),
    ]);
  const [one] = rest;
  const behindBy = (waits: Waiting, mark: number) => ({
    ...waits,
    reached: Math.floor((100 * mark) / Math.max(1, one?.entries ?? 1)),
  });
  return {
    notes: notesOf(notes),
    unrouted: waiting(unrouted),
    clocks: waiting(due),
    mail: waiting(mail),
    retried: byReason(retried),
    failed: byReason(failed),
    uncertain: waiting(uncertain),
    counting: behindBy(waiting(counting), one?.counted ?? 0),
    search: search && behindBy(waiting(behind), search.mark),
    jobs: await unfinishedJobs(db),
    deadLetters: { ...waiting(letters), queues: [...new Set(letters.map(({ queue }) => queue))] },
    database: sizeOf(size),
    searchDatabase: search?.size ?? null,
    settings: one?.version ?? 0,
    conflicts: JSON.parse(one?.conflicts ?? '[]') as string[],
    erasureUnlogged: one?.unlogged ?? null,
    keys: await keyTrouble(db, keys),
    firstAt: one?.firstAt ?? null,
  };
}

/** How far the slowest of the folds of figures has come, as a subquery; 0 while one of them has not begun. */
const markOf = sql`select iif(count(*) < 3, 0, min(${foldMarks.toId})) from ${foldMarks} where ${foldMarks.fold} in ('placements', 'channels', 'figures')`;

/** Single facts, in one row. */
const onlyOnce = {
  version: settingsVersion.version,
  conflicts: sql<string>`(select json_group_array(name) from (select ${regencyRows.kind} || '/' || ${regencyRows.id} as name from ${regencyRows} where ${regencyRows.conflictHash} is not null limit ${sql.raw(String(MOST))}))`,
  unlogged: sql<number | null>`(select at from erasures where logged_at is null order by id limit 1)`,
  entries: sql<number>`ifnull((select max(${history.id}) from ${history}), 0)`,
  counted: sql<number>`(${markOf})`,
  firstAt: sql<number | null>`(select ${history.at} from ${history} order by ${history.id} limit 1)`,
};

function troubled(db: Db, status: 'failed' | 'uncertain', now: number) {
  return db
    .select({ at: deliveries.createdAt, reason: deliveries.reason })
    .from(deliveries)
    .where(
      and(
        // Word for word the condition of the index.
        sql`${deliveries.status} in ('failed', 'uncertain', 'skipped')`,
        eq(deliveries.status, status),
        gte(deliveries.createdAt, now - WEEK),
      ),
    )
    .orderBy(desc(deliveries.createdAt))
    .limit(MOST);
}

const unfolded = (db: Db, mark: SQL) =>
  db
    .select({ at: history.at })
    .from(history)
    .where(gt(history.id, sql`ifnull(${mark}, 0)`))
    .orderBy(asc(history.id))
    .limit(MOST);

async function readSearch(env: Env): Promise<{ mark: number; size: number | null } | null> {
  try {
    const { results, meta } = await env.SEARCH.prepare(
      'SELECT to_id FROM search_marks ORDER BY from_id DESC LIMIT 1',
    ).all<{ to_id: number }>();
    return { mark: results[0]?.to_id ?? 0, size: meta.size_after ?? null };
  } catch (error) {
    log('warn', { event: 'search_silent', error: errorName(error) });
    return null;
  }
}

function waiting(rows: readonly { at: number }[]): Waiting {
  const times = rows.map(({ at }) => at);
  return { count: rows.length, since: times.length === 0 ? null : Math.min(...times) };
}

function byReason(rows: readonly { at: number; reason: string | null }[]): ByReason {
  return { ...waiting(rows), reasons: [...new Set(rows.flatMap(({ reason }) => reason ?? []))] };
}

const sizeOf = (result: unknown): number | null =>
  (result as { meta?: { size_after?: number } } | null)?.meta?.size_after ?? null;

/** What the inbox of an administrator says; asked once a minute in each isolate. */
let known: { at: number; trouble: string | null } | null = null;

/**
 * @param now epoch ms
 * @returns a sentence when something is wrong; null when all is well, and when it cannot be known
 */
export async function troubleSoon(
  env: Env,
  db: Db,
  keys: Keys,
  demo: boolean,
  now: number,
): Promise<string | null> {
  if (known && Math.abs(now - known.at) < MINUTE) return known.trouble;
  try {
    const judged = judge(await readFigures(env, db, keys, now), { now, demo });
    known = { at: now, trouble: judged.level === 'trouble' ? judged.summary : null };
  } catch (error) {
    log('warn', { event: 'status_unread', error: errorName(error) });
    return null;
  }
  return known.trouble;
}

/** Asks anew next time. */
export function forgetTrouble(): void {
  known = null;
}
