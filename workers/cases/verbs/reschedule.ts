import * as z from 'zod';
import { AppError } from '../../platform/problem.ts';
import { planChange } from '../change.ts';
import { dueOn, isScheduled, startClocks, stopClocks } from '../due.ts';
import type { CaseVerb } from '../run.ts';
import { futureDate, localDate, officialText } from './input.ts';

const input = z.strictObject({
  /** The new date; the clock starts anew for it. */
  date: localDate,
  /** Why; the reporter reads it. */
  reason: officialText,
});

/** Work that was announced gets another date. Both dates stay in the history. */
export const reschedule: CaseVerb<typeof input> = {
  name: 'reschedule',
  action: 'reschedule',
  input,
  async plan(ctx, file, { date, reason }) {
    if (!isScheduled(file)) throw new AppError('conflict', { detail: 'not_scheduled' });
    futureDate(ctx.regency, ctx.now, date);
    const before = file.running.find((clock) => clock.clock === 'scheduled')?.date ?? null;
    return planChange(ctx, file, {
      verb: 'reschedule',
      visibility: 'reporter',
      facts: { date, dateBefore: before },
      words: { reason },
      also: [
        stopClocks(ctx, file.row.id, ['scheduled']),
        startClocks(ctx, file.row.id, file.row.version + 1, [dueOn(ctx, 'scheduled', date)]),
      ],
      notices: [{ template: 'rescheduled', recipient: 'reporter' }],
    });
  },
};
