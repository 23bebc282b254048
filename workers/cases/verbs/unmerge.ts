import * as z from 'zod';
import { planChange } from '../change.ts';
import { continueClocks, nextDuty, officeClocks, resumeClocks } from '../due.ts';
import { parentOf, together } from '../merging.ts';
import type { CaseVerb } from '../run.ts';
import { longText } from './input.ts';

const input = z.strictObject({ reason: longText });

/**
 * Undoes a merging: the case goes on where it was. The clocks of office and administrator run on with the days they had
 * left, the promise of the receipt with its old date. What was paused before the merging stays so.
 */
export const unmerge: CaseVerb<typeof input> = {
  name: 'unmerge',
  action: 'unmerge',
  input,
  async plan(ctx, file, { reason }) {
    const { row, running } = file;
    const parent = await parentOf(ctx, row);
    const office: readonly string[] = officeClocks;
    const goOn = running.filter(
      ({ clock }) => clock === 'verify' || (row.resumeState !== 'returned' && office.includes(clock)),
    );
    const plan = await planChange(ctx, file, {
      verb: 'unmerge',
      visibility: 'reporter',
      facts: { parent: parent.row.id },
      words: { reason },
      set: { parentId: null, resumeState: null, nextDueAt: nextDuty(ctx, goOn, row.nextDueAt) },
      also: [...resumeClocks(ctx, row.id, goOn), continueClocks(ctx, row.id, ['promise'])],
      notices: [
        { template: 'unmerged', recipient: 'reporter' },
        ...(row.holder.startsWith('@') || (row.anonymous && row.releasedAt === null)
          ? []
          : [{ template: 'staff-disposed', recipient: `office:${row.holder}` }]),
      ],
    });
    return together(ctx, plan, { file: parent, with: 'merged_out', child: row.id });
  },
};
