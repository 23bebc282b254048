/** How a meeting is told. */
import { type Period, parsePeriod, periodName } from '../../../../shared/figures/periods.ts';
import { runsEvaluation } from '../../../../shared/permissions/rooms.ts';
import { formatDate } from '../../../../shared/text.ts';
import type { TimeZone } from '../../../../shared/working-time.ts';
import { AppError } from '../../../platform/problem.ts';
import type { Tone } from '../../../ui/components.tsx';
import type { SignedIn } from '../../http.ts';
import { instantOf, whenText } from '../../local-time.ts';
import type { MeetingRow } from './queries.ts';

export const meetingStates = ['ahead', 'open', 'closed', 'cancelled'] as const;

const standings: Record<(typeof meetingStates)[number], { label: string; tone: Tone }> = {
  ahead: { label: 'Akan datang', tone: 'blue' },
  open: { label: 'Belum ditutup', tone: 'amber' },
  closed: { label: 'Ditutup', tone: 'green' },
  cancelled: { label: 'Dibatalkan', tone: 'grey' },
};

/** Where it stands. @param local minute of the wall clock now */
export function stateOf(row: MeetingRow, local: string): (typeof meetingStates)[number] {
  if (row.cancelledAt !== null) return 'cancelled';
  if (row.closedAt !== null) return 'closed';
  return row.startsAt > local ? 'ahead' : 'open';
}

export const standingOf = (row: MeetingRow, local: string) => standings[stateOf(row, local)];

/** Its day has gone by. @param local ISO date, or minute of the wall clock */
export const isOver = ({ startsAt }: Pick<MeetingRow, 'startsAt'>, local: string): boolean =>
  startsAt.slice(0, 10) < local.slice(0, 10);

export const isOpen = ({ closedAt, cancelledAt }: MeetingRow): boolean =>
  closedAt === null && cancelledAt === null;

/** @throws AppError internal for what no form lets in */
export function periodOf({ period }: Pick<MeetingRow, 'period'>): Period {
  const parsed = parsePeriod(period);
  if (!parsed) throw new AppError('internal');
  return parsed;
}

export const periodText = (row: Pick<MeetingRow, 'period'>): string => periodName(periodOf(row));

/** Of a meeting taken over from paper nobody knows more than its day: then the hour is midnight. */
export function whenOf({ startsAt }: Pick<MeetingRow, 'startsAt'>, zone: TimeZone): string {
  return startsAt.endsWith('T00:00') ? formatDate(instantOf(startsAt, zone), zone) : whenText(startsAt, zone);
}

/** May this person see what concerns an office? Heads and liaison officers only their own, and what is for all. */
export function concerns(who: SignedIn, office: string | null): boolean {
  const all = runsEvaluation(who) || who.roles.includes('inspector');
  return all || office === null || who.offices.includes(office);
}
