/** The forms of an event as they were typed. */

import { textsOf } from '../../doer.ts';
import type { AppContext } from '../../http.ts';
import type { EventRow } from './queries.ts';

const planFields = ['kind', 'title', 'startsAt', 'place', 'area', 'agenda', 'cost', 'program'] as const;
export type TypedEvent = Record<(typeof planFields)[number], string>;

export const readEvent = (form: FormData): TypedEvent => textsOf(form, planFields);

export const blankEvent = (): TypedEvent => readEvent(new FormData());

export function typedOf(row: EventRow): TypedEvent {
  const { kind, title, startsAt, place, agenda } = row;
  const number = (value: number | null) => (value === null ? '' : String(value));
  const area = row.area ?? '';
  return {
    kind,
    title,
    startsAt,
    place,
    area,
    agenda,
    cost: number(row.cost),
    program: number(row.campaignId),
  };
}

/** Where things of an event stand. */
export const eventPath = (c: AppContext, more = ''): string =>
  `/desk/kampanye/acara/${c.req.param('id')}${more}`;
