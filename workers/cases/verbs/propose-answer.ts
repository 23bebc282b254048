import { AppError } from '../../platform/problem.ts';
import { answerInput, toldOf, warnedOf } from '../answering.ts';
import { needOf } from '../approval.ts';
import { attach } from '../attachments/claim.ts';
import { planChange } from '../change.ts';
import type { CaseVerb } from '../run.ts';

/**
 * An answer that waits for a colleague or the head. The reporter reads nothing of it, and every clock of the office runs
 * on. A new proposal takes the place of the one before, with its photos.
 */
export const proposeAnswer: CaseVerb<typeof answerInput> = {
  name: 'propose_answer',
  action: 'propose_answer',
  input: answerInput,
  async plan(ctx, file, given) {
    const need = await needOf(ctx, file);
    if (need === 'none' || need === 'alone') throw new AppError('conflict', { detail: 'no_approval' });
    const { facts, words } = toldOf(ctx, given);
    const warned = await warnedOf(ctx, file, given);
    return planChange(ctx, file, {
      verb: 'propose_answer',
      visibility: 'desk',
      facts: { ...facts, ...warned, approver: need },
      words,
      set: { proposalSeq: file.row.version + 1, proposedBy: ctx.actor },
      also: await attach(ctx, file, given.photos),
    });
  },
};
