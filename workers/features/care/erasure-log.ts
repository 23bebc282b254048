/**
 * The log of erasures in R2. A restored database does not take it back with it (Time Travel of D1 leaves R2 alone; locally
 * `npm run restore` brings the newer one along), so what an older database brought back is found here and erased again.
 * An entry says which case, how much, why and when: no personal data.
 */
import { asc, eq, isNull, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Ctx } from '../../cases/context.ts';
import { loadCaseById } from '../../cases/load.ts';
import { planErase } from '../../cases/verbs/erase.ts';
import { HOUR } from '../../platform/clock.ts';
import { commit, type Db } from '../../platform/db.ts';
import { meta } from '../../platform/table.ts';
import { erasureScopes, erasures } from '../../privacy/table.ts';
import { jobContext } from '../http.ts';
import { forgetElsewhere } from './erase.ts';

const FOLDER = 'care/erasures/';

/** Ordered by when they were logged: what a comparison has seen need not be listed again. */
const keyOf = (loggedAt: number, token: string) => `${FOLDER}${String(loggedAt).padStart(14, '0')}-${token}`;
const KEY = /^care\/erasures\/(\d{14})-([0-9a-f]{32})$/;

const entrySchema = z.object({
  token: z.string(),
  caseId: z.number().int(),
  scope: z.enum(erasureScopes),
  why: z.string(),
  by: z.string(),
  at: z.number().int(),
});
type LogEntry = z.infer<typeof entrySchema>;

/** Copies in one sweep; each is a call of R2. */
const AT_ONCE = 100;
/** Erased again in one sweep: some 20 statements each. */
const AGAIN = 25;
/** Pages of 1,000 names in one sweep. */
const PAGES = 5;

/** Copies what has no copy yet. Twice is harmless: entries are known by their token. @param at epoch ms */
export async function logErasures(env: Pick<Env, 'FILES'>, db: Db, at: number): Promise<void> {
  const rows = await db
    .select()
    .from(erasures)
    .where(isNull(erasures.loggedAt))
    .orderBy(asc(erasures.id))
    .limit(AT_ONCE);
  if (rows.length === 0) return;
  for (const { token, caseId, scope, why, by, at: erasedAt } of rows) {
    const entry: LogEntry = { token, caseId, scope, why, by, at: erasedAt };
    await env.FILES.put(keyOf(at, token), JSON.stringify(entry));
  }
  const ids = JSON.stringify(rows.map(({ id }) => id));
  await db
    .update(erasures)
    .set({ loggedAt: at })
    .where(sql`${erasures.id} in (select value from json_each(${ids}))`);
}

/** Where the comparison stands. It lies in the database, and goes back in time with it: what came after is looked at anew. */
const MARK = 'erasures_compared';
interface Mark {
  /** Epoch ms of the last comparison that came to its end. */
  checkedAt: number;
  /** Every entry logged until then was found here. */
  until: number;
}

/**
 * Compares the log with the database once an hour, and erases again what is missing.
 * @param at epoch ms
 * @returns how many were erased again
 */
export async function eraseAgain(env: Env, db: Db, at: number): Promise<number> {
  const mark = await readMark(db);
  if (at - mark.checkedAt < HOUR && at >= mark.checkedAt) return 0;
  // Two sweeps may log at once: what the one logs a moment earlier the other may not have seen.
  let after = keyOf(Math.max(0, mark.until - HOUR), '');
  let { until } = mark;
  let done = 0;
  for (let page = 0; page < PAGES; page++) {
    const listed = await env.FILES.list({ prefix: FOLDER, startAfter: after });
    const found = listed.objects.flatMap(({ key }) => {
      const [, loggedAt, token] = KEY.exec(key) ?? [];
      return token === undefined ? [] : [{ key, token, loggedAt: Number(loggedAt) }];
    });
    const missing = await withoutRow(db, found);
    for (const { key, loggedAt } of missing) {
      if (done === AGAIN) return done;
      const object = await env.FILES.get(key);
      if (object) await again(env, entrySchema.parse(await object.json()), loggedAt);
      done++;
    }
    until = Math.max(until, found.at(-1)?.loggedAt ?? 0);
    after = listed.objects.at(-1)?.key ?? after;
    if (!listed.truncated) {
      await keepMark(db, { checkedAt: at, until });
      return done;
    }
    await keepMark(db, { checkedAt: mark.checkedAt, until });
  }
  return done;
}

async function withoutRow<T extends { token: string }>(db: Db, found: readonly T[]): Promise<T[]> {
  if (found.length === 0) return [];
  const tokens = JSON.stringify(found.map(({ token }) => token));
  const known = await db
    .select({ token: erasures.token })
    .from(erasures)
    .where(sql`${erasures.token} in (select value from json_each(${tokens}))`);
  const have = new Set(known.map(({ token }) => token));
  // One that was logged twice is missing once.
  return found.filter(({ token }) => !have.has(token) && have.add(token));
}

/** @throws when it could not be written; the next sweep tries it again */
async function again(env: Env, entry: LogEntry, loggedAt: number): Promise<void> {
  const ctx = await jobContext(env, 'job:restore');
  const file = await loadCaseById(ctx.db, entry.caseId);
  // Sent in and erased after the backup: there is nothing left of it.
  if (!file) return void (await noteOnly(ctx, entry, loggedAt));
  const plan = await planErase(ctx, file, {
    scope: entry.scope,
    why: 'restored',
    again: { token: entry.token, loggedAt },
    also: entry.scope === 'content' ? await forgetElsewhere(ctx, entry.caseId) : [],
  });
  const [outcome] = await commit(ctx.db, [plan]);
  if (outcome && !outcome.ok) throw outcome.error;
}

async function noteOnly({ db, actor, now }: Ctx, entry: LogEntry, loggedAt: number): Promise<void> {
  const { token, caseId, scope } = entry;
  await db
    .insert(erasures)
    .values({ token, caseId, scope, why: 'restored', by: actor, at: now, loggedAt })
    .onConflictDoNothing();
}

async function readMark(db: Db): Promise<Mark> {
  const [row] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, MARK));
  return row ? (JSON.parse(row.value) as Mark) : { checkedAt: 0, until: 0 };
}

async function keepMark(db: Db, mark: Mark): Promise<void> {
  const value = JSON.stringify(mark);
  await db.insert(meta).values({ key: MARK, value }).onConflictDoUpdate({ target: meta.key, set: { value } });
}
