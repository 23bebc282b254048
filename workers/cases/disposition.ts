/** What every disposition does, by whomever: office, holder, copies and the office's clocks from now (domain.md section 3). */

import type { Due } from '../clocks/start.ts';
import type { Plan, Statement } from '../platform/db.ts';
import { type Change, type Done, type Facts, planChange, type Words } from './change.ts';
import type { Ctx } from './context.ts';
import { dueOf, promised, startClocks, stopClocksBut } from './due.ts';
import type { CaseFile } from './load.ts';
import { caseCopies } from './table.ts';

export interface Disposition {
  verb: 'route' | 'dispose' | 'decide_return' | 'pass_to_inspectorate';
  office: string;
  /** Who acts, when it is not the office's ordinary desk. */
  holder?: string;
  berkadar?: boolean;
  copies: string[];
  urgent: boolean;
  facts: Facts;
  words?: Words;
  set?: Change['set'];
  also?: Statement[];
}

/** A new disposition restarts the office's clocks; the promise runs on. */
export function planDisposition(ctx: Ctx, file: CaseFile, to: Disposition): Promise<Plan<Done>> {
  const { row } = file;
  const seq = row.version + 1;
  const of = { kind: row.kind, berkadar: to.berkadar ?? row.berkadar, urgent: to.urgent };
  const firstAnswer = dueOf(ctx, 'first_answer', of);
  const settle = dueOf(ctx, 'settle', { ...of, urgent: false });
  // The promise runs from receipt; it becomes a clock once there is an office whose dues it outlives.
  const promise = file.running.some((clock) => clock.clock === 'promise') || row.answeredAt !== null;
  const started: [Due, ...Due[]] = [
    firstAnswer,
    settle,
    dueOf(ctx, 'return', of),
    ...(promise ? [] : [promised(row.dueAt)]),
  ];
  // What is worked in SP4N-LAPOR! gets an Inspektur who may read it, and no clock of Kanal.
  const timed = row.importedAt === null;
  const fresh = to.copies.filter((office) => !file.copies.includes(office));
  return planChange(ctx, file, {
    verb: to.verb,
    visibility: 'reporter',
    facts: { ...to.facts, office: to.office, copies: to.copies, from: row.office },
    words: to.words,
    set: {
      ...to.set,
      office: to.office,
      holder: to.holder ?? to.office,
      holderSince: ctx.now,
      berkadar: of.berkadar,
      urgent: to.urgent,
      nextDueAt: timed ? Math.min(firstAnswer.dueAt, settle.dueAt) : row.nextDueAt,
      routedAt: row.routedAt ?? ctx.now,
      hops: row.office !== null && row.office !== to.office ? row.hops + 1 : row.hops,
      outside: null,
    },
    also: [
      stopClocksBut(ctx, row.id, ['promise']),
      ...(timed ? [startClocks(ctx, row.id, seq, started)] : []),
      ...fresh.map((office) => ctx.db.insert(caseCopies).values({ caseId: row.id, office })),
      ...(to.also ?? []),
    ],
    notices: [
      { template: 'staff-disposed', recipient: to.holder ? `holder:${to.holder}` : `office:${to.office}` },
      // Of a secret case no mail says where it went.
      ...(of.berkadar ? [] : [{ template: 'disposed', recipient: 'reporter' }]),
    ],
  });
}
