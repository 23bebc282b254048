/** Reads a case with all a verb has to know, in one round trip. */
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { CaseFacts } from '../../shared/permissions/index.ts';
import { clocks } from '../clocks/table.ts';
import { MINUTE, now } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import type { ClockRow } from './due.ts';
import { auditedCases, caseAccused, caseCopies, cases, contacts } from './table.ts';

export type CaseRow = typeof cases.$inferSelect;

/** A case and what decides about it. */
export interface CaseFile {
  row: CaseRow;
  accused: string[];
  copies: string[];
  /** Clocks that are not stopped. */
  running: ClockRow[];
  hasEmail: boolean;
  /** Lies in a draw of Inspektorat that has not decided on it. */
  drawn?: boolean;
}

/** @returns the file, or null when there is no such case */
export function loadCase(db: Db, code: string): Promise<CaseFile | null> {
  return load(db, eq(cases.code, code), sql`(select id from cases where code = ${code})`);
}

/** The same by the case's id. */
export function loadCaseById(db: Db, id: number): Promise<CaseFile | null> {
  return load(db, eq(cases.id, id), sql`${id}`);
}

async function load(db: Db, which: SQL, id: SQL): Promise<CaseFile | null> {
  const [rows, accused, copies, running, contact, draws] = await db.batch([
    db.select().from(cases).where(which),
    db.select().from(caseAccused).where(eq(caseAccused.caseId, id)),
    db.select().from(caseCopies).where(eq(caseCopies.caseId, id)),
    db
      .select()
      .from(clocks)
      .where(and(eq(clocks.subject, 'case'), eq(clocks.subjectId, id), isNull(clocks.stoppedAt))),
    db.select({ email: contacts.emailIndex }).from(contacts).where(eq(contacts.caseId, id)),
    db
      .select({ id: auditedCases.drawId })
      .from(auditedCases)
      .where(and(eq(auditedCases.caseId, id), isNull(auditedCases.result))),
  ]);
  const row = rows[0];
  if (!row) return null;
  return {
    row,
    accused: accused.map((a) => a.subject),
    copies: copies.map((c) => c.office),
    running,
    hasEmail: contact[0]?.email != null,
    drawn: draws.length > 0,
  };
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
