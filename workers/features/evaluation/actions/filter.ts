/** What of the plan is shown; it stands in the address. */
import { type ActionState, actionStates } from '../../../../shared/action.ts';
import type { Sought } from './queries.ts';

export const PLAN = '/desk/evaluasi/rencana-aksi';

export interface Filter {
  office: string;
  state: ActionState | null;
  overdue: boolean;
  /** Id of a meeting, as it stands in the address. */
  meeting: string;
}

export const params = { office: 'opd', state: 'keadaan', overdue: 'lewat', meeting: 'rapat' } as const;

/** What cannot be read filters nothing. */
export function filterOf(query: (name: string) => string | undefined): Filter {
  const state = query(params.state);
  const meeting = query(params.meeting) ?? '';
  return {
    office: query(params.office) ?? '',
    state: actionStates.find((one) => one === state) ?? null,
    overdue: query(params.overdue) === '1',
    meeting: /^[1-9]\d{0,14}$/.test(meeting) ? meeting : '',
  };
}

export const soughtBy = ({ office, state, overdue, meeting }: Filter): Sought => ({
  ...{ office: office || undefined, state: state ?? undefined, overdue },
  meetingId: meeting ? Number(meeting) : undefined,
});

/** "?opd=PUPR&lewat=1", or "" for everything. */
export function queryOf({ office, state, overdue, meeting }: Filter): string {
  const query = new URLSearchParams({
    ...(office ? { [params.office]: office } : {}),
    ...(state ? { [params.state]: state } : {}),
    ...(overdue ? { [params.overdue]: '1' } : {}),
    ...(meeting ? { [params.meeting]: meeting } : {}),
  }).toString();
  return query && `?${query}`;
}
