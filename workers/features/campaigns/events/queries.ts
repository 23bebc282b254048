/** What is asked about events. */
import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { EventKind } from '../../../../shared/campaign.ts';
import type { Db } from '../../../platform/db.ts';
import type { Place } from '../../../privacy/seal.ts';
import { campaigns, placements } from '../table.ts';
import { campaignEvents, eventFiles, eventPeople } from './table.ts';

export type EventRow = typeof campaignEvents.$inferSelect;

export interface EventLine {
  row: EventRow;
  /** Name of its program. */
  program: string | null;
  /** Of its slides; null = it has none. */
  code: string | null;
  invited: number;
  /** Of the list; `row.headcount` counts where there is none. */
  attended: number;
}

const PAGE = 25;
/** Of a list without pages; a regency holds some tens of events a year. */
const MOST = 100;

const { startsAt, cancelledAt, heldAt, result } = campaignEvents;

/** Begun, and nobody has said what came of it. @param local minute of the wall clock */
const isOpen = (local: string) =>
  and(lt(startsAt, local), isNull(cancelledAt), or(isNull(heldAt), eq(result, '')));

/** @returns the oldest first */
export async function openEvents(db: Db, local: string): Promise<EventLine[]> {
  return select(db).where(isOpen(local)).orderBy(asc(startsAt)).limit(MOST);
}

/** @returns the next one first */
export async function comingEvents(db: Db, local: string): Promise<EventLine[]> {
  return select(db).where(gte(startsAt, local)).orderBy(asc(startsAt)).limit(MOST);
}

/** Held or cancelled, the newest first. @param cursor of the page before; an unreadable one begins anew */
export async function pastEvents(
  db: Db,
  local: string,
  cursor?: string,
): Promise<{ events: EventLine[]; next: string | null }> {
  const done = and(
    lt(startsAt, local),
    or(isNotNull(cancelledAt), and(isNotNull(heldAt), sql`${result} <> ''`)),
  );
  return page(db, done, cursor);
}

/** All of them, the newest first. */
export const allEvents = (db: Db, cursor?: string) => page(db, undefined, cursor);

/** The oldest first; a regency holds some tens a year. */
export const everyEvent = (db: Db): Promise<EventLine[]> => select(db).orderBy(asc(startsAt));

async function page(db: Db, where: ReturnType<typeof and>, cursor?: string) {
  const [, from = '', id = ''] = /^([\d:T-]{16})_(\d{1,15})$/.exec(cursor ?? '') ?? [];
  const after = from
    ? or(lt(startsAt, from), and(eq(startsAt, from), lt(campaignEvents.id, Number(id))))
    : undefined;
  const rows = await select(db)
    .where(and(where, after))
    .orderBy(desc(startsAt), desc(campaignEvents.id))
    .limit(PAGE + 1);
  const events = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? events.at(-1)?.row : undefined;
  return { events, next: last ? `${last.startsAt}_${last.id}` : null };
}

export async function eventLine(db: Db, id: number): Promise<EventLine | null> {
  const [line] = await select(db).where(eq(campaignEvents.id, id));
  return line ?? null;
}

function select(db: Db) {
  const people = (which: string) =>
    sql<number>`(select count(${sql.raw(which)}) from event_people p where p.event_id = "campaign_events"."id")`;
  return db
    .select({
      row: campaignEvents,
      program: campaigns.name,
      code: placements.code,
      invited: people('*'),
      attended: people('p.attended_at'),
    })
    .from(campaignEvents)
    .leftJoin(campaigns, eq(campaigns.id, campaignEvents.campaignId))
    .leftJoin(placements, eq(placements.id, campaignEvents.placementId))
    .$dynamic();
}

export type PersonRow = typeof eventPeople.$inferSelect;

/** Everybody who is on the list of an event. */
export function peopleOf(db: Db, eventId: number): Promise<PersonRow[]> {
  return db.select().from(eventPeople).where(eq(eventPeople.eventId, eventId)).orderBy(asc(eventPeople.id));
}

/** Invited and come, by office code ('' = none), for whoever must not know names. */
export function countsByOffice(db: Db, eventId: number) {
  return db
    .select({
      office: sql<string>`coalesce(${eventPeople.office}, '')`,
      invited: sql<number>`count(*)`,
      attended: sql<number>`count(${eventPeople.attendedAt})`,
    })
    .from(eventPeople)
    .where(eq(eventPeople.eventId, eventId))
    .groupBy(eventPeople.office);
}

/**
 * When each account last came to an event of a kind, by staff id. Reads the lists of those events.
 * @returns local minutes, "2026-11-27T08:00"
 */
export async function lastAttended(db: Db, kind: EventKind): Promise<Map<number, string>> {
  const rows = await db
    .select({ staffId: eventPeople.staffId, last: sql<string>`max(${startsAt})` })
    .from(eventPeople)
    .innerJoin(campaignEvents, eq(campaignEvents.id, eventPeople.eventId))
    .where(
      and(
        eq(campaignEvents.kind, kind),
        isNull(cancelledAt),
        isNotNull(eventPeople.attendedAt),
        isNotNull(eventPeople.staffId),
      ),
    )
    .groupBy(eventPeople.staffId);
  return new Map(rows.map(({ staffId, last }) => [staffId ?? 0, last]));
}

/** Events before this minute of whose people names still stand, on the list or on a signed sheet. */
export async function eventsWithNames(db: Db, before: string): Promise<EventRow[]> {
  const named = sql`(exists (select 1 from event_people p where p.event_id = ${campaignEvents.id} and p.name is not null)
    or exists (select 1 from event_files f where f.event_id = ${campaignEvents.id} and f.what = 'attendance'))`;
  return db
    .select()
    .from(campaignEvents)
    .where(and(lt(startsAt, before), named))
    .orderBy(asc(startsAt))
    .limit(MOST);
}

export type FileRow = typeof eventFiles.$inferSelect;

/** Where its bytes are sealed for. */
export const eventFilePlace = (id: string): Place => ({ table: 'event_files', column: 'object', row: id });

export function filesOf(db: Db, eventId: number): Promise<FileRow[]> {
  return db
    .select()
    .from(eventFiles)
    .where(eq(eventFiles.eventId, eventId))
    .orderBy(asc(eventFiles.uploadedAt), asc(eventFiles.id));
}

/** The next files in the bucket, for who seals them anew. */
export function eventFilesAfter(db: Db, after: string, limit: number) {
  return db
    .select({ id: eventFiles.id, object: eventFiles.objectKey })
    .from(eventFiles)
    .where(gt(eventFiles.id, after))
    .orderBy(asc(eventFiles.id))
    .limit(limit);
}
