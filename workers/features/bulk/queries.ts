/** What the desk asks of bulk actions: a preview, its start, its end, and what became of it. */
import type { Ctx } from '../../cases/context.ts';
import { jobHint } from '../../messaging/long-job.ts';
import { AppError } from '../../platform/problem.ts';
import { closeJob } from './jobs.ts';
import { BULK_MOST, type BulkVerb, rehearseAll } from './judge.ts';
import { type BulkJob, insertJob, moveJob, readItems, readJob } from './store.ts';

export { BULK_MOST, type BulkVerb, bulkVerbs, bulkVerbsOf, readFiles } from './judge.ts';
export {
  type BulkItem,
  type BulkJob,
  type BulkStatus,
  type Counts,
  countItems,
  type JobLine,
  listJobs,
  readItems,
  readJob,
} from './store.ts';

/**
 * Rehearses a verb on cases for the person of the context and keeps what would happen to each.
 * @param ids in order, each once
 * @returns its id
 * @throws AppError invalid for an input that is wrong for every case, or when no case is left
 */
export async function createJob(
  ctx: Ctx,
  verb: BulkVerb,
  input: Record<string, unknown>,
  ids: readonly number[],
): Promise<number> {
  if (ctx.staff === null) throw new AppError('unauthenticated');
  if (ids.length > BULK_MOST)
    throw new AppError('invalid', {
      fields: [{ pointer: '/cases', message: 'field.bulk_most', values: { max: BULK_MOST } }],
    });
  const judged = await rehearseAll(ctx, verb, input, ids);
  if (judged.length === 0)
    throw new AppError('invalid', { fields: [{ pointer: '/cases', message: 'field.bulk_none' }] });
  const items = judged.map(({ file, reason }) => ({
    caseId: file.row.id,
    version: file.row.version,
    reason,
  }));
  const job = { verb, actor: ctx.actor, input, staffId: ctx.staff.id, items };
  return insertJob(ctx.db, ctx.keys, job, ctx.now);
}

/** Begins a job that was only looked at; pressed twice it runs once. */
export async function startJob(ctx: Ctx, job: BulkJob): Promise<void> {
  await moveJob(ctx.db, job.id, 'preview', { status: 'running', startedAt: ctx.now });
  const now = await readJob(ctx.db, ctx.keys, job.id, job.staffId);
  if (now?.status === 'running') ctx.hint('jobs', [jobHint('bulk', job.id)]);
}

/** Ends a job that runs: the step that is being taken is finished, what waits stays as it is. */
export async function stopJob(ctx: Ctx, env: Env, job: BulkJob): Promise<void> {
  if (job.status === 'running') await closeJob(ctx, env, job, 'stopped');
}

/** The same once more for what was refused or not come to, as a new preview. @throws AppError invalid when nothing is */
export async function repeatJob(ctx: Ctx, job: BulkJob): Promise<number> {
  const items = await readItems(ctx.db, job.id, { limit: BULK_MOST });
  const left = items.filter(({ status }) => status !== 'done').map(({ caseId }) => caseId);
  return createJob(ctx, job.verb, job.input, left);
}
