/** What a final answer consists of, whether it leaves at once or waits for approval (domain.md section 4). */
import * as z from 'zod';
import { type AnswerWarning, plainWarnings } from '../../shared/answer-text.ts';
import { type Outcome, outcomes } from '../../shared/lifecycle/states.ts';
import { isSecret } from '../../shared/permissions/accusations.ts';
import { isNearly } from '../../shared/similarity.ts';
import type { Plan, Statement } from '../platform/db.ts';
import { AppError, type FieldProblem } from '../platform/problem.ts';
import { type Change, type Done, type Facts, planChange, type Words } from './change.ts';
import type { Ctx } from './context.ts';
import { dueOf, dueOn, startClocks, stopClocks } from './due.ts';
import { lastAnswers } from './last-answers.ts';
import type { CaseFile } from './load.ts';
import { futureDate, officialText, optionalOfficial, optionalText, uploadIds } from './verbs/input.ts';

export const answerInput = z.strictObject({
  outcome: z.enum(outcomes),
  text: officialText,
  /** For physical work: photos of it. */
  photos: uploadIds,
  /** True when the outcome is work that can be photographed. */
  physical: z.boolean().optional(),
  /** What follows, if anything does. */
  nextStep: optionalOfficial,
  /** dijadwalkan: when, and from which budget. */
  date: z
    .union([z.literal(''), z.iso.date()])
    .optional()
    .transform((value) => value || undefined),
  budget: optionalText,
  acceptWarnings: z
    .boolean()
    .optional()
    .describe(
      'Tanpa ini, atau false: bila jawaban perlu dilihat sekali lagi, 422 dengan `warnings`, dan tidak ada yang tersimpan. true: jawaban dikirim, dan peringatannya tercatat dalam `facts.warned`.',
    ),
});

type Given = z.output<typeof answerInput>;

/** An answer as its entry keeps it. */
export interface Told {
  facts: Facts & { outcome: Outcome; date: string | null; photos: number };
  words: Words;
}

/**
 * What somebody should look at once more; kept with the answer, so that the evaluation can tell canned ones.
 * @throws AppError warnings when somebody is to be told first: both doors of the desk ask for that (desk/input.ts)
 */
export async function warnedOf(ctx: Ctx, file: CaseFile, given: Given): Promise<Facts> {
  const { office } = file.row;
  const last = office === null || isSecret(file.row) ? [] : await lastAnswers(ctx.db, ctx.keys, office);
  const warnings: AnswerWarning[] = [
    ...(isNearly(given.text, last) ? ['nearly_the_last' as const] : []),
    ...plainWarnings(given),
  ];
  if (warnings.length > 0 && given.acceptWarnings === false) throw new AppError('warnings', { warnings });
  return warnings.length > 0 ? { warned: warnings } : {};
}

/** @throws AppError invalid when something is missing */
export function toldOf(ctx: Pick<Ctx, 'regency' | 'now'>, given: Given): Told {
  const missing: FieldProblem[] = [];
  const scheduled = given.outcome === 'dijadwalkan';
  if (scheduled && !given.date) missing.push({ pointer: '/date', message: 'field.required' });
  if (scheduled && !given.budget) missing.push({ pointer: '/budget', message: 'field.required' });
  if (given.physical && given.outcome === 'dikerjakan' && given.photos.length === 0) {
    missing.push({ pointer: '/photos', message: 'field.photo_needed' });
  }
  if (missing.length > 0) throw new AppError('invalid', { fields: missing });
  if (scheduled && given.date) futureDate(ctx.regency, ctx.now, given.date);
  return {
    facts: {
      outcome: given.outcome,
      date: scheduled ? (given.date ?? null) : null,
      photos: given.photos.length,
    },
    words: {
      text: given.text,
      nextStep: given.nextStep,
      budget: scheduled ? given.budget : undefined,
    },
  };
}

/**
 * The final answer: from now on the reporter has ten working days, and only they or time settle the case.
 * @param more.also its photos
 */
export function planFinal(
  ctx: Ctx,
  file: CaseFile,
  { facts, words }: Told,
  more: { facts?: Facts; set?: Change['set']; also: Statement[] },
): Promise<Plan<Done>> {
  const { row } = file;
  const reporterDue = dueOf(ctx, 'reporter', row);
  const dues = facts.date === null ? [] : [dueOn(ctx, 'scheduled', facts.date)];
  return planChange(ctx, file, {
    verb: 'answer',
    visibility: 'reporter',
    facts: { ...facts, ...more.facts },
    words,
    set: {
      outcome: facts.outcome,
      answeredBy: ctx.staff ? `staff:${ctx.staff.id}` : ctx.actor,
      answeredAt: ctx.now,
      nextDueAt: reporterDue.dueAt,
      proposedBy: null,
      ...more.set,
    },
    also: [
      stopClocks(ctx, row.id),
      startClocks(ctx, row.id, row.version + 1, [reporterDue, ...dues]),
      ...more.also,
    ],
    notices: [{ template: 'answered', recipient: 'reporter' }],
  });
}
