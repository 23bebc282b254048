/**
 * How many of the last cases would have been late under another clock row. Running clocks keep the days they began with, so
 * this is all that a change says about what is: it counts for what starts later.
 */
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { PackClock } from '../../../shared/regencies/types.ts';
import { classesOf } from '../../cases/due.ts';
import { isOrdinary, LATEST, lastCases } from '../../cases/latest.ts';
import { type ClockFacts, duesOf } from '../../clocks/plan.ts';
import { clocks } from '../../clocks/table.ts';
import type { Db } from '../../platform/db.ts';
import type { Regency } from '../../regency/snapshot.ts';

/** Clocks that are read: a case that was disposed several times has several. */
const CLOCKS = 800;

/** Numbers of cases. */
export interface LateCounts {
  /** Among the last 500: ordinary ones for which such a clock ran. */
  looked: number;
  /** Late by the days they had, and by those of the row. */
  before: number;
  after: number;
}

/**
 * @param row as it would be
 * @param now epoch ms: until when what still runs is measured
 */
export async function lateUnder(db: Db, regency: Regency, row: PackClock, now: number): Promise<LateCounts> {
  const last = lastCases(db, LATEST);
  const ran = await db
    .select({ of: { kind: last.kind, berkadar: last.berkadar, urgent: last.urgent }, clock: clocks })
    .from(last)
    // From the window to the clocks and never the other way round.
    .crossJoin(clocks)
    .where(
      and(
        isOrdinary(last, now),
        and(eq(clocks.subject, 'case'), eq(clocks.subjectId, last.id), eq(clocks.clock, row.clock)),
        isNotNull(clocks.days),
      ),
    )
    .orderBy(desc(last.id))
    .limit(CLOCKS);
  const seen = new Map<number, { before: boolean; after: boolean }>();
  for (const { of, clock } of ran) {
    if (appliesTo(of, row, regency) !== row.appliesTo || clock.days === null) continue;
    const end = clock.stoppedAt ?? clock.pausedAt ?? now;
    const facts: ClockFacts = { ...clock, pauses: JSON.parse(clock.pauses) as ClockFacts['pauses'] };
    const isLate = (days: number) => end > duesOf(regency.calendar, { ...facts, days }).dueAt;
    const so = seen.get(clock.subjectId) ?? { before: false, after: false };
    so.before ||= isLate(clock.days);
    so.after ||= isLate(row.days);
    seen.set(clock.subjectId, so);
  }
  const all = [...seen.values()];
  return {
    looked: all.length,
    before: all.filter((one) => one.before).length,
    after: all.filter((one) => one.after).length,
  };
}

/** For which class of cases the row stands that a case of this class goes by, once this row is there. */
function appliesTo(
  of: Parameters<typeof classesOf>[0],
  row: PackClock,
  regency: Regency,
): string | undefined {
  // The time limit for settling does not depend on how pressing it is (cases/disposition.ts).
  const order = classesOf(row.clock === 'settle' ? { ...of, urgent: false } : of);
  const there = [...regency.clocks, row].filter(({ clock }) => clock === row.clock);
  return order.find((one) => there.some((other) => other.appliesTo === one));
}
