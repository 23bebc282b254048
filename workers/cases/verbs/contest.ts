import * as z from 'zod';
import { AppError } from '../../platform/problem.ts';
import { planChange } from '../change.ts';
import { clockDays, dueOf, startClock, stopClocks } from '../due.ts';
import type { CaseVerb } from '../run.ts';
import { longText } from './input.ts';

const input = z.strictObject({ reason: longText });

/** The reporter contests, at most ten working days after the answer; somebody else than the answerer decides. */
export const contest: CaseVerb<typeof input> = {
  name: 'contest',
  action: 'reporter',
  input,
  async plan(ctx, file, { reason }) {
    const { row } = file;
    const { calendar } = ctx.regency;
    const days = clockDays(ctx.regency, 'reporter', row, calendar.localDate(ctx.now));
    if (row.answeredAt === null || ctx.now > calendar.addWorkingDays(row.answeredAt, days)) {
      throw new AppError('conflict', { detail: 'contest_over' });
    }
    const due = dueOf(ctx, 'verify', row);
    // A secret case stays with its secret holder; everything else goes to the administrator.
    const holder = row.berkadar ? row.holder : '@admin';
    return planChange(ctx, file, {
      verb: 'contest',
      visibility: 'reporter',
      words: { reason },
      set: { holder, holderSince: ctx.now, nextDueAt: due, closedAt: null },
      also: [stopClocks(ctx, row.id), startClock(ctx, row.id, row.version + 1, 'verify', due)],
      notices: [
        { template: 'staff-contested', recipient: `holder:${holder}` },
        { template: 'reopened', recipient: 'reporter' },
      ],
    });
  },
};
