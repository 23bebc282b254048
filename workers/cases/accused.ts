/** Who is accused, and who is left to hold the case. */
import { secretHolder, shutsOutAll } from '../../shared/permissions/accusations.ts';
import type { Statement } from '../platform/db.ts';
import { AppError } from '../platform/problem.ts';
import { officeKinds } from '../regency/offices.ts';
import { allStaff } from '../regency/staff.ts';
import type { Ctx } from './context.ts';
import { caseAccused } from './table.ts';
import { requireOffice } from './verbs/input.ts';

/**
 * The holder of an accusation when a person names the accused.
 * @throws AppError invalid for an office that the regency does not have, or when nobody would be left to hold the case
 */
export async function holderWithout(
  ctx: Ctx,
  stage: 'verify' | 'inspect',
  known: readonly string[],
  named: { offices: readonly string[]; staff?: readonly number[] },
): Promise<{ holder: string; subjects: string[] }> {
  for (const [index, office] of named.offices.entries())
    requireOffice(ctx.regency, office, officeKinds, `/accused/${index}`);
  const subjects = [
    ...named.offices.map((office) => `office:${office}`),
    ...(named.staff ?? []).map((id) => `staff:${id}`),
  ];
  const people = await allStaff(ctx.db, ctx.now);
  const all = [...known, ...subjects];
  if (subjects.length > 0 && shutsOutAll(stage, all, people))
    throw new AppError('invalid', { fields: [{ pointer: '/accused', message: 'field.accused_all' }] });
  return { holder: secretHolder(stage, all, people), subjects };
}

/** Statements that add subjects ("office:PUPR", "staff:12") which are not yet on the case. */
export function addAccused(
  ctx: Ctx,
  caseId: number,
  known: readonly string[],
  subjects: readonly string[],
): Statement[] {
  return [...new Set(subjects)]
    .filter((subject) => !known.includes(subject))
    .map((subject) => ctx.db.insert(caseAccused).values({ caseId, subject }));
}
