/** Which points a clock has under this regency's settings: steps of its ladder, reminders, and what happens at its due. */
import type { ClockName, PackClock, PackStep } from '../../shared/regencies/types.ts';
import type { Calendar } from '../../shared/working-time.ts';
import type { Rule } from './plan.ts';

/** A point with what it is for. */
export type ClockRule = Rule &
  (
    | { kind: 'step'; step: PackStep }
    /** The reporter is reminded. */
    | { kind: 'remind' }
    /** The clock itself acts: it settles, archives or asks. */
    | { kind: 'act' }
  );

/** What of the settings makes the points of a clock. */
export interface Timing {
  calendar: Calendar;
  clocks: readonly PackClock[];
  steps: readonly PackStep[];
}

/** Clocks whose due does something to the case. */
const acting: readonly ClockName[] = ['reporter', 'completeness', 'forwarded'];

/**
 * @param startedAt epoch ms; rows that came into force later do not count for a clock that ran already
 */
export function rulesOf(regency: Timing, clock: ClockName, startedAt: number): ClockRule[] {
  const date = regency.calendar.localDate(startedAt);
  const steps = inForce(regency.steps, date)
    .filter((step) => step.clocks.includes(clock))
    .map((step): ClockRule => ({ id: step.id, when: step.when, kind: 'step', step }));
  const reminders = remindersOf(regency.clocks, clock, date).map(
    (days): ClockRule => ({ id: `remind-${days}`, when: { at: 'day', days }, kind: 'remind' }),
  );
  const act: ClockRule[] = acting.includes(clock) ? [{ id: 'due', when: { at: 'due' }, kind: 'act' }] : [];
  return [...steps, ...reminders, ...act];
}

/** Of rows with the same id the latest that is in force on the date. */
export function inForce<Row extends { id: string; validFrom: string }>(
  rows: readonly Row[],
  date: string,
): Row[] {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const kept = newest.get(row.id);
    if (row.validFrom <= date && (!kept || kept.validFrom <= row.validFrom)) newest.set(row.id, row);
  }
  return [...newest.values()];
}

function remindersOf(rows: readonly PackClock[], clock: ClockName, date: string): number[] {
  const [row] = rows
    .filter((one) => one.clock === clock && one.validFrom <= date)
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  return row?.reminders ?? [];
}
