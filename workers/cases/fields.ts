/** Turns a failed zod parse into field problems that never repeat the input. */
import type * as z from 'zod';
import type { MessageKey } from '../../shared/i18n/index.ts';
import { messages } from '../../shared/i18n/messages.ts';
import type { FieldProblem } from '../platform/problem.ts';

type Issue = z.core.$ZodIssue;

export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => {
    const pointer = `/${issue.path.map(pointerPart).join('/')}`;
    return { pointer, ...sentence(issue) };
  });
}

function sentence(issue: Issue): { message: MessageKey; values?: Record<string, number> } {
  // A schema may name its own message.
  if (isKey(issue.message)) return { message: issue.message };
  switch (issue.code) {
    case 'too_small':
      return issue.minimum === 1 || issue.origin !== 'string'
        ? { message: 'field.required' }
        : { message: 'field.too_short', values: { min: Number(issue.minimum) } };
    case 'too_big':
      return issue.origin === 'array'
        ? { message: 'field.too_many', values: { max: Number(issue.maximum) } }
        : { message: 'field.too_long', values: { max: Number(issue.maximum) } };
    case 'unrecognized_keys':
      return { message: 'field.unknown' };
    case 'invalid_type':
      return { message: issue.input === undefined ? 'field.required' : 'field.invalid' };
    case 'invalid_format':
      return {
        message:
          issue.format === 'email' ? 'field.email' : issue.format === 'date' ? 'field.date' : 'field.invalid',
      };
    case 'invalid_union':
      return sentenceOfUnion(issue);
    default:
      return { message: 'field.invalid' };
  }
}

function sentenceOfUnion(issue: Extract<Issue, { code: 'invalid_union' }>): { message: MessageKey } {
  const inner = issue.errors.flat().find((e) => isKey(e.message) || e.code === 'invalid_format');
  return inner ? sentence(inner as Issue) : { message: 'field.invalid' };
}

function isKey(text: string): text is MessageKey {
  return text in messages;
}

/** JSON pointer escaping, and only names: array indexes and keys of ours. */
function pointerPart(part: PropertyKey): string {
  return String(part).replaceAll('~', '~0').replaceAll('/', '~1');
}
