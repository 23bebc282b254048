import * as z from 'zod';
import { officeKinds } from '../../regency/offices.ts';
import { planChange } from '../change.ts';
import { dueOf, officeClocks, pauseClocks, startClocks, stopClocks } from '../due.ts';
import type { CaseVerb } from '../run.ts';
import { officeCode, officialText, requireOffice } from './input.ts';

const input = z.strictObject({
  reason: officialText,
  /** "Not ours" needs a receiver. */
  suggestion: officeCode,
});

/**
 * The office gives the case back; its clocks pause until the administrator has decided. Meanwhile it is unassigned, and
 * the administrator's own clock runs: nobody's case is forgotten between two offices.
 */
export const returnCase: CaseVerb<typeof input> = {
  name: 'return',
  action: 'return',
  input,
  async plan(ctx, file, { reason, suggestion }) {
    const { row } = file;
    const due = dueOf(ctx, 'verify', row);
    requireOffice(ctx.regency, suggestion, officeKinds, '/suggestion');
    return planChange(ctx, file, {
      verb: 'return',
      visibility: 'reporter',
      facts: { suggestion, from: row.office },
      words: { reason },
      set: { holder: '@admin', holderSince: ctx.now, nextDueAt: due.dueAt },
      also: [
        stopClocks(ctx, row.id, ['return']),
        pauseClocks(ctx, row.id, officeClocks),
        startClocks(ctx, row.id, row.version + 1, [due]),
      ],
      notices: [{ template: 'staff-returned', recipient: 'holder:@admin' }],
    });
  },
};
