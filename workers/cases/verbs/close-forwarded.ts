import * as z from 'zod';
import { planChange } from '../change.ts';
import { stopClocks } from '../due.ts';
import type { CaseVerb } from '../run.ts';
import { officialText } from './input.ts';

const input = z.strictObject({
  /** The outside institution answered, or the reporter was shown the way to it. */
  result: z.enum(['dijawab_instansi_lain', 'pelapor_diarahkan']),
  text: officialText,
});

/** Closes a forwarded case with what the outside institution did (domain.md section 4). */
export const closeForwarded: CaseVerb<typeof input> = {
  name: 'close_forwarded',
  action: 'close_forwarded',
  input,
  async plan(ctx, file, { result, text }) {
    return planChange(ctx, file, {
      verb: 'close_forwarded',
      visibility: 'reporter',
      facts: { result },
      words: { text },
      set: { outcome: result },
      also: [stopClocks(ctx, file.row.id)],
      notices: [{ template: 'settled', recipient: 'reporter' }],
    });
  },
};
