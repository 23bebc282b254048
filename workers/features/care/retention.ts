/**
 * Erases what has been kept long enough, some cases an invocation. Walks closed cases by their closing along the two indexes
 * of `cases`; interrupted it goes on where it was, run twice it changes nothing. A case that was opened again meanwhile is
 * in neither index and is left.
 */
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Actor, Ctx } from '../../cases/context.ts';
import { loadCaseById } from '../../cases/load.ts';
import { planErase, type Scope } from '../../cases/verbs/erase.ts';
import type { LongJob } from '../../messaging/long-job.ts';
import { commit, type Db, type Plan, type Statement } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import { forgetRegency } from '../../regency/snapshot.ts';
import { jobContext } from '../http.ts';
import { forgetElsewhere } from './erase.ts';
import { type Cursor, type Run, readRun } from './queries.ts';
import { retentionRuns } from './table.ts';

/** Cases looked at in one step. */
export const LOOK = 500;
/** Cases erased in one step: 12 statements each, twice when the batch aborts, and 6 reads. */
const AT_ONCE = 20;

/** A case of a page. */
interface Seen {
  id: number;
  closedAt: number;
  receivedAt: number;
  kind: string;
  /** There is something to erase, and nothing is due any more. */
  due: 0 | 1;
}

export const retentionJob: LongJob = {
  step: retentionStep,
  unfinished: async (db) => {
    const runs = await db
      .select({ id: retentionRuns.id })
      .from(retentionRuns)
      .where(isNull(retentionRuns.finishedAt));
    return runs.map(({ id }) => id);
  },
};

/** @throws when D1 failed, or the settings changed meanwhile; the same step is taken again */
async function retentionStep(env: Env, id: number): Promise<boolean> {
  const ctx = await jobContext(env, 'job:retention');
  const run = await readRun(ctx.db, id);
  if (!run || run.finishedAt !== null) return false;
  const page = await readPage(ctx.db, run);
  const due = page.filter((seen) => seen.due === 1);
  const last = run.dry ? undefined : due[AT_ONCE - 1];
  const taken = last ? page.slice(0, page.indexOf(last) + 1) : page;
  if (!run.dry) await eraseAll({ ...ctx, actor: run.by as Actor }, run, due.slice(0, AT_ONCE));
  const end = page.length < LOOK && taken.length === page.length;
  const [moved] = await ctx.db
    .update(retentionRuns)
    .set({
      looked: sql`${retentionRuns.looked} + ${taken.length}`,
      ...(run.dry ? { erased: sql`${retentionRuns.erased} + ${due.length}` } : {}),
      cursor: JSON.stringify(next(ctx, run.cursor, taken, run.dry ? due : [], end)),
      finishedAt: end && run.cursor.index === 'secret' ? ctx.now : null,
    })
    // Whoever took the same step at the same time has counted it.
    .where(and(eq(retentionRuns.id, id), eq(retentionRuns.cursor, JSON.stringify(run.cursor))))
    .returning({ finishedAt: retentionRuns.finishedAt });
  return moved?.finishedAt === null;
}

function next(
  { regency }: Ctx,
  cursor: Cursor,
  taken: readonly Seen[],
  counted: readonly Seen[],
  end: boolean,
): Cursor {
  const counts = { ...cursor.counts };
  for (const { closedAt, kind } of counted) {
    const name = `${regency.calendar.localDate(closedAt).slice(0, 4)}:${kind}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  const oldest = Math.min(cursor.oldest ?? Number.MAX_SAFE_INTEGER, ...counted.map((one) => one.closedAt));
  const last = taken.at(-1);
  const at = end && cursor.index === 'plain' ? { index: 'secret' as const, at: 0, id: 0 } : cursor;
  return {
    ...cursor,
    ...(at === cursor ? { at: last?.closedAt ?? cursor.at, id: last?.id ?? cursor.id } : at),
    counts,
    oldest: counted.length > 0 ? oldest : cursor.oldest,
  };
}

/** Each is judged alone: one that moved meanwhile is left to the next run. */
async function eraseAll(ctx: Ctx, run: Run, due: readonly Seen[]): Promise<void> {
  const scope = run.rule as Scope;
  const plans: Plan<unknown>[] = [];
  for (const { id } of due) {
    const file = await loadCaseById(ctx.db, id);
    if (!file || file.row.closedAt === null) continue;
    const also: Statement[] = [
      ...(scope === 'content' ? await forgetElsewhere(ctx, id) : []),
      ctx.db
        .update(retentionRuns)
        .set({ erased: sql`${retentionRuns.erased} + 1` })
        .where(eq(retentionRuns.id, run.id)),
    ];
    try {
      plans.push(await planErase(ctx, file, { scope, why: 'retention', also }));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  const failed = (await commit(ctx.db, plans)).find((one) => !one.ok && !isMoved(one.constraint));
  if (!failed || failed.ok) return;
  forgetRegency();
  throw failed.error;
}

/** Somebody else has done something to the case since it was read. */
const isMoved = (constraint: string | null) => constraint?.startsWith('history.') === true;

/**
 * The next cases in the order of their closing; rows read: the page, with what each of them has. What is merged waits for
 * the case it follows, and announced work for its day: until then somebody has to be told.
 */
function readPage(db: Db, { rule, before, cursor }: Run): Promise<Seen[]> {
  const some: Record<Scope, SQL> = {
    contact: sql`exists (select 1 from contacts where case_id = c.id)`,
    content: sql`c.erased_at is null`,
  };
  const over = sql`(c.state <> 'merged' or c.parent_id is null or p.closed_at < ${before})
    and not exists (select 1 from clocks where subject = 'case' and subject_id = c.id and clock = 'scheduled' and stopped_at is null)`;
  const berkadar = cursor.index === 'plain' ? sql`c.berkadar = 0` : sql`c.berkadar = 1`;
  return db.all<Seen>(sql`
    select c.id, c.closed_at as closedAt, c.received_at as receivedAt, c.kind,
      (${some[rule as Scope]} and ${over}) as due
    from cases c left join cases p on p.id = c.parent_id
    where c.closed_at is not null and ${berkadar} and c.closed_at >= ${cursor.from} and c.closed_at < ${before}
      and (c.closed_at, c.id) > (${cursor.at}, ${cursor.id})
    order by c.closed_at, c.id limit ${LOOK}`);
}
