/** What holding an accusation does, by the router or by a person (domain.md sections 1 and 2). */
import type { Plan, Statement } from '../platform/db.ts';
import { addAccused } from './accused.ts';
import { type Change, type Done, type Facts, planChange, type Words } from './change.ts';
import type { Ctx } from './context.ts';
import { dueOf, startClock, stopClocks } from './due.ts';
import type { CaseFile } from './load.ts';

export interface Hold {
  holder: string;
  /** "office:PUPR", "staff:12". */
  accused: string[];
  facts: Facts;
  words?: Words;
  set: NonNullable<Change['set']>;
}

/** The case leaves every ordinary desk: no office, no copies can read it any more. */
export function planHold(ctx: Ctx, file: CaseFile, hold: Hold): Promise<Plan<Done>> {
  const { row } = file;
  const verifying = file.running.find((clock) => clock.clock === 'verify');
  const due = verifying?.dueAt ?? dueOf(ctx, 'verify', row);
  const clocks: Statement[] = verifying
    ? []
    : [stopClocks(ctx, row.id), startClock(ctx, row.id, row.version + 1, 'verify', due)];
  return planChange(ctx, file, {
    verb: 'hold',
    visibility: 'desk',
    facts: hold.facts,
    words: hold.words,
    set: {
      ...hold.set,
      holder: hold.holder,
      holderSince: ctx.now,
      nextDueAt: due,
      routedAt: row.routedAt ?? ctx.now,
    },
    also: [...clocks, ...addAccused(ctx, row.id, file.accused, hold.accused)],
    notices: [{ template: 'staff-held', recipient: `holder:${hold.holder}` }],
  });
}
