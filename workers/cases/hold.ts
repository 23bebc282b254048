/** What holding an accusation does, by the router or by a person (domain.md sections 1 and 2). */
import type { Plan } from '../platform/db.ts';
import { addAccused } from './accused.ts';
import { type Change, type Done, type Facts, planChange, type Words } from './change.ts';
import type { Ctx } from './context.ts';
import {
  dueOf,
  pauseClocks,
  promiseAfterQuestion,
  resumeClocks,
  shifted,
  startClocks,
  stopClocksBut,
} from './due.ts';
import type { CaseFile } from './load.ts';

export interface Hold {
  holder: string;
  /** "office:PUPR", "staff:12". */
  accused: string[];
  facts: Facts;
  words?: Words;
  set: NonNullable<Change['set']>;
}

/**
 * The case leaves every ordinary desk: no office, no copies can read it any more. An answer keeps its reporter's window:
 * it waits, and freeing the case gives the rest of it back, so that no detour settles what only the reporter may.
 */
export function planHold(ctx: Ctx, file: CaseFile, hold: Hold): Promise<Plan<Done>> {
  const { row, running } = file;
  const answered = row.state === 'answered';
  const imported = row.importedAt !== null;
  const verifying = running.find((clock) => clock.clock === 'verify');
  const due = dueOf(ctx, 'verify', row);
  const goOn = running.filter((clock) => clock.clock === 'verify' || clock.clock === 'promise');
  return planChange(ctx, file, {
    verb: 'hold',
    visibility: 'desk',
    facts: hold.facts,
    words: hold.words,
    set: {
      ...hold.set,
      // What is worked in SP4N-LAPOR! goes on from where it was there.
      resumeState: answered || imported ? row.state : null,
      holder: hold.holder,
      holderSince: ctx.now,
      nextDueAt: imported ? row.nextDueAt : verifying ? shifted(ctx, verifying) : due.dueAt,
      dueAt: promiseAfterQuestion(ctx, file),
      routedAt: row.routedAt ?? ctx.now,
    },
    also: [
      stopClocksBut(ctx, row.id, ['verify', 'promise', ...(answered ? ['reporter' as const] : [])]),
      ...(answered ? [pauseClocks(ctx, row.id, ['reporter'])] : []),
      ...resumeClocks(ctx, row.id, goOn),
      ...(verifying || imported ? [] : [startClocks(ctx, row.id, row.version + 1, [due])]),
      ...addAccused(ctx, row.id, file.accused, hold.accused),
    ],
    notices: [{ template: 'staff-held', recipient: `holder:${hold.holder}` }],
  });
}
