import * as z from 'zod';
import { secretHolder } from '../../../shared/permissions/accusations.ts';
import type { Plan } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import { allStaff } from '../../regency/staff.ts';
import { type Done, planChange } from '../change.ts';
import type { Ctx } from '../context.ts';
import { contestEnd, continueClocks, dueOf, startClocks, stopClocks, stopClocksBut } from '../due.ts';
import type { CaseFile } from '../load.ts';
import { leaveEnd, parentOf, together } from '../merging.ts';
import type { CaseVerb } from '../run.ts';
import { longText } from './input.ts';

const input = z.strictObject({ reason: longText });

/** The reporter contests, at most ten working days after the answer; somebody else than the answerer decides. */
export const contest: CaseVerb<typeof input> = {
  name: 'contest',
  action: 'reporter',
  input,
  async plan(ctx, file, { reason }) {
    const { row } = file;
    if (row.state === 'merged') return planLeave(ctx, file, reason);
    const end = contestEnd(ctx.regency, row);
    if (end === null || ctx.now > end) {
      throw new AppError('conflict', { detail: 'contest_over' });
    }
    const due = dueOf(ctx, 'verify', row);
    // A secret case stays secret, but not with the one who answered; everything else goes to the administrator.
    const shutOut = [...file.accused, ...(row.answeredBy ? [row.answeredBy] : [])];
    const holder = row.berkadar
      ? secretHolder('inspect', shutOut, await allStaff(ctx.db, ctx.now))
      : '@admin';
    return planChange(ctx, file, {
      verb: 'contest',
      visibility: 'reporter',
      words: { reason },
      set: { holder, holderSince: ctx.now, nextDueAt: due.dueAt, closedAt: null },
      also: [
        stopClocks(ctx, row.id),
        startClocks(ctx, row.id, row.version + 1, [
          due,
          // It gets no new disposition, so its new settle clock starts here.
          ...(row.berkadar ? [dueOf(ctx, 'settle', row)] : []),
        ]),
      ],
      notices: [
        { template: 'staff-contested', recipient: `holder:${holder}` },
        { template: 'reopened', recipient: 'reporter' },
      ],
    });
  },
};

/**
 * A merged case has its parent's answer. Its reporter contests it, or the merging itself, for this report alone: it
 * leaves the parent, whose own life goes on, and the administrator verifies it again.
 */
async function planLeave(ctx: Ctx, file: CaseFile, reason: string): Promise<Plan<Done>> {
  const { row } = file;
  const parent = await parentOf(ctx, row);
  const end = leaveEnd(ctx.regency, row, parent.row);
  if (end !== null && ctx.now > end) throw new AppError('conflict', { detail: 'contest_over' });
  const due = dueOf(ctx, 'verify', row);
  const plan = await planChange(ctx, file, {
    verb: 'contest',
    visibility: 'reporter',
    facts: { parent: parent.row.id },
    words: { reason },
    set: { parentId: null, resumeState: null, holder: '@admin', holderSince: ctx.now, nextDueAt: due.dueAt },
    also: [
      // The parent's answer has kept the promise; without one it still runs.
      ...(parent.row.answeredAt === null
        ? [stopClocksBut(ctx, row.id, ['promise']), continueClocks(ctx, row.id, ['promise'])]
        : [stopClocks(ctx, row.id)]),
      startClocks(ctx, row.id, row.version + 1, [due]),
    ],
    notices: [
      { template: 'staff-contested', recipient: 'holder:@admin' },
      { template: 'reopened', recipient: 'reporter' },
    ],
  });
  return together(ctx, plan, { file: parent, with: 'merged_out', child: row.id });
}
