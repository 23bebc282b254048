import * as z from 'zod';
import { planChange } from '../change.ts';
import { stopClocks } from '../due.ts';
import type { CaseVerb } from '../run.ts';

const input = z.strictObject({});

/** The reporter confirms the answer: settled. */
export const confirm: CaseVerb<typeof input> = {
  name: 'confirm',
  action: 'reporter',
  input,
  plan: (ctx, file) =>
    planChange(ctx, file, {
      verb: 'confirm',
      visibility: 'reporter',
      // Work that was announced for a date keeps its clock.
      also: [
        stopClocks(ctx, file.row.id, [
          'reporter',
          'settle',
          'first_answer',
          'next_step',
          'return',
          'promise',
        ]),
      ],
    }),
};
