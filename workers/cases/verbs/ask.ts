import * as z from 'zod';
import { planChange } from '../change.ts';
import { dueOf, officeClocks, pauseClocks, startClocks } from '../due.ts';
import type { CaseVerb } from '../run.ts';
import { officialText } from './input.ts';

const input = z.strictObject({ question: officialText });

/** Asks the reporter to complete. The office's clocks and the promise pause until the answer. */
export const ask: CaseVerb<typeof input> = {
  name: 'ask',
  action: 'ask',
  input,
  async plan(ctx, file, { question }) {
    const { row } = file;
    const due = dueOf(ctx, 'completeness', row);
    return planChange(ctx, file, {
      verb: 'ask',
      visibility: 'reporter',
      words: { question },
      set: {
        resumeState: row.state === 'reopened' ? 'verified' : row.state,
        nextDueAt: due.dueAt,
        routedAt: row.routedAt ?? ctx.now,
      },
      also: [
        pauseClocks(ctx, row.id, ['verify', 'promise', ...officeClocks]),
        startClocks(ctx, row.id, row.version + 1, [due]),
      ],
      notices: [{ template: 'question', recipient: 'reporter' }],
    });
  },
};
