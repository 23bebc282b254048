/** What the forms of an incident send. Times are local, as people read them on the wall. */
import { ZONE_OFFSET } from '../../../shared/working-time.ts';
import { fieldProblems } from '../../cases/fields.ts';
import { DAY } from '../../platform/clock.ts';
import { AppError, type FieldProblem } from '../../platform/problem.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { type BreachWords, breachWords, wordFields } from './breach-words.ts';
import type { BreachFacts } from './breaches.ts';

export interface Typed {
  found: string;
  people: string;
  words: BreachWords;
}

export const blank: Typed = {
  found: '',
  people: '',
  words: { what: '', data: '', whose: '', how: '', done: '', advice: '' },
};

export function typedOf(form: FormData): Typed {
  const given = (name: string) => String(form.get(name) ?? '');
  const words = Object.fromEntries(wordFields.map((name) => [name, given(name)])) as BreachWords;
  return { found: given('found'), people: given('people'), words };
}

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

/** "2026-11-27T09:30" on the wall of the regency → epoch ms; null when it is no time, or not yet or long past. */
export function localTime(text: string, regency: Regency, now: number): number | null {
  const wall = LOCAL.test(text) ? Date.parse(`${text}Z`) : Number.NaN;
  const at = wall - ZONE_OFFSET[regency.about.timeZone];
  return at <= now && at > now - 3 * 365 * DAY ? at : null;
}

/** The same the other way, for the value of a field. */
export function wallTime(at: number, regency: Regency): string {
  return new Date(at + ZONE_OFFSET[regency.about.timeZone]).toISOString().slice(0, 16);
}

/** @throws AppError invalid */
export function factsOf(typed: Typed, regency: Regency, now: number): BreachFacts {
  const parsed = breachWords.safeParse(typed.words);
  const fields: FieldProblem[] = parsed.success ? [] : fieldProblems(parsed.error);
  const foundAt = localTime(typed.found, regency, now);
  if (foundAt === null) fields.push({ pointer: '/found', message: 'field.past_time' });
  const people = typed.people.trim().replace(/\./g, '');
  if (!/^\d{0,7}$/.test(people)) fields.push({ pointer: '/people', message: 'field.people_count' });
  if (!parsed.success || foundAt === null || fields.length > 0) throw new AppError('invalid', { fields });
  return { foundAt, people: people === '' ? null : Number(people), words: parsed.data };
}
