import * as z from 'zod';
import { limits } from '../../../shared/contract/complaint.ts';
import { caseKinds } from '../../../shared/lifecycle/states.ts';
import { AppError } from '../../platform/problem.ts';
import { open, seal } from '../../privacy/seal.ts';
import { planChange } from '../change.ts';
import type { CaseVerb } from '../run.ts';
import { titlePlace } from '../timeline.ts';

const input = z.strictObject({
  /** Empty = as it is. */
  kind: z
    .enum([...caseKinds, ''])
    .optional()
    .transform((value) => value || undefined),
  title: z
    .string()
    .trim()
    .max(limits.titleMax)
    .optional()
    .transform((value) => value || undefined),
  category: z
    .string()
    .trim()
    .max(60)
    .optional()
    .transform((value) => value || undefined),
  urgent: z.boolean().optional(),
  confidential: z.boolean().optional(),
});

/**
 * Verifies: corrects class, category and title, marks urgency. Confidentiality can be added, never taken away. The settle
 * clock starts with a disposition and so goes by the class of then; the promise stays as the receipt told it, because
 * only a completeness pause moves it (domain.md section 3).
 */
export const verify: CaseVerb<typeof input> = {
  name: 'verify',
  action: 'verify',
  input,
  async plan(ctx, file, { kind, title, category, urgent, confidential }) {
    if (category && !ctx.regency.categories.has(category)) {
      throw new AppError('invalid', { fields: [{ pointer: '/category', message: 'field.category' }] });
    }
    // Whoever writes a title has to have seen the one that it replaces.
    if (title !== undefined) await open(ctx.keys, titlePlace(file.row.id), file.row.title);
    const sealed = await seal(ctx.keys, titlePlace(file.row.id), title);
    return planChange(ctx, file, {
      verb: 'verify',
      visibility: 'desk',
      facts: {
        ...(kind && kind !== file.row.kind ? { kind, kindBefore: file.row.kind } : {}),
        category: category ?? file.row.category,
        urgent: urgent ?? file.row.urgent,
      },
      words: { title },
      set: {
        ...(kind ? { kind } : {}),
        ...(sealed ? { title: sealed } : {}),
        ...(category ? { category } : {}),
        urgent: urgent ?? file.row.urgent,
        confidential: file.row.confidential || confidential === true,
        holder: '@admin',
        routedAt: file.row.routedAt ?? ctx.now,
      },
    });
  },
};
