/** The plan of a meeting as it was typed, and what is proposed for a new one. */
import { proposedAgenda } from '../../../../shared/evaluation/agenda.ts';
import {
  choosable,
  type Period,
  parsePeriod,
  periodBefore,
  periodId,
  periodName,
  periodWith,
} from '../../../../shared/figures/periods.ts';
import type { Option } from '../../../ui/components.tsx';
import { textsOf } from '../../doer.ts';
import type { MeetingRow } from './queries.ts';

const fields = ['title', 'period', 'startsAt', 'place', 'chair', 'agenda'] as const;
export type TypedMeeting = Record<(typeof fields)[number], string>;

export const readMeeting = (form: FormData): TypedMeeting => textsOf(form, fields);

/** The quarter before the one that goes on, with the usual agenda. @param today local ISO date */
export function blankMeeting(today: string): TypedMeeting {
  const quarter = periodBefore(periodWith('quarter', today));
  const title = `Rapat evaluasi pengaduan ${periodName(quarter)}`;
  const agenda = proposedAgenda.join('\n');
  return { title, period: periodId(quarter), startsAt: '', place: '', chair: '', agenda };
}

export function typedOf({ title, period, startsAt, place, chair, agenda }: MeetingRow): TypedMeeting {
  return { title, period, startsAt, place, chair, agenda: agendaOf({ agenda }).join('\n') };
}

export const agendaOf = ({ agenda }: Pick<MeetingRow, 'agenda'>): string[] => JSON.parse(agenda) as string[];

/** To choose from, the newest first. @param today local ISO date. @param chosen stays, whatever it is */
export function periodGroups(today: string, chosen: string): { label: string; options: Option[] }[] {
  const option = (period: Period) => ({ value: periodId(period), label: periodName(period) });
  const groups = choosable(today).map(({ label, periods }) => ({ label, options: periods.map(option) }));
  const own = parsePeriod(chosen);
  const missing = own && groups.every(({ options }) => options.every(({ value }) => value !== chosen));
  return missing ? [{ label: 'Dipilih', options: [option(own)] }, ...groups] : groups;
}
