/** Examples of answers: which fit a case, what they may contain, and how they are filled. Pure. */
import { gapsIn } from './answer-text.ts';
import type { CaseState } from './lifecycle/states.ts';
import type { PackAnswer } from './regencies/types.ts';
import { fill } from './templates.ts';

/** What is filled in; nothing that says who reported. */
export const answerVariables = {
  kode: 'nomor laporan',
  instansi: 'instansi yang menangani',
  tanggal: 'tanggal hari ini',
  kabupaten: 'nama lengkap kabupaten',
} as const satisfies Record<string, string>;

export type AnswerValues = Record<keyof typeof answerVariables, string>;

/** Verbs that have examples, and the field which holds their main text. */
export const exampleFields = {
  follow_up: 'text',
  answer: 'text',
  propose_answer: 'text',
  ask: 'question',
  return: 'reason',
  forward: 'text',
  close_forwarded: 'text',
} as const satisfies Record<string, string>;

export type ExampleVerb = keyof typeof exampleFields;

export const hasExamples = (verb: string): verb is ExampleVerb => Object.hasOwn(exampleFields, verb);

/** Those for this verb, category and state, the ones of the category first. A proposed answer starts as any answer does. */
export function examplesFor(
  all: readonly PackAnswer[],
  verb: ExampleVerb,
  of: { category: string | null; state: CaseState },
): PackAnswer[] {
  const wanted = verb === 'propose_answer' ? 'answer' : verb;
  return all
    .filter(
      (one) =>
        one.verb === wanted &&
        (one.category === null || one.category === of.category) &&
        (one.state === null || one.state === of.state),
    )
    .sort((a, b) => Number(b.category !== null) - Number(a.category !== null));
}

export const filledExample = (text: string, values: AnswerValues): string => fill(text, values);

export const answerLimits = { label: 80, text: 4000, nextStep: 500 } as const;

export interface AnswerProblem {
  field: 'label' | 'text' | 'nextStep';
  kind: 'empty' | 'too_long' | 'braces' | 'unknown' | 'brackets' | 'no_gap';
  /** Names of variables it is about. */
  names: string[];
}

/** @returns what has to be put right before officers may start from it; empty = nothing */
export function checkAnswer({
  label,
  text,
  nextStep,
}: Pick<PackAnswer, 'label' | 'text' | 'nextStep'>): AnswerProblem[] {
  const found: AnswerProblem[] = [];
  const add = (field: AnswerProblem['field'], kind: AnswerProblem['kind'], names: string[] = []) =>
    found.push({ field, kind, names });
  for (const [field, value] of Object.entries({ label, text, nextStep: nextStep ?? '' }) as [
    AnswerProblem['field'],
    string,
  ][]) {
    const used = [...value.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const unknown = [...new Set(used)].filter((name) => !Object.hasOwn(answerVariables, name));
    if (field !== 'nextStep' && value.trim() === '') add(field, 'empty');
    if (value.length > answerLimits[field]) add(field, 'too_long');
    if (/[{}]/.test(value.replace(/\{\w+\}/g, ''))) add(field, 'braces');
    if (unknown.length > 0) add(field, 'unknown', unknown);
    // Every bracket is a gap that sending would find.
    const whole = gapsIn(value).reduce((rest, gap) => rest.replaceAll(gap, ''), value);
    if (/[[\]]/.test(whole)) add(field, 'brackets');
  }
  // Without one it could be sent as it is, to everybody alike.
  if (text.trim() !== '' && gapsIn(text).length === 0) add('text', 'no_gap');
  return found;
}
