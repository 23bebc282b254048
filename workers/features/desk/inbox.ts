/**
 * Reads one page of a list by due date. Each holder's part is one search of the partial index cases_inbox with a limit, so
 * the rows read depend on the page and the number of holders, never on how many cases there are.
 */
import { and, asc, desc, eq, gt, gte, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { type Staff, standing } from '../../../shared/permissions/index.ts';
import { isExamined } from '../../cases/load.ts';
import { caseAccused, caseCopies, cases } from '../../cases/table.ts';
import { openTitle } from '../../cases/timeline.ts';
import { isHidden } from '../../cases/view.ts';
import { DAY } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import type { Keys } from '../../privacy/keys.ts';
import type { Regency } from '../../regency/snapshot.ts';
import type { DeskList } from './lists.ts';

export const PAGE = 25;
/** Rows looked at where a list keeps only some states: it may show fewer than a page and go on. */
const LOOK = 100;

export interface InboxLine {
  code: string;
  /** Null = an anonim case that nobody has released yet. */
  title: string | null;
  row: Row;
}

export interface InboxPage {
  lines: InboxLine[];
  /** Cursor of the next page, or null at the end. */
  next: string | null;
}

const columns = {
  id: cases.id,
  code: cases.code,
  title: cases.title,
  state: cases.state,
  kind: cases.kind,
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
  aboutOfficial: cases.aboutOfficial,
  freed: cases.freed,
  receivedAt: cases.receivedAt,
  routedAt: cases.routedAt,
  closedAt: cases.closedAt,
  importedAt: cases.importedAt,
  accused: sql<string>`(select json_group_array(${caseAccused.subject}) from ${caseAccused} where ${caseAccused.caseId} = ${cases.id})`,
  copies: sql<string>`(select json_group_array(${caseCopies.office}) from ${caseCopies} where ${caseCopies.caseId} = ${cases.id})`,
};

const selection = (db: Db) => db.select(columns).from(cases);
type Row = Awaited<ReturnType<typeof selection>>[number];
interface Cursor {
  due: number;
  id: number;
}

/**
 * @param cursor from the page before, or undefined
 * @param now epoch ms
 * @throws AppError not_found when the person does not have this list, invalid for a cursor that is none
 */
export async function readInbox(
  db: Db,
  keys: Keys,
  regency: Regency,
  person: Staff,
  list: DeskList,
  cursor: string | undefined,
  now: number,
): Promise<InboxPage> {
  const holders = [...new Set(list.holders(person, regency))];
  if (holders.length === 0) throw new AppError('not_found');
  const from = parseCursor(cursor);
  const limit = list.states ? LOOK : PAGE + 1;
  const found = list.copies
    ? await readCopies(db, holders, from, limit)
    : await readHeld(db, holders, from, limit, windowOf(list, regency, now));
  const kept: Row[] = [];
  let last: Row | null = null;
  for (const row of found.slice(0, limit)) {
    if (kept.length === PAGE) break;
    last = row;
    if (belongs(person, list, row)) kept.push(row);
  }
  const seen = last ? found.indexOf(last) + 1 : 0;
  const more = last !== null && found.length > seen;
  const full = last !== null && seen === limit;
  return {
    lines: await Promise.all(kept.map((row) => lineOf(keys, person, row))),
    next: last && (more || full) ? `${last.nextDueAt}-${last.id}` : null,
  };
}

/** What a permission looks at, from a line. */
function factsOfRow(row: Row) {
  return {
    ...row,
    examined: isExamined(row),
    released: row.releasedAt !== null,
    accused: JSON.parse(row.accused) as string[],
    copies: JSON.parse(row.copies) as string[],
  };
}

/** The same judgement as on the case's page: a line that may not be read is not there. */
function belongs(person: Staff, list: DeskList, row: Row): boolean {
  if (standing(person, factsOfRow(row)) === null) return false;
  return !list.states || list.states.includes(row.state);
}

async function lineOf(keys: Keys, person: Staff, row: Row): Promise<InboxLine> {
  const stands = standing(person, factsOfRow(row));
  const hidden = stands === null || (isHidden(stands, row) && row.releasedAt === null);
  return { code: row.code, title: hidden ? null : await openTitle(keys, row), row };
}

/** Dues that a list keeps; a range of the index like the rest of the search. */
function windowOf({ due }: DeskList, { calendar }: Regency, now: number): SQL | undefined {
  if (due === 'late') return lt(cases.nextDueAt, now);
  if (due === 'today')
    return and(gte(cases.nextDueAt, now), lt(cases.nextDueAt, calendar.midnightBefore(now) + DAY));
  return undefined;
}

/** Every holder's next rows, in one batch, merged by due date. */
async function readHeld(
  db: Db,
  holders: string[],
  from: Cursor | null,
  limit: number,
  window: SQL | undefined,
) {
  const search = (holder: string, position: SQL | undefined) =>
    selection(db)
      .where(and(eq(cases.holder, holder), isNull(cases.closedAt), position, window))
      .orderBy(asc(cases.nextDueAt), asc(cases.id))
      .limit(limit);
  // Many cases share a due, the end of a day: the rest of the cursor's own due is a search of its own.
  const statements = holders.flatMap((holder) =>
    from === null
      ? [search(holder, undefined)]
      : [
          search(holder, and(eq(cases.nextDueAt, from.due), gt(cases.id, from.id))),
          search(holder, gt(cases.nextDueAt, from.due)),
        ],
  );
  const [first, ...rest] = statements;
  if (!first) return [];
  const parts: Row[][] = await db.batch([first, ...rest]);
  return parts.flat().sort((a, b) => a.nextDueAt - b.nextDueAt || a.id - b.id);
}

/** Cases of which these offices have a copy, newest first. */
async function readCopies(db: Db, offices: string[], from: Cursor | null, limit: number) {
  const search = (office: string) =>
    db
      .select(columns)
      .from(caseCopies)
      .innerJoin(cases, eq(cases.id, caseCopies.caseId))
      .where(and(eq(caseCopies.office, office), from ? lt(caseCopies.caseId, from.id) : undefined))
      .orderBy(desc(caseCopies.caseId))
      .limit(limit);
  const [first, ...rest] = offices.map(search);
  if (!first) return [];
  const parts: Row[][] = await db.batch([first, ...rest]);
  const byId = new Map(parts.flat().map((row) => [row.id, row]));
  return [...byId.values()].sort((a, b) => b.id - a.id);
}

function parseCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  const match = /^(\d{1,15})-(\d{1,16})$/.exec(text);
  if (!match) throw new AppError('invalid');
  return { due: Number(match[1]), id: Number(match[2]) };
}
