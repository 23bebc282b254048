import * as z from 'zod';
import { AppError } from '../../platform/problem.ts';
import { planChange } from '../change.ts';
import { dueOf, startClocks, stopClocks } from '../due.ts';
import type { CaseVerb } from '../run.ts';
import { localDate, longText } from './input.ts';

export const chaseWays = ['surat', 'telepon', 'surel', 'whatsapp', 'tatap_muka', 'sistem'] as const;

const input = z.strictObject({
  way: z.enum(chaseWays),
  /** Local date on which it was asked; not after today. */
  date: localDate,
  /** What the institution said, or that it said nothing. For the desk only. */
  text: longText,
});

/**
 * A person has asked the outside institution for its result. Kanal bids them ask again after ten working days; the
 * reporter reads that it was asked, not what was said (domain.md section 4).
 */
export const chase: CaseVerb<typeof input> = {
  name: 'chase',
  action: 'chase',
  input,
  async plan(ctx, file, { way, date, text }) {
    const { row } = file;
    if (date > ctx.regency.calendar.localDate(ctx.now)) {
      throw new AppError('invalid', { fields: [{ pointer: '/date', message: 'field.past_date' }] });
    }
    const due = dueOf(ctx, 'forwarded', row);
    return planChange(ctx, file, {
      verb: 'chase',
      visibility: 'reporter',
      facts: { outside: row.outside, way, askedOn: date },
      words: { said: text },
      set: { nextDueAt: due.dueAt },
      also: [stopClocks(ctx, row.id, ['forwarded']), startClocks(ctx, row.id, row.version + 1, [due])],
    });
  },
};
