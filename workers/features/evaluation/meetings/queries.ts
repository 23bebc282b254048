/** What is asked about meetings. A regency holds some four a year. */
import { and, asc, desc, eq, getTableColumns, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Frozen } from '../../../../shared/evaluation/frozen.ts';
import type { Db } from '../../../platform/db.ts';
import type { Keys } from '../../../privacy/keys.ts';
import { openShown, type Place } from '../../../privacy/seal.ts';
import { decisions, meetingPeople, meetingQuestions, meetings } from './table.ts';

/** Without the figures, which are some hundred kilobytes. */
const { frozen: _, ...columns } = getTableColumns(meetings);
export type MeetingRow = Omit<typeof meetings.$inferSelect, 'frozen'>;

export interface MeetingLine {
  row: MeetingRow;
  invited: number;
  attended: number;
  decided: number;
}

const PAGE = 25;

/** The latest first. @param cursor of the page before; an unreadable one begins anew */
export async function listMeetings(db: Db, cursor?: string) {
  const [, from = '', id = ''] = /^([\d:T-]{16})_(\d{1,15})$/.exec(cursor ?? '') ?? [];
  const after = from ? sql`(${meetings.startsAt}, ${meetings.id}) < (${from}, ${Number(id)})` : undefined;
  const rows = await lines(db)
    .where(after)
    .orderBy(desc(meetings.startsAt), desc(meetings.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1)?.row : undefined;
  return { meetings: shown, next: last ? `${last.startsAt}_${last.id}` : null };
}

export async function meetingLine(db: Db, id: number): Promise<MeetingLine | null> {
  const [line] = await lines(db).where(eq(meetings.id, id));
  return line ?? null;
}

function lines(db: Db) {
  const count = (table: string, what = '*') =>
    sql<number>`(select count(${sql.raw(what)}) from ${sql.raw(table)} x where x.meeting_id = "meetings"."id")`;
  return db
    .select({
      row: columns,
      invited: count('meeting_people'),
      attended: count('meeting_people', 'x.attended_at'),
      decided: count('decisions'),
    })
    .from(meetings)
    .$dynamic();
}

/** Figures of a meeting, or null while they are not frozen. */
export async function frozenOf(db: Db, id: number): Promise<Frozen | null> {
  const [row] = await db.select({ frozen: meetings.frozen }).from(meetings).where(eq(meetings.id, id));
  return row?.frozen ? (JSON.parse(row.frozen) as Frozen) : null;
}

/** The meeting that a notice is about, by the notice's id; null for every other notice. */
export function meetingIdOf(delivery: string): number | null {
  const id = /^meeting:(\d+):/.exec(delivery)?.[1];
  return id === undefined ? null : Number(id);
}

/** The next one that is neither closed nor cancelled. */
export async function openMeeting(db: Db): Promise<MeetingRow | null> {
  const [row] = await db
    .select(columns)
    .from(meetings)
    .where(and(isNull(meetings.closedAt), isNull(meetings.cancelledAt)))
    .orderBy(asc(meetings.startsAt))
    .limit(1);
  return row ?? null;
}

/** The last one that was closed. @param before local minute */
export async function lastMeeting(db: Db, before: string): Promise<MeetingRow | null> {
  const [row] = await db
    .select(columns)
    .from(meetings)
    .where(and(isNotNull(meetings.closedAt), lt(meetings.startsAt, before)))
    .orderBy(desc(meetings.startsAt))
    .limit(1);
  return row ?? null;
}

export type PersonRow = typeof meetingPeople.$inferSelect;

export function peopleOf(db: Db, meetingId: number): Promise<PersonRow[]> {
  return db
    .select()
    .from(meetingPeople)
    .where(eq(meetingPeople.meetingId, meetingId))
    .orderBy(asc(meetingPeople.id));
}

export type QuestionRow = typeof meetingQuestions.$inferSelect;

/** In their order, those left out too. */
export function questionsOf(db: Db, meetingId: number): Promise<QuestionRow[]> {
  const { position, id } = meetingQuestions;
  return db
    .select()
    .from(meetingQuestions)
    .where(eq(meetingQuestions.meetingId, meetingId))
    .orderBy(asc(position), asc(id));
}

export type DecisionRow = typeof decisions.$inferSelect;

export function decisionsOf(db: Db, meetingId: number): Promise<DecisionRow[]> {
  return db
    .select()
    .from(decisions)
    .where(eq(decisions.meetingId, meetingId))
    .orderBy(asc(decisions.position), asc(decisions.id));
}

export const minutesPlace = (createdAt: number): Place => ({
  table: 'meetings',
  column: 'minutes',
  row: createdAt,
});

export const answerPlace = (id: number): Place => ({ table: 'meeting_questions', column: 'answer', row: id });

export const personPlace = (meetingId: number, invitedAt: number): Place => ({
  table: 'meeting_people',
  column: 'name',
  row: `${meetingId}:${invitedAt}`,
});

/** Minutes as they may be shown; '' = none. */
export const minutesOf = async (keys: Keys, row: MeetingRow): Promise<string> =>
  (await openShown(keys, minutesPlace(row.createdAt), row.minutes)) ?? '';
