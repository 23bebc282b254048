import * as z from 'zod';
import { planChange } from '../change.ts';
import { dueOn, startClocks, stopClocks } from '../due.ts';
import type { CaseVerb } from '../run.ts';
import { futureDate, isFilled, localDate, officialText } from './input.ts';

const input = z.strictObject({
  text: officialText,
  nextStep: z.string().trim().min(3).max(500).refine(isFilled, { error: 'field.gap' }),
  /** Local date of the next step; it becomes a clock of its own. */
  date: localDate,
});

/** First answer, or a further one: what will be done next and when. */
export const followUp: CaseVerb<typeof input> = {
  name: 'follow_up',
  action: 'follow_up',
  input,
  async plan(ctx, file, { text, nextStep, date }) {
    const { row } = file;
    const due = futureDate(ctx.regency, ctx.now, date);
    const settle = file.running.find((clock) => clock.clock === 'settle');
    return planChange(ctx, file, {
      verb: 'follow_up',
      visibility: 'reporter',
      facts: { date },
      words: { text, nextStep },
      set: { nextDueAt: settle ? Math.min(due, settle.dueAt) : due },
      also: [
        stopClocks(ctx, row.id, ['verify', 'first_answer', 'next_step', 'return']),
        startClocks(ctx, row.id, row.version + 1, [dueOn(ctx, 'next_step', date)]),
      ],
      notices: [{ template: 'followed-up', recipient: 'reporter' }],
    });
  },
};
