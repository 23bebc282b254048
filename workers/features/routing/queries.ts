/** The cases a routing job may work on: unrouted ones only, so that a repeated message finds nothing. */
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { decide } from '../../../shared/routing/decide.ts';
import type { RoutingInput } from '../../../shared/routing/types.ts';
import type { CaseFile } from '../../cases/load.ts';
import { caseAccused, cases, contacts, entries } from '../../cases/table.ts';
import { clocks } from '../../clocks/table.ts';
import type { Db } from '../../platform/db.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { rulesOf } from './rules.ts';

export interface Unrouted extends CaseFile {
  /** The submission's facts (JSON) and words (sealed JSON). */
  facts: string;
  words: string | null;
}

/** One round trip for up to 100 ids; ids that are unknown or already routed are simply absent. */
export function readUnrouted(db: Db, ids: readonly number[]): Promise<Unrouted[]> {
  return readFiles(db, ids, isNull(cases.routedAt));
}

/** The same for cases that a condition holds for. */
export async function readFiles(db: Db, ids: readonly number[], which: SQL | undefined): Promise<Unrouted[]> {
  const wanted = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const [rows, accused, running] = await db.batch([
    db
      .select({ row: cases, facts: entries.facts, words: entries.words, email: contacts.emailIndex })
      .from(cases)
      .innerJoin(entries, and(eq(entries.caseId, cases.id), eq(entries.seq, 1)))
      .leftJoin(contacts, eq(contacts.caseId, cases.id))
      .where(and(sql`${cases.id} in ${wanted}`, which)),
    db.select().from(caseAccused).where(sql`${caseAccused.caseId} in ${wanted}`),
    db
      .select()
      .from(clocks)
      .where(
        and(eq(clocks.subject, 'case'), sql`${clocks.subjectId} in ${wanted}`, isNull(clocks.stoppedAt)),
      ),
  ]);
  return rows.map(({ row, facts, words, email }) => ({
    row,
    facts,
    words,
    accused: accused.filter((a) => a.caseId === row.id).map((a) => a.subject),
    copies: [],
    tags: [],
    running: running.filter((clock) => clock.subjectId === row.id),
    hasEmail: email !== null,
  }));
}

/** @returns which of the ids are still unrouted */
export async function stillUnrouted(db: Db, ids: readonly number[]): Promise<Set<number>> {
  const rows = await db
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(sql`${cases.id} in (select value from json_each(${JSON.stringify(ids)}))`, isNull(cases.routedAt)),
    );
  return new Set(rows.map((row) => row.id));
}

/** Would the router hold this as an accusation? For whoever types it for somebody else (domain.md section 1). */
export async function wouldHold(db: Db, regency: Regency, input: RoutingInput): Promise<boolean> {
  return decide(input, await rulesOf(db, regency)).outcome === 'held';
}

export { previewRules } from './preview.ts';
export { type RuleChange, rulesOf, rulesWith } from './rules.ts';
export { type Run, readRun, suggestAgain } from './run.ts';
