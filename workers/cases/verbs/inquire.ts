/** By time alone: an institution outside the regency has not answered for ten working days (domain.md section 3). */
import type { Plan } from '../../platform/db.ts';
import { type Done, planChange } from '../change.ts';
import type { Ctx } from '../context.ts';
import { dueOf, startClocks, stopClocks } from '../due.ts';
import type { CaseFile } from '../load.ts';

/** Bids the administrator ask for the result, tells the reporter so, and waits as long again. */
export function planInquire(ctx: Ctx, file: CaseFile): Promise<Plan<Done>> {
  const { row } = file;
  const due = dueOf(ctx, 'forwarded', row);
  return planChange(ctx, file, {
    verb: 'inquire',
    visibility: 'reporter',
    facts: { outside: row.outside },
    set: { nextDueAt: due.dueAt },
    also: [stopClocks(ctx, row.id, ['forwarded']), startClocks(ctx, row.id, row.version + 1, [due])],
    notices: [
      { template: 'staff-forwarded-pending', recipient: 'holder:@admin' },
      { template: 'forwarded-pending', recipient: 'reporter' },
    ],
  });
}
