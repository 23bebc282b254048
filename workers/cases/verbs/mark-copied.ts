import * as z from 'zod';
import { AppError } from '../../platform/problem.ts';
import { planChange } from '../change.ts';
import type { CaseVerb } from '../run.ts';
import { claimNumber, numbered, sp4nLink, sp4nNumber, toCopy } from '../sp4n.ts';

const input = z.strictObject({
  /** Needed until the case has one. */
  number: z
    .union([z.literal(''), sp4nNumber])
    .optional()
    .transform((value) => value || undefined),
  link: sp4nLink,
});

/**
 * Everything of the case that could be copied by hand now stands in SP4N-LAPOR!: the report, by its number, and the answer
 * it has. A later answer waits to be copied anew.
 */
export const markCopied: CaseVerb<typeof input> = {
  name: 'mark_copied',
  action: 'mark_copied',
  input,
  async plan(ctx, file, { number, link }) {
    const { row } = file;
    const what = toCopy(row);
    if (what === null) throw new AppError('conflict', { detail: 'not_now' });
    if (what === 'report' && number === undefined)
      throw new AppError('invalid', { fields: [{ pointer: '/number', message: 'field.required' }] });
    const kept = what === 'report' ? number : undefined;
    return planChange(ctx, file, {
      verb: 'mark_copied',
      visibility: 'desk',
      facts: { ...(kept ? { number: kept } : {}), answer: row.answeredAt !== null },
      set: {
        sp4nAnswerAt: row.answeredAt,
        ...(kept ? await numbered(ctx, file, kept, link) : {}),
      },
      also: kept ? await claimNumber(ctx, file, kept) : [],
    });
  },
};
