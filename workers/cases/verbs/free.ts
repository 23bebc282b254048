import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { planChange } from '../change.ts';
import { nextDuty, resumeClocks, stopClocks } from '../due.ts';
import type { CaseVerb } from '../run.ts';
import { SP4N_DESK } from '../sp4n.ts';
import { caseAccused } from '../table.ts';
import { longText } from './input.ts';

const input = z.strictObject({ reason: longText });

/**
 * The verifier finds no accusation: an ordinary case again, which the router looks at anew. One that was held after its
 * answer goes back to the reporter, whose window runs on.
 */
export const free: CaseVerb<typeof input> = {
  name: 'free',
  action: 'free',
  input,
  async plan(ctx, file, { reason }) {
    const { row, running } = file;
    const waiting = running.filter((clock) => clock.clock === 'reporter');
    const answered = row.resumeState === 'answered';
    // Its office may have ended while only the verifier knew of the case.
    const back = row.office && ctx.regency.offices.has(row.office) ? row.office : '@admin';
    return planChange(ctx, file, {
      verb: 'free',
      visibility: 'desk',
      words: { reason },
      set: {
        freed: true,
        berkadar: false,
        resumeState: null,
        holderSince: ctx.now,
        ...(row.importedAt !== null
          ? { holder: SP4N_DESK }
          : answered
            ? { holder: back, nextDueAt: nextDuty(ctx, waiting, row.nextDueAt) }
            : { holder: '@admin', routedAt: null, office: null }),
      },
      also: [
        // Nobody is accused any more, so nobody is shut out.
        ctx.db.delete(caseAccused).where(eq(caseAccused.caseId, row.id)),
        ...(answered ? [stopClocks(ctx, row.id, ['verify']), ...resumeClocks(ctx, row.id, waiting)] : []),
      ],
    });
  },
};
