/** The clock of an item of the action plan: it runs from the day the item is written to its due, like that of a case. */
import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { newClock } from '../../../clocks/start.ts';
import { clocks } from '../../../clocks/table.ts';
import type { Statement } from '../../../platform/db.ts';
import type { Doer } from '../../doer.ts';

const SUBJECT = 'action';

/** @param id the item's, or SQL for it while it is written. @param startedSeq of the step that starts it */
export function startClock(to: Doer, id: number | SQL, startedSeq: number, dueOn: string): Statement {
  const { db, regency, now } = to;
  const due = { clock: SUBJECT, days: null, date: dueOn, calendarDays: null } as const;
  const of = { subject: SUBJECT, subjectId: 0, startedSeq };
  const row = newClock(regency, of, { ...due, dueAt: regency.calendar.endOfOffice(dueOn) }, now);
  return db.insert(clocks).values({ ...row, subjectId: id });
}

export function stopClock({ db, now }: Doer, id: number): Statement {
  return db
    .update(clocks)
    .set({ stoppedAt: now, nextAt: null })
    .where(and(eq(clocks.subject, SUBJECT), eq(clocks.subjectId, id), isNull(clocks.stoppedAt)));
}
