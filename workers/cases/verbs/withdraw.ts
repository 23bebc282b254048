import * as z from 'zod';
import { planChange } from '../change.ts';
import { stopClocks } from '../due.ts';
import { isExamined } from '../load.ts';
import { holderNotice } from '../notices.ts';
import type { CaseVerb } from '../run.ts';
import { optionalText } from './input.ts';

const input = z.strictObject({ reason: optionalText });

/** The reporter takes the complaint back: archived, history kept. */
export const withdraw: CaseVerb<typeof input> = {
  name: 'withdraw',
  action: 'reporter',
  input,
  plan: (ctx, file, { reason }) =>
    planChange(ctx, file, {
      verb: 'withdraw',
      visibility: 'reporter',
      facts: { category: 'dicabut_pelapor' },
      words: { reason },
      set: {
        outcome: 'dicabut_pelapor',
        routedAt: file.row.routedAt ?? ctx.now,
        // Nobody has looked whether it accuses somebody, and nobody will: it stays with those who may know.
        ...(isExamined(file.row) ? {} : { holder: '@verifier' }),
      },
      also: [stopClocks(ctx, file.row.id)],
      notices: file.row.holder === '@admin' ? [] : [holderNotice(file.row, 'staff-withdrawn')],
    }),
};
