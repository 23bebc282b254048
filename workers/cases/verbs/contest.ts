import * as z from 'zod';
import { secretHolder } from '../../../shared/permissions/index.ts';
import { AppError } from '../../platform/problem.ts';
import { allStaff } from '../accused.ts';
import { planChange } from '../change.ts';
import { contestEnd, dueOf, startClocks, stopClocks } from '../due.ts';
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
    const end = contestEnd(ctx.regency, row);
    if (end === null || ctx.now > end) {
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
      set: { holder, holderSince: ctx.now, nextDueAt: due.dueAt, closedAt: null },
      also: [
        stopClocks(ctx, row.id),
        startClocks(ctx, row.id, row.version + 1, [
          due,
          // It gets no new disposition, so its new settle clock starts here.
          ...(row.berkadar ? [dueOf(ctx, 'settle', row)] : []),
        ]),
      ],
      notices: [
        { template: 'staff-contested', recipient: `holder:${holder}` },
        { template: 'reopened', recipient: 'reporter' },
      ],
    });
  },
};
