/** By time alone: ten working days after a completeness question without an answer (domain.md section 3). */
import type { Plan } from '../../platform/db.ts';
import { type Done, planChange } from '../change.ts';
import type { Ctx } from '../context.ts';
import { promiseAfterQuestion, stopClocks } from '../due.ts';
import type { CaseFile } from '../load.ts';

/** `outcome` of a case that was archived because nobody completed it; its reporter's answer opens it again. */
export const NOT_COMPLETED = 'tidak_dilengkapi';

/** Archives it; always re-openable, by answering the question. */
export function planExpire(ctx: Ctx, file: CaseFile): Promise<Plan<Done>> {
  return planChange(ctx, file, {
    verb: 'expire',
    visibility: 'reporter',
    facts: { category: NOT_COMPLETED },
    set: {
      outcome: NOT_COMPLETED,
      // Where an answer that comes later leads.
      resumeState: 'verified',
      dueAt: promiseAfterQuestion(ctx, file),
    },
    also: [stopClocks(ctx, file.row.id)],
    notices: [{ template: 'expired', recipient: 'reporter' }],
  });
}
