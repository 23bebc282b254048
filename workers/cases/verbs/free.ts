import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { planChange } from '../change.ts';
import type { CaseVerb } from '../run.ts';
import { caseAccused } from '../table.ts';
import { longText } from './input.ts';

const input = z.strictObject({ reason: longText });

/** The verifier finds no accusation: an ordinary case again, which the router looks at anew. */
export const free: CaseVerb<typeof input> = {
  name: 'free',
  action: 'free',
  input,
  async plan(ctx, file, { reason }) {
    return planChange(ctx, file, {
      verb: 'free',
      visibility: 'desk',
      words: { reason },
      set: {
        freed: true,
        berkadar: false,
        holder: '@admin',
        holderSince: ctx.now,
        routedAt: null,
        office: null,
      },
      // Nobody is accused any more, so nobody is shut out.
      also: [ctx.db.delete(caseAccused).where(eq(caseAccused.caseId, file.row.id))],
    });
  },
};
