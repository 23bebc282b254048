/** The clock of an incident: told within 3 × 24 hours of being found, by the calendar (UU 27/2022 art. 46). Pure. */
import { formatNumber } from '../../../shared/text.ts';
import { DAY, HOUR } from '../../platform/clock.ts';

/** When those affected and the authority must have been told. Epoch ms. */
export const breachDue = (foundAt: number): number => foundAt + 3 * DAY;

export interface BreachTimes {
  dueAt: number;
  toldPeopleAt: number | null;
  toldAuthorityAt: number | null;
  closedAt: number | null;
  remindedAt: number | null;
}

/** Whether the clock still runs. */
export const isAwaited = ({ toldPeopleAt, toldAuthorityAt, closedAt }: BreachTimes): boolean =>
  closedAt === null && (toldPeopleAt === null || toldAuthorityAt === null);

/** "29 jam lagi", "kurang dari satu jam lagi", "lewat 3 jam". */
export function hoursLeft(dueAt: number, now: number): string {
  const left = dueAt - now;
  const hours = Math.floor(Math.abs(left) / HOUR);
  if (left >= 0) return hours === 0 ? 'kurang dari satu jam lagi' : `${formatNumber(hours)} jam lagi`;
  return hours === 0 ? 'baru lewat' : `lewat ${formatNumber(hours)} jam`;
}

/** Which reminder is due now, each once: a day before, and when it has passed. */
export function breachReminder(times: BreachTimes, now: number): 'soon' | 'late' | null {
  if (!isAwaited(times)) return null;
  if (now >= times.dueAt) return (times.remindedAt ?? 0) < times.dueAt ? 'late' : null;
  return now >= times.dueAt - DAY && times.remindedAt === null ? 'soon' : null;
}
