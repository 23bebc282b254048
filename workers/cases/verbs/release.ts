import { and, eq, inArray, sql } from 'drizzle-orm';
import * as z from 'zod';
import { limits } from '../../../shared/contract/complaint.ts';
import { AppError } from '../../platform/problem.ts';
import { open, seal } from '../../privacy/seal.ts';
import { claim } from '../attachments/claim.ts';
import { planChange } from '../change.ts';
import type { Ctx } from '../context.ts';
import { attachmentProblem, type CaseVerb } from '../run.ts';
import { attachments, entries, history, uploads } from '../table.ts';
import { titlePlace } from '../timeline.ts';
import { longText, uploadId, uploadIds } from './input.ts';

const input = z.strictObject({
  /** The text as the office may read it: what identifies the reporter is blacked out. */
  text: longText,
  title: z.string().trim().min(3).max(limits.titleMax),
  /** Photos the office may see whole. */
  photos: uploadIds,
  /** Photos of which it sees another file instead, in which boxes are burnt. */
  redactions: z
    .array(z.strictObject({ photo: uploadId, file: uploadId }))
    .max(limits.attachments)
    .default([]),
});

/**
 * Releases an anonim case: the office will only ever see this text and these photos. A later release replaces it. A file
 * with boxes belongs to this entry; the one it was made from stays with the administrator.
 */
export const release: CaseVerb<typeof input> = {
  name: 'release',
  action: 'release',
  input,
  async plan(ctx, file, { text, title, photos, redactions }) {
    const { row } = file;
    if (!row.anonymous) throw new AppError('conflict', { detail: 'not_now' });
    await requirePictures(ctx, row.id, redactions);
    // Whoever releases has to have seen what the reporter wrote.
    await open(ctx.keys, titlePlace(row.id), row.title);
    const sealed = await seal(ctx.keys, titlePlace(row.id), title);
    const reporters = and(
      eq(attachments.caseId, row.id),
      sql`${attachments.seq} in (select ${history.seq} from ${history}
        where ${history.caseId} = ${row.id} and ${history.verb} in ('submit', 'reply', 'complete'))`,
    );
    const boxed = redactions.map(({ photo }) => photo);
    const whole = photos.filter((photo) => !boxed.includes(photo));
    return planChange(ctx, file, {
      verb: 'release',
      visibility: 'desk',
      facts: { photos: whole.length + boxed.length, redacted: boxed.length },
      words: { title, text },
      set: { releasedAt: ctx.now, title: sealed ?? row.title },
      also: [
        ...claim(
          ctx,
          row.id,
          row.version + 1,
          redactions.map((one) => one.file),
          false,
        ),
        ctx.db.update(attachments).set({ released: false, redacted: null }).where(reporters),
        ctx.db
          .update(attachments)
          .set({ released: true })
          .where(and(reporters, inArray(attachments.uploadId, whole))),
        ...redactions.map(({ photo, file: redacted }) =>
          ctx.db
            .update(attachments)
            .set({ released: true, redacted })
            .where(and(reporters, eq(attachments.uploadId, photo))),
        ),
      ],
    });
  },
};

/** @throws AppError invalid unless each pair is a photo of the reporter and a picture, each once */
async function requirePictures(
  ctx: Ctx,
  caseId: number,
  redactions: readonly { photo: string; file: string }[],
): Promise<void> {
  if (redactions.length === 0) return;
  const list = (ids: string[]) => sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const originals = redactions.map(({ photo }) => photo);
  const files = redactions.map(({ file }) => file);
  const [own, pictures] = await ctx.db.batch([
    ctx.db
      .select({ id: attachments.uploadId })
      .from(attachments)
      .innerJoin(entries, and(eq(entries.caseId, attachments.caseId), eq(entries.seq, attachments.seq)))
      .innerJoin(uploads, eq(uploads.id, attachments.uploadId))
      .where(
        and(
          eq(attachments.caseId, caseId),
          eq(entries.visibility, 'reporter'),
          sql`${uploads.kind} <> 'pdf'`,
          sql`${attachments.uploadId} in ${list(originals)}`,
        ),
      ),
    ctx.db
      .select({ id: uploads.id })
      .from(uploads)
      .where(and(sql`${uploads.id} in ${list(files)}`, sql`${uploads.kind} <> 'pdf'`)),
  ]);
  if (own.length !== redactions.length || pictures.length !== redactions.length)
    throw attachmentProblem('/redactions');
}
