/** What is typed of a meeting. */
import * as z from 'zod';
import { parsePeriod } from '../../../../shared/figures/periods.ts';
import { linesOf, localTime, optionalLine, requiredLine } from '../../fields.ts';

/** Items of an agenda, and characters in one. */
const ITEMS = 20;
const ITEM = 200;

const agenda = z
  .string()
  .transform(linesOf)
  .refine((items) => items.length <= ITEMS && items.every((item) => item.length <= ITEM), {
    error: 'field.agenda',
  });

export const meetingSchema = z.strictObject({
  title: requiredLine(150),
  period: z.string().refine((text) => parsePeriod(text) !== null, { error: 'field.period' }),
  startsAt: localTime,
  place: optionalLine(200),
  chair: optionalLine(120),
  agenda,
});
export type MeetingInput = z.output<typeof meetingSchema>;

/** Characters of what is written in the meeting. */
export const LONGEST = { minutes: 20_000, answer: 4000 } as const;

export const minutesSchema = z.strictObject({ minutes: z.string().trim().max(LONGEST.minutes) });

export const questionSchema = z.strictObject({ question: requiredLine(500), office: optionalLine(40) });
export type QuestionInput = z.output<typeof questionSchema>;

export const answerSchema = z.strictObject({ answer: z.string().trim().max(LONGEST.answer) });

export const decisionSchema = z.strictObject({ decision: requiredLine(500) });
