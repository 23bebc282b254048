import * as z from 'zod';
import { planChange } from '../change.ts';
import { dueOf, startClocks, stopClocks } from '../due.ts';
import type { CaseVerb } from '../run.ts';
import { auditChecks, decide } from './audit.ts';
import { longText } from './input.ts';

const input = z.strictObject({ ...auditChecks, reason: longText });

/**
 * Inspektorat finds a fault in a closed case that was drawn: it is open again, as if it had been contested, and counts
 * as a finding. The reason is for the desk; the reporter is told that it is open again.
 */
export const findFault: CaseVerb<typeof input> = {
  name: 'find_fault',
  action: 'find_fault',
  input,
  plan(ctx, file, { reason, ...checks }) {
    const { row } = file;
    const due = dueOf(ctx, 'verify', row);
    return planChange(ctx, file, {
      verb: 'find_fault',
      visibility: 'reporter',
      facts: checks,
      words: { reason },
      set: { holder: '@admin', holderSince: ctx.now, nextDueAt: due.dueAt, spam: false, outcome: null },
      also: [
        decide(ctx, row.id, 'finding'),
        stopClocks(ctx, row.id),
        startClocks(ctx, row.id, row.version + 1, [due]),
      ],
      notices: [
        { template: 'staff-audit-finding', recipient: 'holder:@admin' },
        { template: 'reopened', recipient: 'reporter' },
      ],
    });
  },
};
