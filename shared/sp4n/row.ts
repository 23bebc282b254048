/** One row of an export, read: what Kanal keeps of it, or why it cannot be counted. */
import type { CaseKind, CaseState } from '../lifecycle/states.ts';
import { type LocalTime, parseLocalTime } from './dates.ts';
import type { Mapping, Sp4nField } from './fields.ts';
import { channelOf, classOf, isNoName, isTicked, stateOf } from './words.ts';

/** Why a row is refused; names of rules, never what stood in it. */
export const refusals = [
  'number_missing',
  'number_invalid',
  'number_twice',
  'text_missing',
  'status_unknown',
  'received_unreadable',
  'kind_unknown',
] as const;
export type Refusal = (typeof refusals)[number];

export interface Sp4nRow {
  number: string;
  title: string | null;
  text: string;
  /** SP4N-LAPOR!'s word. */
  status: string;
  state: CaseState;
  received: LocalTime;
  closed: LocalTime | null;
  /** Local date, YYYY-MM-DD. */
  occurredOn: string | null;
  kind: CaseKind;
  berkadar: boolean;
  /** As written there. */
  category: string | null;
  office: string | null;
  place: string | null;
  answer: string | null;
  channel: 'sp4n_web' | 'sp4n_app';
  anonymous: boolean;
  confidential: boolean;
  /** Null of an anonim reporter, whatever the export says. */
  name: string | null;
}

export type ReadRow = { ok: true; row: Sp4nRow } | { ok: false; number: string | null; refusal: Refusal };

/** The cells of the fields, trimmed; what is not mapped is empty. */
export function cellsOf(headers: readonly string[], cells: readonly string[], mapping: Mapping) {
  return (field: Sp4nField): string => {
    const header = mapping[field];
    const index = header === undefined ? -1 : headers.indexOf(header);
    return (cells[index] ?? '').trim();
  };
}

/** Tracking ID without what spreadsheets put around it. */
export const numberOf = (cell: string): string =>
  cell.replace(/^[#'\s]+|\s+$/g, '').replace(/^(\d+)\.0+$/, '$1');

export function readRow(cell: (field: Sp4nField) => string): ReadRow {
  const number = numberOf(cell('number'));
  if (number === '') return { ok: false, number: null, refusal: 'number_missing' };
  if (!/^\d{4,12}$/.test(number)) return { ok: false, number: null, refusal: 'number_invalid' };
  const refuse = (refusal: Refusal): ReadRow => ({ ok: false, number, refusal });
  const text = cell('text');
  if (text === '') return refuse('text_missing');
  const status = cell('status');
  const state = stateOf(status);
  if (state === null) return refuse('status_unknown');
  const received = parseLocalTime(cell('received'));
  if (received === null) return refuse('received_unreadable');
  const kind = classOf(cell('kind'));
  if (kind === null) return refuse('kind_unknown');
  const name = cell('name');
  const anonymous = isTicked(cell('anonymous'), 'anonim') || (name !== '' && isNoName(name));
  return {
    ok: true,
    row: {
      number,
      title: cell('title') || null,
      text,
      status,
      state,
      received,
      closed: parseLocalTime(cell('closed')),
      occurredOn: parseLocalTime(cell('occurred'))?.date ?? null,
      ...kind,
      category: cell('category') || null,
      office: cell('office') || null,
      place: cell('place') || null,
      answer: cell('answer') || null,
      channel: channelOf(cell('source')),
      anonymous,
      confidential: isTicked(cell('confidential'), 'rahasia'),
      name: anonymous || isNoName(name) ? null : name,
    },
  };
}
