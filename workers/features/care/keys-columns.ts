/**
 * Every column that holds sealed values, in one list: what is not in it would keep its old key for ever, so a test walks
 * the whole schema. Tables by name, because they belong to every room of the house.
 */
import type { Place } from '../../privacy/seal.ts';

type Values = Record<string, string | number>;

export interface SealedColumn {
  table: string;
  column: string;
  /** Columns of the primary key, in order: what is sealed anew walks along it. */
  id: readonly string[];
  /** Further columns that its place is made of; they never change. */
  also?: readonly string[];
  /** The row of its place. */
  row: (values: Values) => string | number;
}

const byId = ({ id }: Values): number => Number(id);

const of = (
  table: string,
  columns: readonly string[],
  rest: Partial<Omit<SealedColumn, 'table' | 'column'>> = {},
): SealedColumn[] => columns.map((column) => ({ table, column, id: ['id'], row: byId, ...rest }));

export const sealedColumns: readonly SealedColumn[] = [
  ...of('cases', ['title', 'sp4n_link']),
  ...of('entries', ['words'], { id: ['case_id', 'seq'], row: (at) => `${at.case_id}:${at.seq}` }),
  ...of('contacts', ['name', 'email', 'phone'], { id: ['case_id'], row: (at) => Number(at.case_id) }),
  ...of('staff', ['phone']),
  ...of('social_posts', ['link', 'note'], {
    also: ['link_index'],
    row: ({ link_index: link }) => String(link),
  }),
  ...of('disclosures', ['reason'], {
    also: ['actor', 'subject', 'at'],
    row: ({ actor, subject, at }) => `${actor}:${subject}:${at}`,
  }),
  ...of('erasure_requests', ['reason', 'answer'], {
    also: ['case_id', 'asked_at'],
    row: (at) => `${at.case_id}:${at.asked_at}`,
  }),
  ...of('breaches', ['words'], {
    also: ['recorded_by', 'recorded_at'],
    row: (at) => `${at.recorded_by}:${at.recorded_at}`,
  }),
  ...of('breach_entries', ['words'], {
    id: ['breach_id', 'seq'],
    also: ['by', 'at'],
    row: ({ by, at }) => `${by}:${at}`,
  }),
  ...of('placement_events', ['remark'], {
    id: ['placement_id', 'seq'],
    row: (at) => `${at.placement_id}:${at.seq}`,
  }),
  ...of('media_partners', ['contact'], { also: ['created_at'], row: (at) => Number(at.created_at) }),
  ...of('event_people', ['name'], {
    also: ['event_id', 'invited_at'],
    row: (at) => `${at.event_id}:${at.invited_at}`,
  }),
  ...of('meetings', ['minutes'], { also: ['created_at'], row: (at) => Number(at.created_at) }),
  ...of('meeting_people', ['name'], {
    also: ['meeting_id', 'invited_at'],
    row: (at) => `${at.meeting_id}:${at.invited_at}`,
  }),
  ...of('meeting_questions', ['answer']),
  ...of('action_steps', ['note'], {
    id: ['action_id', 'seq'],
    row: (at) => `${at.action_id}:${at.seq}`,
  }),
  ...of('bulk_jobs', ['input'], {
    also: ['staff_id', 'created_at'],
    row: (at) => `${at.staff_id}:${at.created_at}`,
  }),
];

/** "entries.words" */
export const columnName = ({ table, column }: SealedColumn): string => `${table}.${column}`;

export const placeOf = (column: SealedColumn, values: Values): Place => ({
  table: column.table,
  column: column.column,
  row: column.row(values),
});
