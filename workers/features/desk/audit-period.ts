/** Quarters of the local calendar, as the periods of an audit. */
import type { Calendar } from '../../../shared/working-time.ts';

export interface Quarter {
  /** "2026-3" */
  id: string;
  label: string;
  /** Epoch ms; `to` is the first moment after it. */
  from: number;
  to: number;
}

const HOW_MANY = 6;

/** The running quarter first, then those before it. @param now epoch ms */
export function quartersBefore(calendar: Calendar, now: number): Quarter[] {
  const [year = 0, month = 1] = calendar.localDate(now).split('-').map(Number);
  const current = year * 4 + Math.floor((month - 1) / 3);
  return Array.from({ length: HOW_MANY }, (_, back) => quarterOf(calendar, current - back));
}

function quarterOf(calendar: Calendar, index: number): Quarter {
  const [year, quarter] = [Math.floor(index / 4), (index % 4) + 1];
  return {
    id: `${year}-${quarter}`,
    label: `Triwulan ${quarter} tahun ${year}`,
    from: startOf(calendar, index),
    to: startOf(calendar, index + 1),
  };
}

function startOf(calendar: Calendar, index: number): number {
  const month = String((index % 4) * 3 + 1).padStart(2, '0');
  return calendar.startOfDay(`${Math.floor(index / 4)}-${month}-01`);
}
