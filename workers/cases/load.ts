/** Reads a case with all a verb has to know, in one round trip. */
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { CaseFacts } from '../../shared/permissions/index.ts';
import { clocks } from '../clocks/table.ts';
import { MINUTE, now } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import type { ClockRow } from './due.ts';
import { auditedCases, caseAccused, caseCopies, cases, caseTags, contacts } from './table.ts';

export type CaseRow = typeof cases.$inferSelect;

/** A case and what decides about it. */
export interface CaseFile {
  row: CaseRow;
  accused: string[];
  copies: string[];
  /** Ids of words of the regency's list. */
  tags: string[];
  /** Clocks that are not stopped. */
  running: ClockRow[];
  hasEmail: boolean;
  /** Lies in a draw of Inspektorat that has not decided on it. */
  drawn?: boolean;
}

/** @returns the file, or null when there is no such case */
export async function loadCase(db: Db, code: string): Promise<CaseFile | null> {
  const [file] = await load(db, eq(cases.code, code), sql`(select id from cases where code = ${code})`);
  return file ?? null;
}

/** The same by the case's id. */
export async function loadCaseById(db: Db, id: number): Promise<CaseFile | null> {
  const [file] = await load(db, eq(cases.id, id), sql`(${id})`);
  return file ?? null;
}

/** Many at once, in no order, in one round trip of the same seven statements; an id without a case is left out. */
export async function loadCases(db: Db, ids: readonly number[]): Promise<CaseFile[]> {
  if (ids.length === 0) return [];
  const wanted = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  return load(db, sql`${cases.id} in ${wanted}`, wanted);
}

/** @param ids SQL of a list of case ids, in brackets */
async function load(db: Db, which: SQL, ids: SQL): Promise<CaseFile[]> {
  const [rows, accused, copies, tags, running, contact, draws] = await db.batch([
    db.select().from(cases).where(which),
    db.select().from(caseAccused).where(sql`${caseAccused.caseId} in ${ids}`),
    db.select().from(caseCopies).where(sql`${caseCopies.caseId} in ${ids}`),
    db.select().from(caseTags).where(sql`${caseTags.caseId} in ${ids}`),
    db
      .select()
      .from(clocks)
      .where(and(eq(clocks.subject, 'case'), sql`${clocks.subjectId} in ${ids}`, isNull(clocks.stoppedAt))),
    db
      .select({ caseId: contacts.caseId, email: contacts.emailIndex })
      .from(contacts)
      .where(sql`${contacts.caseId} in ${ids}`),
    db
      .select({ caseId: auditedCases.caseId })
      .from(auditedCases)
      .where(and(sql`${auditedCases.caseId} in ${ids}`, isNull(auditedCases.result))),
  ]);
  const of = <T extends { caseId: number }>(all: readonly T[]) => Map.groupBy(all, ({ caseId }) => caseId);
  const [by, clocksBy] = [
    { accused: of(accused), copies: of(copies), tags: of(tags), contact: of(contact), draws: of(draws) },
    Map.groupBy(running, ({ subjectId }) => subjectId),
  ];
  return rows.map((row) => ({
    row,
    accused: (by.accused.get(row.id) ?? []).map((a) => a.subject),
    copies: (by.copies.get(row.id) ?? []).map((c) => c.office),
    tags: (by.tags.get(row.id) ?? []).map(({ tag }) => tag),
    running: clocksBy.get(row.id) ?? [],
    hasEmail: by.contact.get(row.id)?.[0]?.email != null,
    drawn: by.draws.has(row.id),
  }));
}

/**
 * The router reads a case within seconds. When it does not for so long, people have to see the case; only one whose
 * reporter said that it is about somebody in office goes on waiting.
 */
export const UNREAD = 15 * MINUTE;

/** Has the router, or a person, looked whether it accuses somebody? */
export function isExamined(
  row: Pick<CaseRow, 'routedAt' | 'freed' | 'aboutOfficial' | 'receivedAt'>,
): boolean {
  return row.routedAt !== null || row.freed || (!row.aboutOfficial && row.receivedAt < now() - UNREAD);
}

/** What permissions look at. */
export function factsOf(file: Pick<CaseFile, 'row' | 'accused' | 'copies' | 'drawn'>): CaseFacts {
  const { row } = file;
  return {
    state: row.state,
    examined: isExamined(row),
    holder: row.holder,
    office: row.office,
    berkadar: row.berkadar,
    anonymous: row.anonymous,
    released: row.releasedAt !== null,
    copies: file.copies,
    accused: file.accused,
    answeredBy: row.answeredBy,
    // Open again, by its reporter or by a finding, it is no longer Inspektorat's to read.
    drawn: file.drawn === true && (row.state === 'resolved' || row.state === 'archived'),
    proposedBy: row.proposedBy,
    imported: row.importedAt !== null,
  };
}
