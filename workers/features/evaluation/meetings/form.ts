/** The plan of a meeting as it was typed, and what is proposed for a new one. */
import { proposedAgenda } from '../../../../shared/evaluation/agenda.ts';
import {
  type Period,
  type PeriodKind,
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

/** How many of each kind are offered, the newest first. */
const offered: readonly [PeriodKind, number][] = [
  ['quarter', 6],
  ['half', 3],
  ['year', 2],
  ['month', 6],
];

/** @param today local ISO date. @param chosen stays, whatever it is */
export function periodOptions(today: string, chosen: string): Option[] {
  const periods = offered.flatMap(([kind, count]) => {
    const list: Period[] = [periodWith(kind, today)];
    for (let last = list[0]; last && list.length < count; last = list.at(-1)) list.push(periodBefore(last));
    return list;
  });
  const options = periods.map((period) => ({ value: periodId(period), label: periodName(period) }));
  const own = parsePeriod(chosen);
  const missing = own && options.every(({ value }) => value !== chosen);
  return missing ? [{ value: chosen, label: periodName(own) }, ...options] : options;
}
