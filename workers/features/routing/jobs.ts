/**
 * The consumer that finds the responsible office. Running it twice changes nothing: it reads unrouted cases only, and
 * history is the lock. A message is acknowledged once none of its cases is unrouted; what does not fit into an
 * invocation leaves as a message of its own.
 */
import { secretHolder } from '../../../shared/permissions/accusations.ts';
import type { Done } from '../../cases/change.ts';
import type { Ctx } from '../../cases/context.ts';
import { planHold } from '../../cases/hold.ts';
import type { CaseFile } from '../../cases/load.ts';
import { sendHint } from '../../messaging/queues.ts';
import { commit, constraintOf, openDb, type Plan } from '../../platform/db.ts';
import { errorName, log } from '../../platform/log.ts';
import { forgetRegency } from '../../regency/snapshot.ts';
import { allStaff } from '../../regency/staff.ts';
import { jobContext } from '../http.ts';
import type { Hint } from '../queue.ts';
import { planRouting } from './plan.ts';
import { readUnrouted, stillUnrouted } from './queries.ts';
import { rulesOf } from './rules.ts';

/**
 * Cases in one invocation. A plan has at most 12 statements, all of them run twice when the batch aborts, and an
 * invocation may use 1,000 (design.md, journey 3).
 */
const MOST = 40;

export async function consumeRouting(batch: MessageBatch<Hint>, env: Env): Promise<void> {
  const wanted = [...new Set(batch.messages.flatMap((message) => idsOf(message.body)))];
  const ids = wanted.slice(0, MOST);
  let undone: Set<number>;
  try {
    await routeCases(env, ids);
    undone = await stillUnrouted(openDb(env.DB), ids);
  } catch (error) {
    log('warn', { event: 'routing_failed', count: ids.length, error: errorName(error) });
    undone = new Set(ids);
  }
  await sendHint(env, 'routing', wanted.slice(MOST));
  for (const message of batch.messages) {
    // A poisoned message names no case; retrying leads it to the dead letters, where a person sees it.
    const ids = idsOf(message.body);
    if (ids.length > 0 && !ids.some((id) => undone.has(id))) message.ack();
    else message.retry({ delaySeconds: Math.min(300, 2 ** message.attempts) });
  }
}

/** Routes the unrouted among the given cases. @throws when D1 does not answer */
export async function routeCases(env: Env, ids: readonly number[]): Promise<void> {
  const ctx = await jobContext(env, 'job:routing');
  const { db, regency } = ctx;
  const rules = await rulesOf(db, regency);
  let staff: ReturnType<typeof allStaff> | null = null;
  const plans: Plan<Done>[] = [];
  const files = await readUnrouted(db, ids);
  for (const file of files) {
    try {
      plans.push(await planRouting(ctx, file, rules, () => (staff ??= allStaff(db, ctx.now))));
    } catch (error) {
      log('error', { event: 'routing_plan_failed', caseId: file.row.id, error: errorName(error) });
      // Nobody at the desk knows of it until it is read: one about somebody in office goes to the verifier unread.
      if (file.row.aboutOfficial && !file.row.freed) plans.push(await holdUnread(ctx, file));
    }
  }
  const outcomes = await commit(db, plans);
  const deliveries = outcomes.flatMap((outcome) => (outcome.ok ? outcome.result.deliveries : []));
  await sendHint(env, 'delivery', deliveries);
  // Now it is known whether it accuses somebody, so it may count at its placement.
  if (files.some(({ row }) => row.placement !== null)) await sendHint(env, 'counting', ['fold:placements']);
  for (const outcome of outcomes) {
    if (outcome.ok) continue;
    if (constraintOf(outcome.error) === 'cases.settings') forgetRegency();
    log('warn', { event: 'routing_not_committed', error: errorName(outcome.error) });
  }
}

async function holdUnread(ctx: Ctx, file: CaseFile): Promise<Plan<Done>> {
  const holder = secretHolder('verify', file.accused, await allStaff(ctx.db, ctx.now));
  return planHold(ctx, file, { holder, accused: [], facts: { outcome: 'held', rule: 'unread' }, set: {} });
}

function idsOf(body: Hint | null | undefined): number[] {
  return Array.isArray(body?.ids) ? body.ids.filter((id): id is number => Number.isSafeInteger(id)) : [];
}
