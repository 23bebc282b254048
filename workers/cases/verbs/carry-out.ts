import * as z from 'zod';
import { AppError } from '../../platform/problem.ts';
import { attach } from '../attachments/claim.ts';
import { planChange } from '../change.ts';
import { isScheduled, stopClocks } from '../due.ts';
import type { CaseVerb } from '../run.ts';
import { officialText, uploadIds } from './input.ts';

const input = z.strictObject({
  /** What was done, where and when. */
  text: officialText,
  /** Photos of the finished work; at least one. */
  photos: uploadIds,
});

/**
 * Work that was announced for a date is done: its clock stops and the reporter is told. The state stays; what settles the
 * case is as before.
 */
export const carryOut: CaseVerb<typeof input> = {
  name: 'carry_out',
  action: 'carry_out',
  input,
  async plan(ctx, file, { text, photos }) {
    if (!isScheduled(file)) throw new AppError('conflict', { detail: 'not_scheduled' });
    if (photos.length === 0) {
      throw new AppError('invalid', { fields: [{ pointer: '/photos', message: 'field.photo_needed' }] });
    }
    return planChange(ctx, file, {
      verb: 'carry_out',
      visibility: 'reporter',
      facts: { outcome: 'dikerjakan', photos: photos.length },
      words: { text },
      set: { outcome: 'dikerjakan' },
      also: [stopClocks(ctx, file.row.id, ['scheduled']), ...(await attach(ctx, file, photos))],
      notices: [{ template: 'carried-out', recipient: 'reporter' }],
    });
  },
};
