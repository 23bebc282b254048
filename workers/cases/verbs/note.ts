import * as z from 'zod';
import { planChange } from '../change.ts';
import type { CaseVerb } from '../run.ts';
import { longText } from './input.ts';

const input = z.strictObject({ text: longText });

/** An internal note. It restarts no clock and the reporter does not see it. */
export const note: CaseVerb<typeof input> = {
  name: 'note',
  action: 'note',
  input,
  plan: (ctx, file, { text }) => planChange(ctx, file, { verb: 'note', visibility: 'desk', words: { text } }),
};
