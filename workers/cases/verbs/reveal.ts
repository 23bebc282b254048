import * as z from 'zod';
import { disclosure } from '../../privacy/disclosures.ts';
import { planChange } from '../change.ts';
import type { CaseVerb } from '../run.ts';
import { longText } from './input.ts';

const input = z.strictObject({ reason: longText });

/** Logs, with a reason, that somebody reads the reporter's identity. The caller reads it only after this is written. */
export const reveal: CaseVerb<typeof input> = {
  name: 'reveal',
  action: 'reveal',
  input,
  async plan(ctx, file, { reason }) {
    const subject = `case:${file.row.id}`;
    const seen = {
      actor: ctx.actor,
      kind: 'reveal',
      subject,
      what: 'identity',
      reason,
      at: ctx.now,
    } as const;
    return planChange(ctx, file, {
      verb: 'reveal',
      visibility: 'desk',
      words: { reason },
      also: await disclosure(ctx.db, ctx.keys, seen),
    });
  },
};
