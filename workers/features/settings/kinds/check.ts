/** Whether data may be saved: the schema of the kind, what it points at, and what only the kind itself knows. */
import type * as z from 'zod';
import { AppError } from '../../../platform/problem.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { Errors } from '../../../ui/components.tsx';
import type { Kind, KindContext } from './kind.ts';
import { type Field, rawOf, refersWell } from './values.ts';

/** @param id null = the row is being added @returns sentences by field; empty = nothing is wrong */
export async function problemsOf(
  kind: Kind,
  data: object,
  ctx: KindContext<object>,
  id: string | null,
): Promise<Errors> {
  const errors = { ...referenceProblems(kind.fields, data, ctx.regency), ...shapeProblems(kind, data) };
  if (Object.keys(errors).length > 0) return errors;
  for (const [name, text] of Object.entries((await kind.check?.(data, ctx, id)) ?? {}))
    if (text !== undefined) errors[name] = text;
  return errors;
}

/**
 * For content that nobody has just typed: the pack's, or an earlier one. What it points at may have ended since.
 * @throws AppError conflict (setting_unsound) when it could not be saved today
 */
export async function requireSound(
  kind: Kind,
  data: object,
  ctx: KindContext<object>,
  id: string,
): Promise<void> {
  const problems = await problemsOf(kind, data, ctx, id);
  if (Object.keys(problems).length > 0) throw new AppError('conflict', { detail: 'setting_unsound' });
}

/** What points at a row that is not in force. */
export function referenceProblems(fields: readonly Field[], data: object, regency: Regency): Errors {
  const errors: Errors = {};
  for (const field of fields) {
    if (field.input !== 'reference' || !(field.show?.(data) ?? true)) continue;
    const raw = rawOf(field, data);
    if (typeof raw === 'string' && raw !== '' && !refersWell(regency, field.to, raw))
      errors[field.name] = 'Yang dipilih sudah tidak berlaku. Pilih yang lain.';
  }
  return errors;
}

function shapeProblems(kind: Kind, data: object): Errors {
  const parsed = kind.schema.safeParse(data, { error: sentenceOf });
  const errors: Errors = {};
  const names = new Set(kind.fields.map(({ name }) => name));
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path.map(String);
    // "week.0" where that is a field of its own, else the field that holds it.
    const name = names.has(path.join('.')) ? path.join('.') : (path[0] ?? kind.fields[0]?.name ?? '');
    errors[name] ??= issue.message;
  }
  return errors;
}

/** Sentences for what a schema does not word itself. */
function sentenceOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'number') return `Paling kecil ${issue.minimum}.`;
      if (issue.origin === 'string' && issue.minimum !== 1)
        return `Terlalu pendek; paling sedikit ${issue.minimum} huruf.`;
      return 'Wajib diisi.';
    case 'too_big':
      if (issue.origin === 'number') return `Paling besar ${issue.maximum}.`;
      return issue.origin === 'array'
        ? `Terlalu banyak; paling banyak ${issue.maximum}.`
        : `Terlalu panjang; paling banyak ${issue.maximum} huruf.`;
    case 'invalid_type':
      if (issue.expected === 'number' || issue.expected === 'int')
        return issue.input === '' || issue.input === null || issue.input === undefined
          ? 'Wajib diisi.'
          : 'Tulis dengan angka.';
      return 'Wajib diisi.';
    case 'invalid_format':
      return issue.format === 'date' ? 'Pilih tanggal yang benar.' : 'Bentuknya tidak benar.';
    case 'invalid_value':
      return 'Pilih salah satu.';
    default:
      return 'Isian tidak dikenali.';
  }
}
