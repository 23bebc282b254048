/**
 * Which long work there is. Each step is an invocation of its own, and the next one a message of its own; a lost message
 * costs a minute, because the sweep begins every unfinished job again where it was.
 */
import { JOB_HINT, jobHint, type LongJob } from '../messaging/long-job.ts';
import { sendHint } from '../messaging/queues.ts';
import { type Db, openDb } from '../platform/db.ts';
import { errorName, log } from '../platform/log.ts';
import { bulkJob } from './bulk/jobs.ts';
import { printJob } from './campaigns/print/jobs.ts';
import { rotationJob } from './care/keys-job.ts';
import { retentionJob } from './care/retention.ts';
import { packJob } from './evaluation/packs/jobs.ts';
import { suggestJob } from './routing/again.ts';
import { JOB_KIND as SUGGEST } from './routing/run.ts';
import { importJob } from './sp4n/jobs.ts';

const kinds = new Map<string, LongJob>([
  ['import', importJob],
  ['bulk', bulkJob],
  ['retention', retentionJob],
  [SUGGEST, suggestJob],
  ['keys', rotationJob],
  ['print', printJob],
  ['pack', packJob],
]);

/** Takes the next step of each job a message names. */
export async function consumeJobs(batch: MessageBatch<unknown>, env: Env): Promise<void> {
  for (const message of batch.messages) {
    const jobs = jobsOf(message.body);
    try {
      const more: string[] = [];
      for (const { kind, id, job } of jobs) if (await job.step(env, id)) more.push(jobHint(kind, id));
      await sendHint(env, 'jobs', more);
      // A poisoned message names no job; retrying leads it to the dead letters, where a person sees it.
      if (jobs.length > 0) message.ack();
      else message.retry();
    } catch (error) {
      log('warn', { event: 'job_step_failed', kind: jobs[0]?.kind, error: errorName(error) });
      message.retry({ delaySeconds: Math.min(300, 5 * 2 ** message.attempts) });
    }
  }
}

/** Hints at every unfinished job. */
export async function sweepJobs(env: Env): Promise<void> {
  const db = openDb(env.DB);
  for (const [kind, job] of kinds) {
    const ids = await job.unfinished(db);
    await sendHint(
      env,
      'jobs',
      ids.map((id) => jobHint(kind, id)),
    );
  }
}

/** How many jobs of each kind run; kinds without any are left out. */
export async function unfinishedJobs(db: Db): Promise<Record<string, number>> {
  const counts = await Promise.all(
    [...kinds].map(async ([kind, job]) => [kind, (await job.unfinished(db)).length] as const),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function jobsOf(body: unknown): { kind: string; id: number; job: LongJob }[] {
  const { ids } = (body ?? {}) as { ids?: unknown };
  return (Array.isArray(ids) ? ids : []).flatMap((name) => {
    const [, kind = '', id] = JOB_HINT.exec(String(name)) ?? [];
    const job = kinds.get(kind);
    return job ? [{ kind, id: Number(id), job }] : [];
  });
}
