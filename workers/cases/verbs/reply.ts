import * as z from 'zod';
import { claim } from '../attachments/claim.ts';
import { planChange } from '../change.ts';
import { holderNotice } from '../notices.ts';
import type { CaseVerb } from '../run.ts';
import { longText, uploadIds } from './input.ts';

const input = z.strictObject({ text: longText, photos: uploadIds });

/** The reporter adds something. A comment restarts no clock. */
export const reply: CaseVerb<typeof input> = {
  name: 'reply',
  action: 'reporter',
  input,
  plan: (ctx, file, { text, photos }) =>
    planChange(ctx, file, {
      verb: 'reply',
      visibility: 'reporter',
      facts: { photos: photos.length },
      words: { text },
      also: claim(ctx, file.row.id, file.row.version + 1, photos, !file.row.anonymous),
      notices: [holderNotice(file.row, 'staff-reporter-replied')],
    }),
};
