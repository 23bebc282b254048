import * as z from 'zod';
import { holderWithout } from '../accused.ts';
import { planHold } from '../hold.ts';
import type { CaseVerb } from '../run.ts';
import { longText, officeCode } from './input.ts';

const input = z.strictObject({
  reason: longText,
  /** Offices that are accused; they are shut out at once. */
  accused: z.array(officeCode).max(10).default([]),
});

/** Somebody who may read it finds an accusation in it: from now on only the verifier sees it. */
export const hold: CaseVerb<typeof input> = {
  name: 'hold',
  action: 'hold',
  input,
  async plan(ctx, file, { reason, accused }) {
    const { holder, subjects } = await holderWithout(ctx, 'verify', file.accused, { offices: accused });
    return planHold(ctx, file, { holder, accused: subjects, facts: {}, words: { reason }, set: {} });
  },
};
