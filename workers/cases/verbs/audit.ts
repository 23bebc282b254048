import { and, eq, isNull } from 'drizzle-orm';
import * as z from 'zod';
import type { Statement } from '../../platform/db.ts';
import { planChange } from '../change.ts';
import type { Ctx } from '../context.ts';
import type { CaseVerb } from '../run.ts';
import { auditedCases } from '../table.ts';
import { optionalText } from './input.ts';

/** What Inspektorat looks at, each a tick. */
export const auditChecks = {
  /** What was asked is answered. */
  answered: z.boolean().default(false),
  /** Physical work has a photo. */
  proof: z.boolean().default(false),
  /** The promise was kept. */
  timely: z.boolean().default(false),
  /** The reporter confirmed it. */
  confirmed: z.boolean().default(false),
};

const input = z.strictObject({ ...auditChecks, note: optionalText });

/** Inspektorat has looked at a closed case that was drawn, and finds it in order. It moves nothing. */
export const audit: CaseVerb<typeof input> = {
  name: 'audit',
  action: 'audit',
  input,
  plan: (ctx, file, { note, ...checks }) =>
    planChange(ctx, file, {
      verb: 'audit',
      visibility: 'desk',
      facts: checks,
      words: { note },
      also: [decide(ctx, file.row.id, 'in_order')],
    }),
};

/** Writes the result at the draw. Two inspectors at once: the case's history is the lock. */
export function decide(ctx: Ctx, caseId: number, result: 'in_order' | 'finding'): Statement {
  return ctx.db
    .update(auditedCases)
    .set({ result, decidedAt: ctx.now, decidedBy: ctx.actor })
    .where(and(eq(auditedCases.caseId, caseId), isNull(auditedCases.result)));
}
