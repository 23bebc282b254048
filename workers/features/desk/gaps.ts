/** A form as it was refused. What an example left open is named: only on the page, which shows the words anyway. */
import { gapsIn } from '../../../shared/answer-text.ts';
import { joinList } from '../../../shared/text.ts';
import type { DeskVerb } from '../../cases/verbs/index.ts';
import type { AppError } from '../../platform/problem.ts';
import { errorsOf } from '../../ui/components.tsx';
import type { Typed } from './input.ts';
import type { Refused } from './views/actions.tsx';

export function refusedBy(problem: AppError | null, verb: DeskVerb, typed: Typed): Refused {
  const fields = problem?.fields ?? [];
  const errors = errorsOf(fields);
  for (const { pointer, message } of fields) {
    const name = pointer.slice(1);
    const gaps = message === 'field.gap' ? gapsIn(typed.values[name]?.[0] ?? '') : [];
    if (gaps.length > 0) errors[name] = `Isi dahulu, atau hapus: ${joinList(gaps)}.`;
  }
  return { verb, typed, errors, warnings: problem?.warnings ?? [] };
}
