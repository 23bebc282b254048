import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { normaliseCode } from '../../../shared/code.ts';
import type { MessageKey } from '../../../shared/i18n/index.ts';
import { closedStates } from '../../../shared/lifecycle/states.ts';
import { standing } from '../../../shared/permissions/index.ts';
import { AppError } from '../../platform/problem.ts';
import { planChange } from '../change.ts';
import type { Ctx } from '../context.ts';
import { officeClocks, pauseClocks, promiseAfterQuestion, stopClocks } from '../due.ts';
import { type CaseFile, factsOf, loadCase, loadCaseById } from '../load.ts';
import { together } from '../merging.ts';
import type { CaseVerb } from '../run.ts';
import { cases } from '../table.ts';
import { longText } from './input.ts';

const input = z.strictObject({
  /** Code of the case that it follows from now on. */
  parent: z.string().trim().min(1).max(40),
  /** Read by the reporter. */
  reason: longText,
});

/**
 * A duplicate follows its parent: its own clocks wait, the promise on its receipt is not moved. A question that was open
 * falls away. Both cases' histories say so, in one batch.
 */
export const merge: CaseVerb<typeof input> = {
  name: 'merge',
  action: 'merge',
  input,
  async plan(ctx, file, { parent: code, reason }) {
    const { row } = file;
    const parent = await findParent(ctx, file, code);
    const plan = await planChange(ctx, file, {
      verb: 'merge',
      visibility: 'reporter',
      facts: { parent: parent.row.id },
      words: { reason },
      set: {
        parentId: parent.row.id,
        resumeState: row.state === 'clarification' ? (row.resumeState ?? 'verified') : row.state,
        dueAt: promiseAfterQuestion(ctx, file),
        routedAt: row.routedAt ?? ctx.now,
      },
      also: [
        stopClocks(ctx, row.id, ['completeness']),
        pauseClocks(ctx, row.id, ['verify', 'promise', ...officeClocks]),
      ],
      notices: [{ template: 'merged', recipient: 'reporter', values: { parent: parent.row.code } }],
    });
    return together(ctx, plan, { file: parent, with: 'merged_in', child: row.id });
  },
};

/** @throws AppError invalid; a case that this person may not read is refused like one that is not there */
async function findParent(ctx: Ctx, file: CaseFile, typed: string): Promise<CaseFile> {
  const code = normaliseCode(typed, ctx.regency.about.codePrefix);
  if (code === file.row.code) throw refused('field.parent_itself');
  const parent = code === null ? null : await loadCase(ctx.db, code);
  if (!parent || !isReadable(ctx, parent)) throw refused('field.case');
  const { row } = parent;
  if (row.state === 'merged') throw await alreadyMerged(ctx, parent);
  if (closedStates.includes(row.state)) throw refused('field.parent_closed');
  // Its state is what exports say; a promise of Kanal must not hang on it.
  if (row.importedAt !== null) throw refused('field.parent_imported');
  if (row.confidential) throw refused('field.parent_confidential');
  const [own] = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(eq(cases.parentId, file.row.id))
    .limit(1);
  if (own) throw refused('field.has_reports');
  return parent;
}

/** As an administrator: who only holds its accusation may not make a case public by merging. */
function isReadable(ctx: Ctx, parent: CaseFile): boolean {
  return ctx.staff !== null && standing(ctx.staff, factsOf(parent)) === 'admin';
}

/** No chains: tells the parent's own parent, when this person may know of it. */
async function alreadyMerged(ctx: Ctx, parent: CaseFile): Promise<AppError> {
  const top = parent.row.parentId === null ? null : await loadCaseById(ctx.db, parent.row.parentId);
  if (!top || !isReadable(ctx, top)) return refused('field.case');
  return refused('field.parent_merged', { code: top.row.code });
}

function refused(message: MessageKey, values?: Record<string, string>): AppError {
  return new AppError('invalid', { fields: [{ pointer: '/parent', message, ...(values && { values }) }] });
}
