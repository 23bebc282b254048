import * as z from 'zod';
import { AppError } from '../../platform/problem.ts';
import { ownKinds } from '../../regency/offices.ts';
import { planChange } from '../change.ts';
import { planDisposition } from '../disposition.ts';
import { nextDuty, resumeClocks, stopClocks } from '../due.ts';
import type { CaseVerb } from '../run.ts';
import { officeCode, optionalText, requireOffice } from './input.ts';

const input = z.strictObject({
  /** The new office; the same one means the return is refused. */
  office: officeCode,
  note: optionalText,
});

/** The administrator decides a return: a new disposition, or back to the same office, whose clocks run on. */
export const decideReturn: CaseVerb<typeof input> = {
  name: 'decide_return',
  action: 'decide_return',
  input,
  async plan(ctx, file, { office, note }) {
    const { row } = file;
    requireOffice(ctx.regency, office, ownKinds);
    if (row.state !== 'returned') throw new AppError('conflict', { detail: 'not_now' });
    if (office !== row.office) {
      return planDisposition(ctx, file, {
        verb: 'decide_return',
        office,
        copies: file.copies.filter((copy) => copy !== office),
        urgent: row.urgent,
        facts: { accepted: true },
        words: { note },
      });
    }
    return planChange(ctx, file, {
      verb: 'decide_return',
      visibility: 'reporter',
      facts: { accepted: false, office },
      words: { note },
      set: {
        holder: office,
        holderSince: ctx.now,
        nextDueAt: nextDuty(
          ctx,
          file.running.filter((clock) => clock.clock !== 'verify'),
          row.nextDueAt,
        ),
      },
      also: [stopClocks(ctx, row.id, ['verify']), ...resumeClocks(ctx, row.id, file.running)],
      notices: [{ template: 'staff-disposed', recipient: `office:${office}` }],
    });
  },
};
