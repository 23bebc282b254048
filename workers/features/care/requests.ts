/** What becomes of a reporter's request for erasure: decided by the officer, carried out, and brought to mind in time. */
import { and, eq, isNull } from 'drizzle-orm';
import { formatDateTime } from '../../../shared/text.ts';
import type { Actor, Ctx } from '../../cases/context.ts';
import { loadCaseById } from '../../cases/load.ts';
import { carryOut, refusal } from '../../cases/run.ts';
import { planDecision } from '../../cases/verbs/decide-erasure.ts';
import { isOver, planErase } from '../../cases/verbs/erase.ts';
import { outbox } from '../../messaging/outbox.ts';
import { DAY } from '../../platform/clock.ts';
import { commit } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import { erasureRequests } from '../../privacy/table.ts';
import { allStaff } from '../../regency/staff.ts';
import { forgetElsewhere } from './erase.ts';
import { dueRequests, grantedRequests, readRequest } from './queries.ts';

/** How long before its due a request is brought to mind. */
const BEFORE = DAY;

/**
 * @param reason of a refusal; the reporter reads it
 * @throws AppError not_found, conflict when it was decided meanwhile, unavailable
 */
export async function decideRequest(
  ctx: Ctx,
  id: number,
  decision: { granted: boolean; reason: string | null },
): Promise<void> {
  const request = await readRequest(ctx.db, id);
  const file = request && (await loadCaseById(ctx.db, request.caseId));
  if (!request || !file) throw new AppError('not_found');
  if (request.decidedAt !== null) throw new AppError('conflict', { detail: 'decided_already' });
  const also = await forgetElsewhere(ctx, request.caseId);
  const { plan, outcome } = await carryOut(ctx, (now) => planDecision(now, file, request, decision, also));
  if (!outcome.ok) throw refusal(outcome.error);
  if (plan.result.deliveries.length > 0) ctx.hint('delivery', plan.result.deliveries);
}

/** Carries out what was granted while the case was open, now that it is over. */
export async function carryOutGranted(ctx: Ctx): Promise<void> {
  for (const { caseId, by } of await grantedRequests(ctx.db)) {
    const file = await loadCaseById(ctx.db, caseId);
    if (!file || !(await isOver(ctx, file))) continue;
    const acting = { ...ctx, actor: (by ?? ctx.actor) as Actor };
    const also = await forgetElsewhere(ctx, caseId);
    const [outcome] = await commit(ctx.db, [
      await planErase(acting, file, { scope: 'content', why: 'request', also }),
    ]);
    if (outcome && !outcome.ok) throw outcome.error;
  }
}

/** A mail to the officers, and to the administrators, a day before a decision is due. Once for each request. */
export async function remindOfRequests(ctx: Ctx): Promise<void> {
  const due = await dueRequests(ctx.db, ctx.now + BEFORE);
  if (due.length === 0) return;
  const people = (await allStaff(ctx.db, ctx.now)).filter(({ roles }) =>
    roles.some((role) => role === 'dpo' || role === 'admin'),
  );
  const template = 'staff-erasure-due';
  for (const { id, dueAt } of due) {
    const letters = people.map((person) => ({
      id: `erasure:${id}:${template}:staff:${person.id}`,
      caseId: null,
      template,
      recipient: `staff:${person.id}`,
      values: { due: formatDateTime(dueAt, ctx.regency.about.timeZone) },
      nextAt: ctx.regency.calendar.nextOfficeTime(ctx.now),
      createdAt: ctx.now,
    }));
    await ctx.db.batch([
      ctx.db
        .update(erasureRequests)
        .set({ remindedAt: ctx.now })
        .where(and(eq(erasureRequests.id, id), isNull(erasureRequests.remindedAt))),
      ...outbox(ctx.db, letters),
    ]);
  }
}
