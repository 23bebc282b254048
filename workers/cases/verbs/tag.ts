import { and, eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { AppError } from '../../platform/problem.ts';
import { planChange } from '../change.ts';
import type { CaseVerb } from '../run.ts';
import { caseTags } from '../table.ts';

const ids = z.array(z.string().trim().min(1).max(60)).max(20).default([]);
const input = z.strictObject({
  add: ids.describe('`id` label dari daftar kabupaten.'),
  remove: ids.describe('Juga label yang sudah tidak ada dalam daftar.'),
});

/**
 * Puts words of the regency's list on a case, and takes them off. The reporter does not see them. What is there already, or
 * is not there, is passed over; when nothing is left to do the verb is refused.
 */
export const tag: CaseVerb<typeof input> = {
  name: 'tag',
  action: 'tag',
  input,
  async plan(ctx, file, given) {
    if (given.add.length + given.remove.length === 0)
      throw new AppError('invalid', { fields: [{ pointer: '/add', message: 'field.required' }] });
    const unknown = given.add.find((id) => !ctx.regency.tags.has(id));
    if (unknown !== undefined)
      throw new AppError('invalid', { fields: [{ pointer: '/add', message: 'field.tag' }] });
    const added = [...new Set(given.add)].filter((id) => !file.tags.includes(id));
    const removed = file.tags.filter((id) => given.remove.includes(id) && !given.add.includes(id));
    if (added.length + removed.length === 0) throw new AppError('conflict', { detail: 'tags_so_already' });
    const caseId = file.row.id;
    const gone = sql`${caseTags.tag} in (select value from json_each(${JSON.stringify(removed)}))`;
    return planChange(ctx, file, {
      verb: 'tag',
      visibility: 'desk',
      facts: { added, removed },
      also: [
        ...(removed.length > 0
          ? [ctx.db.delete(caseTags).where(and(eq(caseTags.caseId, caseId), gone))]
          : []),
        ...(added.length > 0
          ? [ctx.db.insert(caseTags).values(added.map((id) => ({ caseId, tag: id })))]
          : []),
      ],
    });
  },
};
