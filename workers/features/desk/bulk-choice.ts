/** Which cases a bulk action is about: ticked ones, a list with its filters, or all open ones of an office. */
import { sql } from 'drizzle-orm';
import { normaliseCode } from '../../../shared/code.ts';
import { SP4N_DESK } from '../../cases/sp4n.ts';
import { caseCopies, cases } from '../../cases/table.ts';
import { clocks } from '../../clocks/table.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { BULK_MOST } from '../bulk/queries.ts';
import type { AppContext } from '../http.ts';
import { type Filters, filterParams, readFilters } from './filters.ts';
import { readInbox } from './inbox.ts';
import { type DeskList, listsOf } from './lists.ts';

export interface Choice {
  /** As they were typed or ticked. */
  codes: string[];
  list: { list: DeskList; filters: Filters } | null;
  /** All open cases of this office, which may be one that has ended. */
  office: string | null;
}

export interface Chosen {
  ids: number[];
  /** There are, or may be, more than were taken. */
  more: boolean;
}

/** From an address or a form of the pages. */
export function choiceOf(c: AppContext, given: URLSearchParams): Choice {
  const codes = given.getAll('kode').filter(Boolean);
  const state = new URLSearchParams(given.get('tampilan') ?? given);
  const whole = given.get('yang') === 'semua' || (codes.length === 0 && given.has('tampilan'));
  if (whole) {
    const { filters } = readFilters((name) => state.get(filterParams[name]) ?? undefined, c.var.regency);
    return { codes: [], list: { list: listOf(c, state.get('daftar')), filters }, office: null };
  }
  const office = codes.length === 0 && !given.has('daftar') ? given.get('instansi') : null;
  return { codes, list: null, office: office || null };
}

/** @throws AppError not_found for a list that this person does not have */
export function listOf(c: AppContext, id: string | null): DeskList {
  const list = listsOf(c.var.signedIn, c.var.regency, now()).find((one) => one.id === id);
  if (!list) throw new AppError('not_found');
  return list;
}

/** Ids of the cases, each once; what the person may not know of is not among them, or left out by the rehearsal. */
export async function resolve(c: AppContext, choice: Choice): Promise<Chosen> {
  if (choice.list !== null) return walk(c, choice.list.list, choice.list.filters);
  if (choice.office !== null) return ofOffice(c, choice.office);
  const prefix = c.var.regency.about.codePrefix;
  const codes = choice.codes.flatMap((code) => normaliseCode(code, prefix) ?? []);
  if (codes.length === 0) return { ids: [], more: false };
  const rows = await c.var.db
    .select({ id: cases.id })
    .from(
      sql`(select value, min(key) as at from json_each(${JSON.stringify(codes)}) group by value) as wanted`,
    )
    .innerJoin(cases, sql`${cases.code} = wanted.value`)
    .orderBy(sql`wanted.at`);
  return { ids: rows.map(({ id }) => id), more: false };
}

/** Rows of a page that is not looked at by a person, and how many pages: a list is never read to its end. */
const SIZE = 400;
const PAGES = 6;

async function walk(c: AppContext, list: DeskList, filters: Filters): Promise<Chosen> {
  const { db, keys, regency, signedIn } = c.var;
  const ids = new Set<number>();
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const read = await readInbox(db, keys, regency, signedIn, { list, filters, cursor, size: SIZE }, now());
    for (const { row } of read.lines) ids.add(row.id);
    if (ids.size > BULK_MOST) return { ids: [...ids].slice(0, BULK_MOST), more: true };
    if (read.next === null) return { ids: [...ids], more: false };
    cursor = read.next;
  }
  return { ids: [...ids], more: true };
}

/**
 * What an office holds or leads, what is copied to it, and announced work that it still has to do. Whole, however many
 * there are: a dissolved office leaves nothing behind. Rows: open cases of three holders, the office's copies, and clocks
 * that run.
 */
async function ofOffice(c: AppContext, code: string): Promise<Chosen> {
  const limit = BULK_MOST + 1;
  const [led, announced, copied] = await c.var.db.batch([
    c.var.db
      .select({ id: cases.id })
      .from(cases)
      .where(
        sql`${cases.holder} in (${code}, '@admin', ${SP4N_DESK}) and ${cases.office} = ${code} and ${cases.closedAt} is null`,
      )
      .orderBy(cases.nextDueAt)
      .limit(limit),
    c.var.db
      .select({ id: cases.id })
      .from(clocks)
      .innerJoin(cases, sql`${cases.id} = ${clocks.subjectId} and ${cases.office} = ${code}`)
      .where(
        sql`${clocks.nextAt} is not null and ${clocks.clock} = 'scheduled' and ${clocks.subject} = 'case'
          and ${clocks.stoppedAt} is null and ${cases.state} = 'resolved'`,
      )
      .limit(limit),
    c.var.db
      .select({ id: cases.id })
      .from(caseCopies)
      .innerJoin(cases, sql`${cases.id} = ${caseCopies.caseId} and ${cases.closedAt} is null`)
      .where(sql`${caseCopies.office} = ${code}`)
      .limit(limit),
  ]);
  const ids = [...new Set([...led, ...announced, ...copied].map(({ id }) => id))];
  return { ids: ids.slice(0, BULK_MOST), more: ids.length > BULK_MOST };
}
