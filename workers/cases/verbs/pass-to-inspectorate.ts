import * as z from 'zod';
import { addAccused, holderWithout } from '../accused.ts';
import { planDisposition } from '../disposition.ts';
import type { CaseVerb } from '../run.ts';
import { officeCode, optionalText } from './input.ts';

const input = z.strictObject({
  /** Offices that are accused. When Inspektorat is among them, the next one up takes the case. */
  accused: z.array(officeCode).max(10).default([]),
  /** Accounts that are accused. */
  accusedStaff: z.array(z.number().int().positive()).max(10).default([]),
  note: optionalText,
});

/** The verifier passes an accusation on: berkadar pengawasan, held by Inspektorat. */
export const passToInspectorate: CaseVerb<typeof input> = {
  name: 'pass_to_inspectorate',
  action: 'pass_to_inspectorate',
  input,
  async plan(ctx, file, { accused, accusedStaff, note }) {
    const named = { offices: accused, staff: accusedStaff };
    const { holder, subjects } = await holderWithout(ctx, 'inspect', file.accused, named);
    const { inspectorate } = ctx.regency.about;
    return planDisposition(ctx, file, {
      verb: 'pass_to_inspectorate',
      office: inspectorate,
      holder,
      berkadar: true,
      copies: [],
      urgent: file.row.urgent,
      facts: {},
      words: { note },
      set: { confidential: true },
      also: addAccused(ctx, file.row.id, file.accused, subjects),
    });
  },
};
