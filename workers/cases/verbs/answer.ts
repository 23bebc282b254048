import { AppError } from '../../platform/problem.ts';
import { answerInput, planFinal, toldOf, warnedOf } from '../answering.ts';
import { needOf } from '../approval.ts';
import { attach } from '../attachments/claim.ts';
import type { CaseVerb } from '../run.ts';

/**
 * The final answer, sent at once. An office that wants approval answers so only where nobody else is there to give it.
 * Only the reporter or ten working days settle the case afterwards.
 */
export const answer: CaseVerb<typeof answerInput> = {
  name: 'answer',
  action: 'answer',
  input: answerInput,
  async plan(ctx, file, given) {
    const need = await needOf(ctx, file);
    if (need === 'colleague' || need === 'head')
      throw new AppError('forbidden', { detail: 'needs_approval' });
    const told = toldOf(ctx, given);
    const warned = await warnedOf(ctx, file, given);
    return planFinal(ctx, file, told, {
      facts: { ...warned, ...(need === 'alone' ? { unapproved: true } : {}) },
      also: await attach(ctx, file, given.photos),
    });
  },
};
