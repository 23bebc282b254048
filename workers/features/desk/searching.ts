/** Finds cases for one person: the index gives ids, and only what `standing()` lets them read becomes a line. */
import { and, eq, ne, sql } from 'drizzle-orm';
import { normaliseCode } from '../../../shared/code.ts';
import { standing } from '../../../shared/permissions/index.ts';
import type { Staff } from '../../../shared/permissions/people.ts';
import { factsOf, loadCase } from '../../cases/load.ts';
import { cases, contacts } from '../../cases/table.ts';
import { type Db, openDb } from '../../platform/db.ts';
import { errorName, log } from '../../platform/log.ts';
import type { Keys } from '../../privacy/keys.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { findCases, MOST, type SearchFilters, similarIds } from '../search/queries.ts';
import { drawnFor } from './audits.ts';
import { type InboxLine, readLines } from './inbox.ts';
import type { DeskCase } from './queries.ts';

/** Lines of one answer. */
export const SHOWN = 40;

export interface Found {
  lines: InboxLine[];
  /** There are, or may be, more than these. */
  more: boolean;
}

interface Place {
  db: Db;
  /** The second database. */
  search: D1Database;
  keys: Keys;
}

/** @returns null when nothing was typed that can be searched; two round trips, three for Inspektorat */
export async function searchCases(
  { db, search, keys }: Place,
  person: Staff,
  text: string,
  filters: SearchFilters = {},
): Promise<Found | null> {
  const drawn = await drawnFor(db, person);
  const ids = await findCases(openDb(search), keys, person, text, filters, drawn);
  if (ids === null) return null;
  const lines = await readLines(db, keys, person, ids, drawn);
  return { lines: lines.slice(0, SHOWN), more: lines.length > SHOWN || ids.length === MOST };
}

/** The code of the one case that the person may read and that has this code, or this number in SP4N-LAPOR!; else null. */
export async function exactCase(
  db: Db,
  keys: Keys,
  regency: Regency,
  person: Staff,
  text: string,
): Promise<string | null> {
  const code = normaliseCode(text, regency.about.codePrefix);
  if (code !== null) {
    const file = await loadCase(db, code);
    return file && standing(person, factsOf(file)) !== null ? code : null;
  }
  const number = text.trim();
  if (number === '' || number.length > 64) return null;
  const rows = await db.select({ id: cases.id }).from(cases).where(eq(cases.sp4n, number)).limit(5);
  const lines = await readLines(db, keys, person, idsOf(rows));
  return lines.length === 1 ? (lines[0]?.code ?? null) : null;
}

const idsOf = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

export interface SimilarCase extends InboxLine {
  /** Telling words that both have. */
  shared: number;
}

/** Lines of similar cases, and of earlier ones of the same contact. */
const LISTED = 5;

/** Near in place, time and words; at most five that the person may read. Two round trips. */
export async function similarCases(
  { db, search, keys }: Place,
  person: Staff,
  view: DeskCase,
): Promise<SimilarCase[]> {
  const text = [view.title, view.text].filter(Boolean).join('\n');
  const { id, receivedAt } = view;
  const like = { id, text, area: view.area?.code ?? null, receivedAt };
  const found = await similarIds(openDb(search), keys, person, like);
  const lines = await readLines(db, keys, person, idsOf(found));
  return found
    .flatMap(({ id: one, shared }) => {
      const line = lines.find(({ row }) => row.id === one);
      return line ? [{ ...line, shared }] : [];
    })
    .slice(0, LISTED);
}

/** Of one contact, how many others are looked at: the newest. */
const LOOKED = 50;

/**
 * Other cases with the same e-mail or telephone, for those who work this one: which they are, not whose. An anonim case
 * neither has any nor is one. At most five; one round trip.
 */
export async function sameContact(db: Db, keys: Keys, person: Staff, view: DeskCase): Promise<Found> {
  const works = ['admin', 'lead', 'secret_holder'].includes(view.standing);
  if (view.anonymous || !works) return { lines: [], more: false };
  const own = (column: 'email_index' | 'phone_index') =>
    sql`(select ${sql.raw(column)} from ${contacts} where case_id = ${view.id})`;
  // Each index gives its newest: what is left out is older than fifty others.
  const others = (column: 'email_index' | 'phone_index') =>
    sql`select case_id from (select case_id from ${contacts} where ${sql.raw(column)} is not null
      and ${sql.raw(column)} = ${own(column)} order by case_id desc limit ${LOOKED})`;
  const rows = await db
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        sql`${cases.id} in (${others('email_index')} union ${others('phone_index')})`,
        ne(cases.id, view.id),
        eq(cases.anonymous, false),
      ),
    );
  const lines = await readLines(db, keys, person, idsOf(rows));
  return { lines: lines.slice(0, LISTED), more: lines.length > LISTED };
}

export interface RelatedCases {
  similar: SimilarCase[];
  earlier: Found;
}

/** For the page of a case, which is shown without them when the index does not answer. */
export async function relatedCases(
  place: Place,
  person: Staff,
  view: DeskCase,
): Promise<RelatedCases | null> {
  try {
    const [similar, earlier] = await Promise.all([
      similarCases(place, person, view),
      sameContact(place.db, place.keys, person, view),
    ]);
    return { similar, earlier };
  } catch (error) {
    log('warn', { event: 'related_failed', error: errorName(error) });
    return null;
  }
}
