/** Attaches cleaned uploads to an entry of a case. */
import type { Statement } from '../../platform/db.ts';
import type { Ctx } from '../context.ts';
import { attachments } from '../table.ts';

/**
 * The foreign key refuses an unknown upload and the primary key one that already belongs to a case: both abort the batch.
 * @param released whether the office may see it (photos of anonim cases wait for a person)
 */
export function claim(
  ctx: Ctx,
  caseId: number,
  seq: number,
  uploadIds: readonly string[],
  released: boolean,
): Statement[] {
  return uploadIds.map((uploadId, position) =>
    ctx.db.insert(attachments).values({ uploadId, caseId, seq, position, released }),
  );
}
