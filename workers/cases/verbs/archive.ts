import * as z from 'zod';
import { planChange } from '../change.ts';
import { stopClocks } from '../due.ts';
import type { CaseVerb } from '../run.ts';
import { officialText } from './input.ts';

const input = z.strictObject({
  category: z.enum(['spam', 'terlalu_umum', 'bukan_urusan_pemerintah', 'lainnya']),
  /** Told to the reporter. */
  reason: officialText,
});

/** Archives with a reason; always re-openable. Spam stays marked and out of rates. */
export const archive: CaseVerb<typeof input> = {
  name: 'archive',
  action: 'archive',
  input,
  async plan(ctx, file, { category, reason }) {
    return planChange(ctx, file, {
      verb: 'archive',
      visibility: 'reporter',
      facts: { category },
      words: { reason },
      set: { spam: category === 'spam', routedAt: file.row.routedAt ?? ctx.now, outcome: category },
      also: [stopClocks(ctx, file.row.id)],
      notices: category === 'spam' ? [] : [{ template: 'archived', recipient: 'reporter' }],
    });
  },
};
