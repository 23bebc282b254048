import * as z from 'zod';
import { AppError } from '../../platform/problem.ts';
import { planChange } from '../change.ts';
import type { Ctx } from '../context.ts';
import { readOnce } from '../context.ts';
import type { CaseFile } from '../load.ts';
import { type ReminderTarget, reminderTargets, withPhones } from '../reminding.ts';
import type { CaseVerb } from '../run.ts';

const input = z.strictObject({
  target: z
    .string()
    .regex(/^(office:[\w.-]{1,40}|staff:\d{1,9})$/)
    .describe('"office:PUPR" atau "staff:12": pemegang laporan yang punya nomor WhatsApp.'),
});

/** Whom one may remind of a case; the accounts are read once for all cases of a context. */
export function targetsOf(ctx: Ctx, file: CaseFile): Promise<ReminderTarget[]> {
  const people = readOnce(ctx, 'phones', async () => withPhones(ctx.db));
  return reminderTargets(ctx.db, ctx.keys, ctx.regency, file, ctx.staff, people);
}

/**
 * Logs that somebody reminds whoever holds the case. The link is made by the caller after this is written: neither name
 * nor number stands in the history.
 */
export const remind: CaseVerb<typeof input> = {
  name: 'remind',
  action: 'remind',
  input,
  async plan(ctx, file, { target }) {
    const targets = await targetsOf(ctx, file);
    if (targets.every(({ id }) => id !== target))
      throw new AppError('invalid', { fields: [{ pointer: '/target', message: 'field.remind_target' }] });
    return planChange(ctx, file, { verb: 'remind', visibility: 'desk', facts: { target, way: 'whatsapp' } });
  },
};
