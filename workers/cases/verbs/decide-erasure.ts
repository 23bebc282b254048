/** The data-protection officer answers a reporter who asked for erasure, without having read the case. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Plan, Statement } from '../../platform/db.ts';
import { sealReason } from '../../privacy/erasure-words.ts';
import { erasureRequests } from '../../privacy/table.ts';
import { type Done, planChange } from '../change.ts';
import type { Ctx } from '../context.ts';
import type { CaseFile } from '../load.ts';
import { isOver, planErase } from './erase.ts';

export type Request = typeof erasureRequests.$inferSelect;

/**
 * Refused with a reason, or granted: then the content goes at once, or, of a case that is not over, when it is.
 * @param reason of a refusal
 * @param also for the batch of the erasure: other tables with something of the case
 */
export async function planDecision(
  ctx: Ctx,
  file: CaseFile,
  request: Request,
  decision: { granted: boolean; reason: string | null },
  also: Statement[],
): Promise<Plan<Done>> {
  const { granted, reason } = decision;
  const decided = decide(ctx, request, granted, await sealReason(ctx.keys, 'answer', request, reason));
  if (granted && (await isOver(ctx, file)))
    return planErase(ctx, file, { scope: 'content', why: 'request', also: [...decided, ...also] });
  return planChange(ctx, file, {
    verb: 'decide_erasure',
    visibility: 'reporter',
    facts: { granted },
    also: decided,
    notices: [{ template: 'erasure-decided', recipient: 'reporter' }],
  });
}

/** A request that somebody has decided meanwhile aborts the batch: `asked_at` may not be null. */
function decide(ctx: Ctx, request: Request, granted: boolean, answer: string | null): Statement[] {
  const { id } = request;
  return [
    ctx.db
      .update(erasureRequests)
      .set({ askedAt: sql`null` })
      .where(and(eq(erasureRequests.id, id), sql`${erasureRequests.decidedAt} is not null`)),
    ctx.db
      .update(erasureRequests)
      .set({
        decision: granted ? 'granted' : 'refused',
        answer,
        decidedAt: ctx.now,
        decidedBy: ctx.actor,
        doneAt: granted ? null : ctx.now,
      })
      .where(and(eq(erasureRequests.id, id), isNull(erasureRequests.decidedAt))),
  ];
}
