/** Attaches cleaned uploads to an entry of a case. */
import { and, eq, sql } from 'drizzle-orm';
import type { Statement } from '../../platform/db.ts';
import type { Ctx } from '../context.ts';
import type { CaseFile } from '../load.ts';
import { attachments, history } from '../table.ts';

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

/**
 * Photos of the work for the entry about to be written. Those of an earlier proposal of the case come along from there;
 * the reporter sees none before the entry they belong to.
 */
export async function attach(ctx: Ctx, file: CaseFile, uploadIds: readonly string[]): Promise<Statement[]> {
  const { id, version } = file.row;
  if (uploadIds.length === 0) return [];
  const proposed = await ctx.db
    .select({ id: attachments.uploadId })
    .from(attachments)
    .innerJoin(history, and(eq(history.caseId, attachments.caseId), eq(history.seq, attachments.seq)))
    .where(
      and(
        eq(attachments.caseId, id),
        eq(history.verb, 'propose_answer'),
        sql`${attachments.uploadId} in (select value from json_each(${JSON.stringify(uploadIds)}))`,
      ),
    );
  const known = new Set(proposed.map((one) => one.id));
  return [...new Set(uploadIds)].map((uploadId, position) =>
    known.has(uploadId)
      ? ctx.db
          .update(attachments)
          .set({ seq: version + 1, position })
          .where(and(eq(attachments.caseId, id), eq(attachments.uploadId, uploadId)))
      : ctx.db
          .insert(attachments)
          .values({ uploadId, caseId: id, seq: version + 1, position, released: true }),
  );
}
