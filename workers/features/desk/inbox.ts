/**
 * Reads one page of a list, and how many cases every list of the person holds, in one round trip. The rows read depend on
 * the page and the number of holders, never on how many cases there are (look.ts).
 */
import { and, desc, inArray, type SQL, sql } from 'drizzle-orm';
import { nextState } from '../../../shared/lifecycle/transitions.ts';
import { may, standing } from '../../../shared/permissions/index.ts';
import type { Staff } from '../../../shared/permissions/people.ts';
import { isExamined } from '../../cases/load.ts';
import { caseAccused, caseCopies, cases, caseTags } from '../../cases/table.ts';
import { hasTitle, openTitle } from '../../cases/timeline.ts';
import { isHidden } from '../../cases/view.ts';
import type { Db, Statement } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import type { Keys } from '../../privacy/keys.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { type Filters, filterCondition } from './filters.ts';
import type { DeskList } from './lists.ts';
import { COUNT_LIMIT, firstRows, type Position, positions } from './look.ts';
import type { Source } from './sources.ts';
import { visibleTo } from './visible.ts';

/** The open cases of a liaison are one list (issue 4). */
export const PAGE = 40;
/** Rows looked at for one page where a filter keeps only some: it may show fewer than a page and go on. */
export const LOOK = 400;

export interface InboxLine {
  code: string;
  /** Null = an anonim case that nobody has released yet. */
  title: string | null;
  /** No key opens the title; what stands there says so. */
  unreadable: boolean;
  row: Row;
  /** This person may answer it now. */
  answerable: boolean;
}

export interface InboxPage {
  lines: InboxLine[];
  /** Cursor of the next page, or null at the end. */
  next: string | null;
  /** The look ended before the page was full, after so many rows; null when it did not. */
  cut: number | null;
  counts: ListCount[];
}

export interface ListCount {
  id: string;
  /** At most 99; not exact = there are more. */
  count: number;
  exact: boolean;
}

const columns = {
  id: cases.id,
  code: cases.code,
  title: cases.title,
  state: cases.state,
  kind: cases.kind,
  category: cases.category,
  area: cases.area,
  office: cases.office,
  holder: cases.holder,
  nextDueAt: cases.nextDueAt,
  berkadar: cases.berkadar,
  anonymous: cases.anonymous,
  confidential: cases.confidential,
  urgent: cases.urgent,
  spam: cases.spam,
  unproven: cases.unproven,
  danger: cases.danger,
  releasedAt: cases.releasedAt,
  answeredBy: cases.answeredBy,
  proposedBy: cases.proposedBy,
  answeredAt: cases.answeredAt,
  aboutOfficial: cases.aboutOfficial,
  freed: cases.freed,
  receivedAt: cases.receivedAt,
  routedAt: cases.routedAt,
  closedAt: cases.closedAt,
  importedAt: cases.importedAt,
  accused: sql<string>`(select json_group_array(${caseAccused.subject}) from ${caseAccused} where ${caseAccused.caseId} = ${cases.id})`,
  copies: sql<string>`(select json_group_array(${caseCopies.office}) from ${caseCopies} where ${caseCopies.caseId} = ${cases.id})`,
  tags: sql<string>`(select json_group_array(${caseTags.tag}) from ${caseTags} where ${caseTags.caseId} = ${cases.id})`,
};

export const selection = (db: Db) => db.select(columns).from(cases);
type Row = Awaited<ReturnType<typeof selection>>[number];
/** A row of the look; its case, unless it was left out. */
type Looked = { lookKey: number; lookId: number } & (Row | { [name in keyof Row]: null });

export interface InboxQuery {
  list: DeskList;
  filters?: Filters;
  /** From the page before. */
  cursor?: string | undefined;
  /** Lists to count. */
  counted?: readonly DeskList[];
  /** Lines of a page, where it is not the one that people turn; at most what is looked at. */
  size?: number;
}

/**
 * @param now epoch ms
 * @throws AppError not_found when the person does not have this list, invalid for a cursor that is none
 */
export async function readInbox(
  db: Db,
  keys: Keys,
  regency: Regency,
  person: Staff,
  query: InboxQuery,
  now: number,
): Promise<InboxPage> {
  const sources = query.list.sources(person, regency, now);
  if (sources.length === 0) throw new AppError('not_found');
  const cursor = parseCursor(query.cursor);
  if (cursor.part >= sources.length) throw new AppError('invalid');
  const filter = filterCondition(query.filters ?? {});
  const size = query.size ?? PAGE;
  const parts = sources.slice(cursor.part).map((source, index) => {
    const limit = filter || source.states ? LOOK : size + 1;
    const kept = and(visibleTo(person, now), stateCondition(source), filter);
    const read = look(db, source, index ? null : cursor.at, limit, kept);
    return { part: cursor.part + index, source, limit, read };
  });
  const lists = (query.counted ?? []).map((list) => ({ list, from: list.sources(person, regency, now) }));
  const visible = visibleTo(person, now);
  const counting = lists.flatMap(({ from }) => from.map((source) => count(db, source, visible)));
  const [first, ...rest]: Statement[] = [...parts.map(({ read }) => read), ...counting];
  if (!first) throw new AppError('invalid');
  const results: unknown[] = await db.batch([first, ...rest]);
  const found = parts.map(({ part, source, limit }, index) => ({
    part,
    limit,
    rows: inOrder(results[index] as Looked[], source),
  }));
  const page = pageOf(found, size, (row) => standing(person, factsOfRow(row)) !== null);
  return {
    lines: await Promise.all(page.rows.map((row) => lineOf(keys, person, row))),
    next: page.next,
    cut: page.cut,
    counts: countsOf(lists, results.slice(parts.length) as Counted[][]),
  };
}

/**
 * Those of these cases that the person may know of, newest first; one round trip.
 * @param drawn ids of cases that wait in a draw of Inspektorat; without them an auditor reads none
 */
export async function readLines(
  db: Db,
  keys: Keys,
  person: Staff,
  ids: readonly number[],
  drawn: readonly number[] = [],
): Promise<InboxLine[]> {
  if (ids.length === 0) return [];
  const rows = await selection(db)
    .where(sql`${cases.id} in (select value from json_each(${JSON.stringify(ids)}))`)
    .orderBy(desc(cases.id));
  const readable = rows.filter((row) => standing(person, factsOfRow(row, drawn.includes(row.id))) !== null);
  return Promise.all(readable.map((row) => lineOf(keys, person, row, drawn.includes(row.id))));
}

/** The counts alone, in one round trip. @param now epoch ms */
export async function countLists(
  db: Db,
  regency: Regency,
  person: Staff,
  lists: readonly DeskList[],
  now: number,
): Promise<ListCount[]> {
  const wanted = lists.map((list) => ({ list, from: list.sources(person, regency, now) }));
  const visible = visibleTo(person, now);
  const [first, ...rest] = wanted.flatMap(({ from }) => from.map((source) => count(db, source, visible)));
  return first ? countsOf(wanted, await db.batch([first, ...rest])) : [];
}

const stateCondition = ({ states }: Source): SQL | undefined =>
  states && inArray(cases.state, [...states] as Row['state'][]);

function look(db: Db, source: Source, after: Position | null, limit: number, kept: SQL | undefined) {
  return db
    .select({
      lookKey: sql<number>`looked.k`.as('look_key'),
      lookId: sql<number>`looked.id`.as('look_id'),
      ...columns,
    })
    .from(sql`${positions(source, after, limit)} as looked`)
    .leftJoin(cases, and(sql`${cases.id} = looked.id`, kept));
}

interface Counted {
  looked: number;
  shown: number;
}

/** Of the first rows of a source: how many there are, and how many of them this person may see. */
function count(db: Db, source: Source, visible: SQL) {
  const kept = and(visible, stateCondition(source));
  return db
    .select({
      looked: sql<number>`count(*)`.as('looked'),
      shown: sql<number>`count(distinct case when ${kept} then cases.id end)`.as('shown'),
    })
    .from(sql`${firstRows(source)}`);
}

function countsOf(lists: { list: DeskList; from: Source[] }[], results: Counted[][]): ListCount[] {
  let at = 0;
  return lists.map(({ list, from }) => {
    const rows = results.slice(at, at + from.length).flat();
    at += from.length;
    const shown = rows.reduce((sum, row) => sum + row.shown, 0);
    const most = COUNT_LIMIT - 1;
    const exact = shown <= most && rows.every((row) => row.looked < COUNT_LIMIT);
    return { id: list.id, count: Math.min(shown, most), exact };
  });
}

/** The look chose by this order; nothing promises that the answer comes in it. */
function inOrder(rows: Looked[], { newestFirst }: Source): Looked[] {
  const way = newestFirst ? -1 : 1;
  return rows.toSorted((a, b) => way * (a.lookKey - b.lookKey || a.lookId - b.lookId));
}

/** The first page's worth of the parts, one part after the other, and where the next page begins. */
function pageOf(
  parts: { part: number; limit: number; rows: Looked[] }[],
  size: number,
  belongs: (row: Row) => boolean,
): { rows: Row[] } & Pick<InboxPage, 'next' | 'cut'> {
  const kept = new Map<number, Row>();
  const page = (next: string | null, cut: number | null) => ({ rows: [...kept.values()], next, cut });
  let looked = 0;
  for (const [index, { part, limit, rows }] of parts.entries()) {
    for (const [at, row] of rows.entries()) {
      if (row.id !== null && belongs(row)) kept.set(row.id, row);
      if (kept.size < size) continue;
      const more = at + 1 < rows.length || parts.slice(index + 1).some((later) => later.rows.length > 0);
      return page(more ? cursorOf(part, row) : null, null);
    }
    looked += rows.length;
    const last = rows.at(-1);
    if (last && rows.length === limit) return page(cursorOf(part, last), looked);
  }
  return page(null, null);
}

/** What a permission looks at, from a line. */
/** @param drawn it waits in a draw of Inspektorat */
export function factsOfRow(row: Row, drawn = false) {
  return {
    ...row,
    // Open again it is no longer Inspektorat's to read (cases/load.ts).
    drawn: drawn && (row.state === 'resolved' || row.state === 'archived'),
    examined: isExamined(row),
    released: row.releasedAt !== null,
    accused: JSON.parse(row.accused) as string[],
    copies: JSON.parse(row.copies) as string[],
  };
}

async function lineOf(keys: Keys, person: Staff, row: Row, drawn = false): Promise<InboxLine> {
  const facts = factsOfRow(row, drawn);
  const stands = standing(person, facts);
  const hidden = stands === null || (isHidden(stands, row) && row.releasedAt === null);
  const answerable = nextState('follow_up', row.state, null) !== null && may(person, 'follow_up', facts);
  const title = hidden ? null : await openTitle(keys, row);
  const unreadable = title !== null && !(await hasTitle(keys, row));
  return { code: row.code, title, unreadable, row, answerable };
}

const cursorOf = (part: number, row: Looked): string => `${part}-${row.lookKey}-${row.lookId}`;

/** Is this a cursor of a list, as an address or a form brings it back? */
export const isCursor = (text: string): boolean => CURSOR.test(text);

const CURSOR = /^(\d)-(\d{1,16})-(\d{1,16})$/;

function parseCursor(text: string | undefined): { part: number; at: Position | null } {
  if (!text) return { part: 0, at: null };
  const match = CURSOR.exec(text);
  if (!match) throw new AppError('invalid');
  return { part: Number(match[1]), at: { key: Number(match[2]), id: Number(match[3]) } };
}
