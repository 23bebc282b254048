import * as z from 'zod';
import { AppError } from '../../platform/problem.ts';
import { planChange } from '../change.ts';
import { colleaguesOf } from '../colleagues.ts';
import type { CaseVerb } from '../run.ts';
import { longText } from './input.ts';

const input = z.strictObject({
  text: longText,
  /** Accounts that are told of the note. */
  mentions: z.array(z.number().int().positive()).max(20).default([]),
});

/**
 * An internal note. It restarts no clock and the reporter does not see it. Whoever is mentioned gets a mail without its
 * words; who may not read the case cannot be mentioned, and is refused like an account that is not there.
 */
export const note: CaseVerb<typeof input> = {
  name: 'note',
  action: 'note',
  input,
  async plan(ctx, file, given) {
    const mentions = [...new Set(given.mentions)].sort((a, b) => a - b);
    if (mentions.length > 0) {
      const able = new Set((await colleaguesOf(ctx.db, file, ctx.staff)).map(({ id }) => id));
      if (mentions.some((id) => !able.has(id)))
        throw new AppError('invalid', { fields: [{ pointer: '/mentions', message: 'field.invalid' }] });
    }
    return planChange(ctx, file, {
      verb: 'note',
      visibility: 'desk',
      words: { text: given.text },
      ...(mentions.length > 0 ? { facts: { mentions } } : {}),
      notices: mentions.map((id) => ({ template: 'staff-mentioned', recipient: `staff:${id}` })),
    });
  },
};
