/** What an admin says about an account. */
import * as z from 'zod';
import { positions, roles } from '../../../shared/permissions/people.ts';
import { whatsappField } from '../../../shared/phone.ts';
import { fieldProblems } from '../../cases/fields.ts';
import { AppError, type FieldProblem } from '../../platform/problem.ts';
import { normaliseEmail } from '../../privacy/mask.ts';
import type { Regency } from '../../regency/snapshot.ts';

export const rightsSchema = z.object({
  name: z.string().trim().min(2).max(100),
  roles: z.array(z.enum(roles)).min(1),
  /** Office codes. */
  offices: z.array(z.string()).default([]),
  /** Area codes, for helpers. */
  areas: z.array(z.string()).default([]),
  /** Of a leader; empty or null = none, absent = as it was. */
  position: z
    .enum(['', ...positions])
    .nullish()
    .transform((value) => (value === '' ? null : value)),
  /** Null = none, absent = as it was. */
  phone: whatsappField,
});

export const accountSchema = rightsSchema.extend({
  email: z.string().transform(normaliseEmail).pipe(z.email().max(254)),
});

type Parsed = z.output<typeof rightsSchema>;
export type Rights = Omit<Parsed, 'position' | 'phone'> & Partial<Pick<Parsed, 'position' | 'phone'>>;
export type AccountInput = z.input<typeof accountSchema>;

/**
 * Parses, and holds the rights against this regency: roles that work for offices need one, helpers need a village.
 * @throws AppError invalid
 */
export function parseRights<Schema extends typeof rightsSchema>(
  schema: Schema,
  input: unknown,
  regency: Pick<Regency, 'offices' | 'areas'>,
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new AppError('invalid', { fields: fieldProblems(parsed.error) });
  const rights: Rights = parsed.data;
  const fields: FieldProblem[] = [];
  const has = (role: Rights['roles'][number]) => rights.roles.includes(role);
  if ((has('liaison') || has('head')) && rights.offices.length === 0)
    fields.push({ pointer: '/offices', message: 'field.role_office' });
  if (has('helper') && rights.areas.length === 0)
    fields.push({ pointer: '/areas', message: 'field.role_area' });
  if (rights.offices.some((code) => !regency.offices.has(code)))
    fields.push({ pointer: '/offices', message: 'field.office' });
  if (rights.areas.some((code) => !regency.areas.has(code)))
    fields.push({ pointer: '/areas', message: 'field.invalid' });
  if (fields.length > 0) throw new AppError('invalid', { fields });
  return parsed.data;
}

/** The columns in which rights stand; the number is sealed by its row and comes after. */
export function rightsColumns(rights: Rights) {
  return {
    name: rights.name,
    roles: JSON.stringify(rights.roles),
    offices: JSON.stringify(rights.offices),
    areas: JSON.stringify(rights.areas),
    position: rights.roles.includes('leader') ? rights.position : null,
  };
}
