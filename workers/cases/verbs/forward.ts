import * as z from 'zod';
import { planChange } from '../change.ts';
import { dueOf, startClocks, stopClocks } from '../due.ts';
import type { CaseVerb } from '../run.ts';
import { officeCode, officialText, requireOffice } from './input.ts';

const input = z.strictObject({
  /** Receiving institution outside the regency. */
  office: officeCode,
  /** What the reporter is told: who answers, and how to reach them. */
  text: officialText,
});

/** Forwards to an institution outside the regency; Kanal asks after ten working days. */
export const forward: CaseVerb<typeof input> = {
  name: 'forward',
  action: 'forward',
  input,
  async plan(ctx, file, { office, text }) {
    const { row } = file;
    requireOffice(ctx.regency, office, ['luar']);
    const due = dueOf(ctx, 'forwarded', row);
    return planChange(ctx, file, {
      verb: 'forward',
      visibility: 'reporter',
      facts: { outside: office },
      words: { text },
      set: {
        outside: office,
        holder: '@admin',
        holderSince: ctx.now,
        nextDueAt: due.dueAt,
        routedAt: row.routedAt ?? ctx.now,
      },
      also: [stopClocks(ctx, row.id), startClocks(ctx, row.id, row.version + 1, [due])],
      notices: [{ template: 'forwarded', recipient: 'reporter' }],
    });
  },
};
