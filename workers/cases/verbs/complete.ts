import * as z from 'zod';
import { claim } from '../attachments/claim.ts';
import { planChange } from '../change.ts';
import { earliest, resumeClocks, shifted, stopClocks } from '../due.ts';
import { holderNotice } from '../notices.ts';
import type { CaseVerb } from '../run.ts';
import { longText, uploadIds } from './input.ts';

const input = z.strictObject({ text: longText, photos: uploadIds });

/** The reporter completes: clocks run on, and the promise moves by the working days of the pause. */
export const complete: CaseVerb<typeof input> = {
  name: 'complete',
  action: 'reporter',
  input,
  async plan(ctx, file, { text, photos }) {
    const { row, running } = file;
    const asked = running.find((clock) => clock.clock === 'completeness');
    const dues = running
      .filter((clock) => clock.clock !== 'completeness')
      .map((clock) => shifted(ctx, clock));
    return planChange(ctx, file, {
      verb: 'complete',
      visibility: 'reporter',
      words: { text },
      facts: { photos: photos.length },
      set: {
        resumeState: null,
        nextDueAt: earliest(dues, row.nextDueAt),
        dueAt: asked ? ctx.regency.calendar.pauseShift(row.dueAt, asked.startedAt, ctx.now) : row.dueAt,
      },
      also: [
        stopClocks(ctx, row.id, ['completeness']),
        ...resumeClocks(ctx, row.id, running),
        ...claim(ctx, row.id, row.version + 1, photos, !row.anonymous),
      ],
      notices: [holderNotice(row, 'staff-reporter-replied')],
    });
  },
};
