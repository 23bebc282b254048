import { and, eq, isNull, or } from 'drizzle-orm';
import * as z from 'zod';
import { formatDateTime } from '../../../shared/text.ts';
import { outbox } from '../../messaging/outbox.ts';
import { HOUR } from '../../platform/clock.ts';
import type { Statement } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import { sealReason } from '../../privacy/erasure-words.ts';
import { erasureRequests } from '../../privacy/table.ts';
import { leaveAt, planChange } from '../change.ts';
import type { Ctx } from '../context.ts';
import type { CaseFile } from '../load.ts';
import type { CaseVerb } from '../run.ts';
import { eraseContact, recordErasure } from './erase.ts';
import { optionalText } from './input.ts';

/** By when the data-protection officer answers (UU 27/2022): hours of the calendar, not of the office. */
export const ANSWER_WITHIN = 3 * 24 * HOUR;

const input = z.strictObject({
  reason: optionalText,
  /** Name and contact go at once; nobody has to decide about them. */
  contactNow: z.boolean().default(false),
});

/**
 * The reporter asks that everything of the report is erased. What was written to decide about it stands sealed in the
 * request, where only the data-protection officer reads it.
 */
export const requestErasure: CaseVerb<typeof input> = {
  name: 'request_erasure',
  action: 'reporter',
  input,
  async plan(ctx, file, { reason, contactNow }) {
    const { id } = file.row;
    const pending = and(
      eq(erasureRequests.caseId, id),
      or(
        isNull(erasureRequests.decidedAt),
        and(eq(erasureRequests.decision, 'granted'), isNull(erasureRequests.doneAt)),
      ),
    );
    const asked = await ctx.db
      .select({ id: erasureRequests.id })
      .from(erasureRequests)
      .where(pending)
      .limit(1);
    if (asked.length > 0) throw new AppError('conflict', { detail: 'asked_already' });
    const dueAt = ctx.now + ANSWER_WITHIN;
    return planChange(ctx, file, {
      verb: 'request_erasure',
      visibility: 'reporter',
      facts: { dueAt, contactNow },
      also: [
        ...tellOfficer(ctx, file, dueAt),
        ctx.db.insert(erasureRequests).values({
          caseId: id,
          scope: 'content',
          reason: await sealReason(ctx.keys, 'reason', { caseId: id, askedAt: ctx.now }, reason),
          askedAt: ctx.now,
          dueAt,
        }),
        ...(contactNow ? [...eraseContact(ctx, id), recordErasure(ctx, id, 'contact', 'reporter')] : []),
      ],
    });
  },
};

/** Says that there is a request, and of which case to nobody: the officer has no standing there. */
function tellOfficer(ctx: Ctx, { row }: CaseFile, dueAt: number): Statement[] {
  const template = 'staff-erasure-asked';
  const recipient = 'holder:@dpo';
  return outbox(ctx.db, [
    {
      id: `erasure:${row.id}-${row.version + 1}:${template}:${recipient}`,
      caseId: null,
      template,
      recipient,
      values: { due: formatDateTime(dueAt, ctx.regency.about.timeZone) },
      nextAt: leaveAt(ctx.regency, template, false, ctx.now),
      createdAt: ctx.now,
    },
  ]);
}
