/**
 * Long work in steps, as a feature brings it from its `jobs.ts`. What has to be done stands in D1; the queue only carries
 * which job has a next step.
 */
import type { Db } from '../platform/db.ts';

export interface LongJob {
  /**
   * The next step of a job; one that is finished, stopped or unknown does nothing.
   * @returns whether there is more to do
   * @throws when something could not be written; the same step is taken again
   */
  step(env: Env, id: number): Promise<boolean>;
  /** Ids of jobs that run and are not finished; by an index, a few rows. */
  unfinished(db: Db): Promise<number[]>;
}

/** What the queue of jobs carries, e.g. "import:12". */
export const jobHint = (kind: string, id: number): string => `${kind}:${id}`;
export const JOB_HINT = /^([a-z]{1,20}):(\d{1,15})$/;
