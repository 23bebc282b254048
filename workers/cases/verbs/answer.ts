import * as z from 'zod';
import { outcomes } from '../../../shared/lifecycle/states.ts';
import { AppError, type FieldProblem } from '../../platform/problem.ts';
import { claim } from '../attachments/claim.ts';
import { planChange } from '../change.ts';
import { dueOf, dueOn, startClocks, stopClocks } from '../due.ts';
import type { CaseVerb } from '../run.ts';
import { futureDate, longText, optionalText, uploadIds } from './input.ts';

const input = z.strictObject({
  outcome: z.enum(outcomes),
  text: longText,
  /** For physical work: photos of it. */
  photos: uploadIds,
  /** True when the outcome is work that can be photographed. */
  physical: z.boolean().optional(),
  /** dijadwalkan: when, and from which budget. */
  date: z
    .union([z.literal(''), z.iso.date()])
    .optional()
    .transform((value) => value || undefined),
  budget: optionalText,
});

/**
 * The final answer: an outcome, a text and, for physical work, a photo (domain.md section 4).
 * Only the reporter or ten working days settle the case afterwards.
 */
export const answer: CaseVerb<typeof input> = {
  name: 'answer',
  action: 'answer',
  input,
  async plan(ctx, file, given) {
    const { row } = file;
    const missing: FieldProblem[] = [];
    if (given.outcome === 'dijadwalkan' && !given.date)
      missing.push({ pointer: '/date', message: 'field.required' });
    if (given.outcome === 'dijadwalkan' && !given.budget)
      missing.push({ pointer: '/budget', message: 'field.required' });
    if (given.physical && given.outcome === 'dikerjakan' && given.photos.length === 0) {
      missing.push({ pointer: '/photos', message: 'field.photo_needed' });
    }
    if (missing.length > 0) throw new AppError('invalid', { fields: missing });
    const seq = row.version + 1;
    const reporterDue = dueOf(ctx, 'reporter', row);
    const scheduled =
      given.date && given.outcome === 'dijadwalkan' ? futureDate(ctx.regency, ctx.now, given.date) : null;
    return planChange(ctx, file, {
      verb: 'answer',
      visibility: 'reporter',
      facts: {
        outcome: given.outcome,
        date: scheduled === null ? null : (given.date ?? null),
        photos: given.photos.length,
      },
      words: { text: given.text, budget: scheduled === null ? undefined : given.budget },
      set: {
        outcome: given.outcome,
        answeredBy: ctx.staff ? `staff:${ctx.staff.id}` : ctx.actor,
        answeredAt: ctx.now,
        nextDueAt: reporterDue.dueAt,
      },
      also: [
        stopClocks(ctx, row.id),
        startClocks(ctx, row.id, seq, [
          reporterDue,
          ...(scheduled === null || !given.date ? [] : [dueOn(ctx, 'scheduled', given.date)]),
        ]),
        ...claim(ctx, row.id, seq, given.photos, true),
      ],
      notices: [{ template: 'answered', recipient: 'reporter' }],
    });
  },
};
