/**
 * The consumer that fires due clocks. A message names up to 100 of what they stand for and is a hint: what is due stands in the clocks'
 * rows, so a message that comes twice finds nothing the second time.
 */

import { sendHint } from '../../messaging/queues.ts';
import { commit, constraintOf, type Plan } from '../../platform/db.ts';
import { errorName, log } from '../../platform/log.ts';
import { forgetRegency } from '../../regency/snapshot.ts';
import { allStaff } from '../../regency/staff.ts';
import { jobContext } from '../http.ts';
import type { Hint } from '../queue.ts';
import { type Fired, planDue } from './plan.ts';
import { type DueFile, readDue, type Subject } from './queries.ts';

/**
 * Statements planned in one invocation. When a batch aborts each plan runs alone, so they may count twice; D1 allows
 * 1,000 (design.md, journey 3).
 */
const MOST = 400;

export async function consumeClocks(batch: MessageBatch<Hint>, env: Env): Promise<void> {
  for (const message of batch.messages) {
    const hints = hintsIn(message.body);
    try {
      // A poisoned message names nothing; retrying leads it to the dead letters, where a person sees it.
      if (hints.length === 0) throw new Error('no clock');
      await sendHint(env, 'clocks', await fireClocks(env, hints));
      message.ack();
    } catch (error) {
      log('warn', { event: 'clocks_failed', count: hints.length, error: errorName(error) });
      message.retry({ delaySeconds: Math.min(300, 2 ** message.attempts) });
    }
  }
}

/** What a clock stands for, in a hint of this queue: "case:12". */
export const clockHint = (of: { subject: string; id: number }): string => `${of.subject}:${of.id}`;

const HINT = /^(case|action):(\d{1,16})$/;

/**
 * Fires what is due of these, at most 100.
 * @returns hints at what did not fit into this invocation
 * @throws when D1 does not answer
 */
export async function fireClocks(env: Env, hints: readonly string[]): Promise<string[]> {
  const ctx = await jobContext(env, 'job:clock');
  const found = await readDue(
    ctx.db,
    { case: idsOf(hints, 'case'), action: idsOf(hints, 'action') },
    ctx.now,
  );
  if (found.length === 0) return [];
  const people = await allStaff(ctx.db, ctx.now);
  const plans: Plan<Fired>[] = [];
  const left: string[] = [];
  let statements = 0;
  for (const file of found) {
    if (statements >= MOST) {
      left.push(clockHint({ subject: file.subject, id: file.row.id }));
      continue;
    }
    for (const plan of await plansOf(ctx, file, people)) {
      plans.push(plan);
      statements += plan.statements.length;
    }
  }
  const outcomes = await commit(ctx.db, plans);
  const deliveries = outcomes.flatMap((outcome) => (outcome.ok ? outcome.result.deliveries : []));
  await sendHint(env, 'delivery', deliveries);
  for (const outcome of outcomes) {
    if (outcome.ok) continue;
    // Told by another invocation, or moved by a person meanwhile: the next sweep looks again.
    if (constraintOf(outcome.error)?.endsWith('settings')) forgetRegency();
    log('warn', { event: 'clock_not_committed', error: errorName(outcome.error) });
  }
  return left;
}

async function plansOf(
  ctx: Awaited<ReturnType<typeof jobContext>>,
  file: DueFile,
  people: Awaited<ReturnType<typeof allStaff>>,
): Promise<Plan<Fired>[]> {
  const plans: Plan<Fired>[] = [];
  for (const { clock, told } of file.due) {
    try {
      plans.push(await planDue(ctx, file, clock, told, people));
    } catch (error) {
      // One clock that cannot be planned holds up no other.
      log('error', {
        event: 'clock_plan_failed',
        ...(file.subject === 'case' ? { caseId: file.row.id } : {}),
        kind: clock.clock,
        error: errorName(error),
      });
    }
  }
  return plans;
}

function hintsIn(body: Hint | null | undefined): string[] {
  if (!Array.isArray(body?.ids)) return [];
  return body.ids.filter((id): id is string => typeof id === 'string' && HINT.test(id));
}

const idsOf = (hints: readonly string[], subject: Subject): number[] =>
  hints.flatMap((hint) => {
    const [, of, id] = HINT.exec(hint) ?? [];
    return of === subject ? [Number(id)] : [];
  });
