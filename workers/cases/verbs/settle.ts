/** By time alone: ten working days after the answer without a word from the reporter (domain.md sections 3 and 4). */
import type { Plan } from '../../platform/db.ts';
import { type Done, planChange } from '../change.ts';
import type { Ctx } from '../context.ts';
import { stopClocksBut } from '../due.ts';
import type { CaseFile } from '../load.ts';

/** Settles it. Work that was announced for a date keeps its clock. */
export function planSettle(ctx: Ctx, file: CaseFile): Promise<Plan<Done>> {
  return planChange(ctx, file, {
    verb: 'settle',
    visibility: 'reporter',
    also: [stopClocksBut(ctx, file.row.id, ['scheduled'])],
    notices: [{ template: 'settled', recipient: 'reporter' }],
  });
}
