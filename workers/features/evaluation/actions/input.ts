/** What is typed of an item of the action plan. */
import * as z from 'zod';
import { actionStates, measures } from '../../../../shared/action.ts';
import { countOf, optionalCount, optionalText, requiredDay, requiredLine } from '../../fields.ts';
import { needsWords } from './moves.ts';

/** An empty choice of a form is none. */
const chosen = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.preprocess(
    (value) => (value === '' ? null : value),
    z
      .enum(values)
      .nullish()
      .transform((value) => value ?? null),
  );

const id = optionalCount(Number.MAX_SAFE_INTEGER);

export const actionSchema = z
  .strictObject({
    activity: requiredLine(200),
    office: requiredLine(40),
    owner: id,
    target: optionalText(500),
    budget: optionalCount(),
    dueOn: requiredDay,
    decision: id,
    measure: chosen(measures),
    program: id,
    goal: optionalCount(1_000_000),
  })
  .refine(({ measure, goal }) => measure === null || measure === 'coverage' || (goal ?? 0) > 0, {
    error: 'field.required',
    path: ['goal'],
  });
export type ActionInput = z.output<typeof actionSchema>;

/** A card that is moved on the board. */
export const moveSchema = z.object({ state: z.enum(actionStates) });

export const reportSchema = z
  .strictObject({
    state: z.enum(actionStates),
    /** Of what is measured nobody says how far it is. */
    progress: countOf(0, 100).optional(),
    note: optionalText(2000),
  })
  .refine(({ state, note }) => note !== null || !needsWords(state), {
    error: 'field.required',
    path: ['note'],
  });
export type ReportInput = z.output<typeof reportSchema>;
