import * as z from 'zod';
import { planChange } from '../change.ts';
import type { CaseVerb } from '../run.ts';
import { claimNumber, numbered, sp4nLink, sp4nNumber } from '../sp4n.ts';

const input = z.strictObject({ number: sp4nNumber, link: sp4nLink });

/** Keeps the number, and the address, the case has in SP4N-LAPOR!; a wrong one is corrected, and the history has both. */
export const recordSp4n: CaseVerb<typeof input> = {
  name: 'record_sp4n',
  action: 'record_sp4n',
  input,
  async plan(ctx, file, { number, link }) {
    const claimed = await claimNumber(ctx, file, number);
    return planChange(ctx, file, {
      verb: 'record_sp4n',
      visibility: 'desk',
      facts: { number, before: file.row.sp4n === number ? null : file.row.sp4n },
      set: await numbered(ctx, file, number, link),
      also: claimed,
    });
  },
};
