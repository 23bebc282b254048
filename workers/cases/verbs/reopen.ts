import * as z from 'zod';
import { planChange } from '../change.ts';
import { dueOf, startClocks } from '../due.ts';
import type { CaseVerb } from '../run.ts';
import { longText } from './input.ts';

const input = z.strictObject({ reason: longText });

/** Takes an archived case out of the archive again: it waits for a disposition. */
export const reopen: CaseVerb<typeof input> = {
  name: 'reopen',
  action: 'reopen',
  input,
  async plan(ctx, file, { reason }) {
    const due = dueOf(ctx, 'verify', file.row);
    return planChange(ctx, file, {
      verb: 'reopen',
      visibility: 'reporter',
      words: { reason },
      set: { holder: '@admin', holderSince: ctx.now, nextDueAt: due.dueAt, spam: false, outcome: null },
      also: [startClocks(ctx, file.row.id, file.row.version + 1, [due])],
      notices: [{ template: 'reopened', recipient: 'reporter' }],
    });
  },
};
