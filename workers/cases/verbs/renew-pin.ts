import * as z from 'zod';
import { planChange } from '../change.ts';
import type { CaseVerb } from '../run.ts';

const input = z.strictObject({});

/** A new PIN counts from now on, the old one no more. The caller has proved the e-mail address. */
export const renewPin: CaseVerb<typeof input> = {
  name: 'renew_pin',
  action: 'reporter',
  input,
  plan: (ctx, file) =>
    planChange(ctx, file, {
      verb: 'renew_pin',
      visibility: 'reporter',
      set: { pinVersion: file.row.pinVersion + 1 },
    }),
};
