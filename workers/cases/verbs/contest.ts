import * as z from 'zod';
import { secretHolder } from '../../../shared/permissions/index.ts';
import { AppError } from '../../platform/problem.ts';
import { allStaff } from '../accused.ts';
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
    // A secret case stays secret, but not with the one who answered; everything else goes to the administrator.
    const shutOut = [...file.accused, ...(row.answeredBy ? [row.answeredBy] : [])];
    const holder = row.berkadar ? secretHolder('inspect', shutOut, await allStaff(ctx.db)) : '@admin';
    return planChange(ctx, file, {
      verb: 'contest',
      visibility: 'reporter',
      words: { reason },
      set: { holder, holderSince: ctx.now, nextDueAt: due, closedAt: null },
      also: [
        stopClocks(ctx, row.id),
        startClock(ctx, row.id, row.version + 1, 'verify', due),
        // It gets no new disposition, so its new settle clock starts here.
        ...(row.berkadar
          ? [startClock(ctx, row.id, row.version + 1, 'settle', dueOf(ctx, 'settle', row))]
          : []),
      ],
      notices: [
        { template: 'staff-contested', recipient: `holder:${holder}` },
        { template: 'reopened', recipient: 'reporter' },
      ],
    });
  },
};
