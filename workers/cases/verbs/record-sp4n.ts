import * as z from 'zod';
import { planChange } from '../change.ts';
import type { CaseVerb } from '../run.ts';

const input = z.strictObject({
  number: z
    .string()
    .trim()
    .regex(/^\d{4,12}$/),
});

/** Keeps the number the case has in SP4N-LAPOR!, the national system. */
export const recordSp4n: CaseVerb<typeof input> = {
  name: 'record_sp4n',
  action: 'record_sp4n',
  input,
  plan: (ctx, file, { number }) =>
    planChange(ctx, file, {
      verb: 'record_sp4n',
      visibility: 'desk',
      facts: { number },
      set: { sp4n: number },
    }),
};
