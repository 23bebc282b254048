import * as z from 'zod';
import { AppError } from '../../platform/problem.ts';
import { claim } from '../attachments/claim.ts';
import { planChange } from '../change.ts';
import { dueOf, nextDuty, promiseAfterQuestion, resumeClocks, startClocks, stopClocks } from '../due.ts';
import { holderNotice } from '../notices.ts';
import type { CaseVerb } from '../run.ts';
import { NOT_COMPLETED } from './expire.ts';
import { longText, uploadIds } from './input.ts';

const input = z.strictObject({ text: longText, photos: uploadIds });

/**
 * The reporter completes: clocks run on, and the promise moves by the working days of the pause. A report that was
 * archived for want of an answer is open again, and waits for a disposition.
 */
export const complete: CaseVerb<typeof input> = {
  name: 'complete',
  action: 'reporter',
  input,
  async plan(ctx, file, { text, photos }) {
    const { row, running } = file;
    const expired = row.state === 'archived';
    if (expired && row.outcome !== NOT_COMPLETED) throw new AppError('conflict', { detail: 'not_now' });
    const duties = running.filter((clock) => clock.clock !== 'completeness');
    const verify = dueOf(ctx, 'verify', row);
    const { calendar } = ctx.regency;
    return planChange(ctx, file, {
      verb: 'complete',
      visibility: 'reporter',
      words: { text },
      facts: { photos: photos.length },
      set: {
        resumeState: null,
        ...(expired
          ? {
              holder: '@admin',
              holderSince: ctx.now,
              outcome: null,
              nextDueAt: verify.dueAt,
              // Until it was archived the promise has moved already; the archive is the rest of the pause.
              dueAt: calendar.pauseShift(row.dueAt, row.closedAt ?? ctx.now, ctx.now),
            }
          : { nextDueAt: nextDuty(ctx, duties, row.nextDueAt), dueAt: promiseAfterQuestion(ctx, file) }),
      },
      also: [
        ...(expired
          ? [startClocks(ctx, row.id, row.version + 1, [verify])]
          : [stopClocks(ctx, row.id, ['completeness']), ...resumeClocks(ctx, row.id, duties)]),
        ...claim(ctx, row.id, row.version + 1, photos, !row.anonymous),
      ],
      notices: [
        holderNotice(
          expired ? { ...row, state: 'verified', holder: '@admin' } : row,
          'staff-reporter-replied',
        ),
      ],
    });
  },
};
