import * as z from 'zod';
import { AppError } from '../../platform/problem.ts';
import { ownKinds } from '../../regency/offices.ts';
import { planDisposition } from '../disposition.ts';
import type { CaseVerb } from '../run.ts';
import { officeCode, optionalText, requireOffice } from './input.ts';

const input = z.strictObject({
  office: officeCode,
  copies: z.array(officeCode).max(10).default([]),
  urgent: z.boolean().optional(),
  note: optionalText,
});

/** Disposes to a lead office, with others in copy. An anonim case has to be released first. */
export const dispose: CaseVerb<typeof input> = {
  name: 'dispose',
  action: 'dispose',
  input,
  async plan(ctx, file, { office, copies, urgent, note }) {
    requireOffice(ctx.regency, office, ownKinds);
    for (const [index, copy] of copies.entries())
      requireOffice(ctx.regency, copy, ownKinds, `/copies/${index}`);
    if (file.row.anonymous && file.row.releasedAt === null)
      throw new AppError('conflict', { detail: 'release_first' });
    return planDisposition(ctx, file, {
      verb: 'dispose',
      office,
      copies: copies.filter((copy) => copy !== office),
      urgent: urgent ?? file.row.urgent,
      words: { note },
      facts: {},
    });
  },
};
