/**
 * Answers that wait for somebody's approval: no mail of their own tells of them, they stand in the daily digest of those
 * who may give it until one of them does (domain.md section 3, "Notices without noise").
 */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Staff } from '../../../shared/permissions/people.ts';
import { approvalMode, decidingRight } from '../../cases/approval.ts';
import { caseAccused, cases, entries, history } from '../../cases/table.ts';
import type { Db } from '../../platform/db.ts';
import type { Regency } from '../../regency/snapshot.ts';

/** Proposals looked at for one digest, the earliest due first; an office that lets more wait finds them in its list. */
const LOOK = 1_000;

export type WaitingAnswer = Awaited<ReturnType<typeof readProposals>>[number];

/** @param ids cases to look among; all of them without */
export function readProposals(db: Db, ids?: readonly number[]) {
  return db
    .select({
      row: cases,
      by: history.actor,
      at: history.at,
      facts: entries.facts,
      accused: sql<string>`(select json_group_array(${caseAccused.subject}) from ${caseAccused} where ${caseAccused.caseId} = ${cases.id})`,
    })
    .from(cases)
    .innerJoin(history, and(eq(history.caseId, cases.id), eq(history.seq, cases.proposalSeq)))
    .innerJoin(entries, and(eq(entries.caseId, cases.id), eq(entries.seq, cases.proposalSeq)))
    .where(
      and(
        // Written out as in the index, so that SQLite uses it.
        sql`${cases.proposalSeq} is not null`,
        ids && sql`${cases.id} in (select value from json_each(${JSON.stringify(ids)}))`,
      ),
    )
    .orderBy(asc(cases.nextDueAt))
    .limit(LOOK);
}

/** @returns what waits for each person who may approve it, by id of the person */
export function approvalsOf(
  regency: Regency,
  waiting: readonly WaitingAnswer[],
  people: readonly Staff[],
): Map<number, WaitingAnswer[]> {
  const own = new Map<number, WaitingAnswer[]>();
  for (const answer of waiting) {
    const { row, by } = answer;
    const accused = JSON.parse(answer.accused) as string[];
    const setting = { office: row.office ?? '', mode: approvalMode(regency, answer), accused, people };
    const facts = JSON.parse(answer.facts) as Record<string, unknown>;
    for (const person of people)
      if (decidingRight(setting, person, { by, facts }))
        own.set(person.id, [...(own.get(person.id) ?? []), answer]);
  }
  return own;
}
