import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { planFinal, type Told } from '../answering.ts';
import { approving } from '../approval.ts';
import { planChange } from '../change.ts';
import type { CaseVerb } from '../run.ts';
import { attachments } from '../table.ts';
import { futureDate, longText } from './input.ts';

const nothing = z.strictObject({});

/** Somebody else than who wrote it lets the answer leave: the history has it as the answer, and tells who proposed it. */
export const approveAnswer: CaseVerb<typeof nothing> = {
  name: 'approve_answer',
  action: 'approve_answer',
  input: nothing,
  async plan(ctx, file) {
    const { proposal, right } = await approving(ctx, file);
    const { approver: _approver, onBehalfOf, ...facts } = proposal.facts as Told['facts'];
    // It waited: what it announced may have passed meanwhile.
    if (facts.date !== null) futureDate(ctx.regency, ctx.now, facts.date);
    const seq = file.row.version + 1;
    return planFinal(
      { ...ctx, onBehalfOf: right },
      file,
      { facts, words: proposal.words },
      {
        facts: { proposedBy: proposal.by, ...(onBehalfOf ? { proposedFor: onBehalfOf } : {}) },
        set: { proposedBy: proposal.by },
        also: [
          ctx.db
            .update(attachments)
            .set({ seq })
            .where(and(eq(attachments.caseId, file.row.id), eq(attachments.seq, proposal.seq))),
        ],
      },
    );
  },
};

const input = z.strictObject({ reason: longText });

/** It has to be written better first. Whoever proposed it is told, and finds their words again. */
export const sendBackAnswer: CaseVerb<typeof input> = {
  name: 'send_back_answer',
  action: 'send_back_answer',
  input,
  async plan(ctx, file, { reason }) {
    const { proposal, right } = await approving(ctx, file);
    return planChange({ ...ctx, onBehalfOf: right }, file, {
      verb: 'send_back_answer',
      visibility: 'desk',
      facts: { proposal: proposal.seq, target: proposal.by },
      words: { reason },
      set: { proposalSeq: null, proposedBy: null },
      notices: [{ template: 'staff-answer-sent-back', recipient: proposal.by }],
    });
  },
};
