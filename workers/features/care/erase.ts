/** What other features keep of a case; erased in the batch of its content. */
import type { Ctx } from '../../cases/context.ts';
import type { Statement } from '../../platform/db.ts';
import { forgetPost } from '../posts/queries.ts';

export function forgetElsewhere(
  { db, keys }: Pick<Ctx, 'db' | 'keys'>,
  caseId: number,
): Promise<Statement[]> {
  return forgetPost(db, keys, caseId);
}
