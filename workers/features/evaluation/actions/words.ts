/** An item of the plan in words. */
import { type ActionState, actionStateNames, measureUnits } from '../../../../shared/action.ts';
import { formatDay, formatDueIn, formatNumber } from '../../../../shared/text.ts';
import { anyOffice } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { Tone } from '../../../ui/components.tsx';
import type { ActionLine } from './queries.ts';

const tones: Record<ActionState, Tone> = {
  planned: 'grey',
  running: 'blue',
  blocked: 'amber',
  done: 'green',
  dropped: 'grey',
};

export function standingOf({ row, overdue }: ActionLine): { label: string; tone: Tone } {
  const label = actionStateNames[row.state];
  return overdue ? { label: `${label}, lewat batas waktu`, tone: 'red' } : { label, tone: tones[row.state] };
}

/** "58 % (101 dari 173 tempat)", "40 %" */
export function progressText({ progress, measured }: ActionLine): string {
  if (measured === null) return `${progress}\u00a0%`;
  const { reached, goal, measure } = measured;
  return `${progress}\u00a0% (${formatNumber(reached)} dari ${formatNumber(goal)} ${measureUnits[measure]})`;
}

/** "31 Desember 2026", and of what is open how long that still is. */
export function dueText({ row }: ActionLine, regency: Regency, now: number): string {
  const day = formatDay(row.dueOn);
  if (row.doneAt !== null) return day;
  const due = regency.calendar.endOfOffice(row.dueOn);
  return `${day} (${formatDueIn(regency.calendar.workingDaysBetween(now, due), due < now)})`;
}

export const officeName = (regency: Regency, code: string): string => anyOffice(regency, code)?.name ?? code;

/** "Dinsos, Ani" */
export const inCharge = (regency: Regency, { row, owner }: ActionLine): string =>
  [anyOffice(regency, row.office)?.short ?? row.office, ...(owner ? [owner] : [])].join(', ');
