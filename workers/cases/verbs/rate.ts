import * as z from 'zod';
import { planChange } from '../change.ts';
import type { CaseVerb } from '../run.ts';

const input = z.strictObject({
  /** SKM's four labels, 1 = tidak baik … 4 = sangat baik (U9). */
  score: z.coerce.number().int().min(1).max(4),
  text: z
    .string()
    .trim()
    .max(2000)
    .optional()
    .transform((value) => value || undefined),
});

/** The reporter rates how the complaint was handled. */
export const rate: CaseVerb<typeof input> = {
  name: 'rate',
  action: 'reporter',
  input,
  plan: (ctx, file, { score, text }) =>
    planChange(ctx, file, {
      verb: 'rate',
      visibility: 'reporter',
      facts: { score },
      words: { text },
      set: { rating: score },
    }),
};
