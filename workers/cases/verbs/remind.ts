import * as z from 'zod';
import { AppError } from '../../platform/problem.ts';
import { planChange } from '../change.ts';
import { reminderTargets } from '../reminding.ts';
import type { CaseVerb } from '../run.ts';

const input = z.strictObject({
  target: z
    .string()
    .regex(/^(office:[\w.-]{1,40}|staff:\d{1,9})$/)
    .describe('"office:PUPR" atau "staff:12": pemegang laporan yang punya nomor WhatsApp.'),
});

/**
 * Logs that somebody reminds whoever holds the case. The link is made by the caller after this is written: neither name
 * nor number stands in the history.
 */
export const remind: CaseVerb<typeof input> = {
  name: 'remind',
  action: 'remind',
  input,
  async plan(ctx, file, { target }) {
    const targets = await reminderTargets(ctx.db, ctx.keys, ctx.regency, file, ctx.staff);
    if (targets.every(({ id }) => id !== target))
      throw new AppError('invalid', { fields: [{ pointer: '/target', message: 'field.remind_target' }] });
    return planChange(ctx, file, { verb: 'remind', visibility: 'desk', facts: { target, way: 'whatsapp' } });
  },
};
