/** Who changes something, out of a request; and how its forms and calls are read. */
import type * as z from 'zod';
import type { Actor } from '../cases/context.ts';
import { fieldProblems } from '../cases/fields.ts';
import { now } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { AppError } from '../platform/problem.ts';
import type { Keys } from '../privacy/keys.ts';
import type { Regency } from '../regency/snapshot.ts';
import type { AppContext } from './http.ts';

export interface Doer {
  db: Db;
  keys: Keys;
  regency: Regency;
  by: Actor;
  /** Epoch ms. */
  now: number;
}

export function doerOf(c: AppContext): Doer {
  const { db, keys, regency, actor } = c.var;
  return { db, keys, regency, by: actor, now: now() };
}

/** @throws AppError invalid with the fields, never with what was sent */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new AppError('invalid', { fields: fieldProblems(parsed.error) });
  return parsed.data;
}

/** The number in an address; 0, which nothing has, for what is none. */
export function idIn(c: AppContext, name = 'id'): number {
  const id = Number(c.req.param(name));
  return Number.isSafeInteger(id) && id > 0 ? id : 0;
}

/** What was typed, by field; what a form lacks is empty. */
export function textsOf<Name extends string>(
  form: Pick<FormData, 'get'> | URLSearchParams,
  names: readonly Name[],
): Record<Name, string> {
  return Object.fromEntries(
    names.map((name) => {
      const value = form.get(name);
      return [name, typeof value === 'string' ? value.trim() : ''];
    }),
  ) as Record<Name, string>;
}

/** The version that the person saw. */
export const versionIn = (form: FormData): number => Number(form.get('version') ?? Number.NaN);

/** The form's Idempotency-Key. */
export const keyIn = (form: FormData): string => String(form.get('key') ?? '');

/** What a form is shown again for, with all that was typed. @throws everything else */
export function shownAgain(error: unknown): AppError {
  if (error instanceof AppError && (error.kind === 'invalid' || error.kind === 'conflict')) return error;
  throw error;
}

/** Numbers of ticked boxes; anything else is left out. */
export const tickedIds = (values: readonly (string | File)[]): number[] =>
  values.flatMap((value) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? [Number(value)] : []));
