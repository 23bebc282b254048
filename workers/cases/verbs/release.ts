import { and, eq, inArray } from 'drizzle-orm';
import * as z from 'zod';
import { limits } from '../../../shared/contract/complaint.ts';
import { AppError } from '../../platform/problem.ts';
import { seal } from '../../privacy/seal.ts';
import { planChange } from '../change.ts';
import type { CaseVerb } from '../run.ts';
import { attachments } from '../table.ts';
import { longText, uploadIds } from './input.ts';

const input = z.strictObject({
  /** The text as the office may read it: what identifies the reporter is blacked out. */
  text: longText,
  title: z.string().trim().min(3).max(limits.titleMax),
  /** Photos the office may see. */
  photos: uploadIds,
});

/** Releases an anonim case: the office will only ever see this text and these photos. */
export const release: CaseVerb<typeof input> = {
  name: 'release',
  action: 'release',
  input,
  async plan(ctx, file, { text, title, photos }) {
    if (!file.row.anonymous) throw new AppError('conflict', { detail: 'not_now' });
    const sealed = await seal(ctx.keys, { table: 'cases', column: 'title', row: file.row.id }, title);
    return planChange(ctx, file, {
      verb: 'release',
      visibility: 'desk',
      facts: { photos: photos.length },
      words: { title, text },
      set: { releasedAt: ctx.now, title: sealed ?? file.row.title },
      also: [
        ctx.db
          .update(attachments)
          .set({ released: true })
          .where(and(eq(attachments.caseId, file.row.id), inArray(attachments.uploadId, photos))),
      ],
    });
  },
};
