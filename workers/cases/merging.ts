/** Duplicates: a parent and the cases that follow it (domain.md section 4, "Duplicate"). docs/cases.md tells the rules. */
import { sql } from 'drizzle-orm';
import { isSecret } from '../../shared/permissions/accusations.ts';
import { type Standing, standing } from '../../shared/permissions/index.ts';
import type { Staff } from '../../shared/permissions/people.ts';
import type { Db, Plan } from '../platform/db.ts';
import { AppError } from '../platform/problem.ts';
import type { Regency } from '../regency/snapshot.ts';
import { type Done, planChange } from './change.ts';
import type { Ctx } from './context.ts';
import { contestEnd } from './due.ts';
import { type CaseFile, type CaseRow, factsOf, loadCaseById } from './load.ts';
import { caseAccused, caseCopies, cases } from './table.ts';

/** At most so many of the reports of a case are listed by name; all are counted. */
const LISTED = 50;

/**
 * Takes a change of a case together with the entry that it writes in the history of another: one batch, and each
 * history is a lock.
 * @param to the other case, `with` what its history says
 */
export async function together(
  ctx: Ctx,
  plan: Plan<Done>,
  to: { file: CaseFile; with: 'merged_in' | 'merged_out'; child: number },
): Promise<Plan<Done>> {
  const other = await planChange(
    // The request is kept once, for the case that was asked about.
    { ...ctx, request: null },
    to.file,
    { verb: to.with, visibility: 'desk', facts: { child: to.child } },
  );
  return { ...plan, statements: [...plan.statements, ...other.statements] };
}

/** The parent of a merged case. @throws AppError conflict when the case has none */
export async function parentOf(ctx: Ctx, row: CaseRow): Promise<CaseFile> {
  const parent = row.parentId === null ? null : await loadCaseById(ctx.db, row.parentId);
  if (!parent) throw new AppError('conflict', { detail: 'not_now' });
  return parent;
}

/**
 * Until when the reporter of a merged case may leave its parent (epoch ms): as long as an answer may be contested, from
 * the parent's answer or, where that came first, from the merging. Null = as long as there is no answer.
 */
export function leaveEnd(regency: Regency, child: CaseRow, parent: CaseRow): number | null {
  if (parent.answeredAt === null || !(parent.state === 'answered' || parent.state === 'resolved'))
    return null;
  return contestEnd(regency, { ...child, answeredAt: Math.max(parent.answeredAt, child.closedAt ?? 0) });
}

/** One of a family as this person may know it. */
export interface Relative {
  row: CaseRow;
  stands: Exclude<Standing, null>;
}

export interface Family {
  /** Null without one; `known` is null when this person may not know of the case. */
  parent: { known: Relative | null } | null;
  /** Cases merged into this one: how many, and those that this person may know of. */
  count: number;
  reports: Relative[];
}

/** One round trip, a few rows for each relative. */
export async function readFamily(db: Db, row: CaseRow, person: Staff): Promise<Family> {
  const related = sql`(select ${row.parentId ?? 0} union select id from ${cases} where parent_id = ${row.id} limit ${LISTED + 1})`;
  const [rows, accused, copies, [counted]] = await db.batch([
    db.select().from(cases).where(sql`${cases.id} in ${related}`).orderBy(cases.receivedAt),
    db.select().from(caseAccused).where(sql`${caseAccused.caseId} in ${related}`),
    db.select().from(caseCopies).where(sql`${caseCopies.caseId} in ${related}`),
    db.select({ count: sql<number>`count(*)` }).from(cases).where(sql`${cases.parentId} = ${row.id}`),
  ]);
  const known = rows.flatMap((relative) => {
    const facts = factsOf({
      row: relative,
      accused: accused.filter(({ caseId }) => caseId === relative.id).map(({ subject }) => subject),
      copies: copies.filter(({ caseId }) => caseId === relative.id).map(({ office }) => office),
    });
    const stands = standing(person, facts);
    return stands === null ? [] : [{ row: relative, stands }];
  });
  return {
    parent:
      row.parentId === null ? null : { known: known.find((one) => one.row.id === row.parentId) ?? null },
    count: counted?.count ?? 0,
    reports: known.filter((one) => one.row.parentId === row.id),
  };
}

/** May the reporters of merged cases read what this one came to? An accusation is nobody else's business. */
export const isFollowable = (row: CaseRow): boolean => !isSecret(row) && !row.confidential;
