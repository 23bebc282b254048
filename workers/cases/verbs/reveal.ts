import * as z from 'zod';
import { planChange } from '../change.ts';
import type { CaseVerb } from '../run.ts';
import { longText } from './input.ts';

const input = z.strictObject({ reason: longText });

/** Logs, with a reason, that somebody reads the reporter's identity. The caller reads it only after this is written. */
export const reveal: CaseVerb<typeof input> = {
  name: 'reveal',
  action: 'reveal',
  input,
  plan: (ctx, file, { reason }) =>
    planChange(ctx, file, { verb: 'reveal', visibility: 'desk', words: { reason } }),
};
