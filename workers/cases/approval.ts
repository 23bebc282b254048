/** Answers that wait for somebody's approval: whether one is needed, and what was proposed. */
import { and, eq } from 'drizzle-orm';
import {
  type ApprovalMode,
  approvalNeed,
  approvalRight,
  approverFor,
  type Need,
  type Setting,
} from '../../shared/approval.ts';
import { isSecret } from '../../shared/permissions/accusations.ts';
import type { Identity, Staff } from '../../shared/permissions/people.ts';
import type { Db } from '../platform/db.ts';
import { AppError } from '../platform/problem.ts';
import type { Keys } from '../privacy/keys.ts';
import { open } from '../privacy/seal.ts';
import type { Regency } from '../regency/snapshot.ts';
import { allStaff } from '../regency/staff.ts';
import type { Words } from './change.ts';
import type { Ctx } from './context.ts';
import type { CaseFile } from './load.ts';
import { entries, history } from './table.ts';

/** What the lead office wants. An accusation has its own readers, and nobody else approves what they write. */
export function approvalMode(regency: Regency, file: Pick<CaseFile, 'row'>): ApprovalMode {
  const { row } = file;
  if (row.office === null || isSecret(row)) return 'none';
  return regency.offices.get(row.office)?.approval ?? 'none';
}

/** @param now epoch ms; reads the accounts, some sixty */
export async function approvalSetting(
  db: Db,
  regency: Regency,
  file: Pick<CaseFile, 'row' | 'accused'>,
  now: number,
): Promise<Setting> {
  return {
    office: file.row.office ?? '',
    mode: approvalMode(regency, file),
    accused: file.accused,
    people: await allStaff(db, now),
  };
}

/** What an answer of who acts needs; where the office asks for no approval, nothing is read. */
export async function needOf(ctx: Ctx, file: CaseFile): Promise<Need> {
  const { db, regency, staff, onBehalfOf } = ctx;
  if (staff === null || approvalMode(regency, file) === 'none') return 'none';
  const setting = await approvalSetting(db, regency, file, ctx.now);
  return approvalNeed(setting, staff, [staff.id, ...(onBehalfOf ? [onBehalfOf] : [])]);
}

/** What the page of a case has to know for this person; null = approval plays no part in it. */
export interface ApprovalView {
  /** Of an answer that they would write. */
  need: Need;
  /** May decide the proposal that waits. */
  decides: boolean;
}

/** @param behalf id of the absent colleague by whose right they would answer, or null */
export function approvalView(
  setting: Setting,
  person: Staff,
  behalf: number | null,
  proposal: Pick<Proposal, 'by' | 'facts'> | null,
): ApprovalView {
  return {
    need: approvalNeed(setting, person, [person.id, ...(behalf === null ? [] : [behalf])]),
    decides: proposal !== null && decidingRight(setting, person, proposal) !== null,
  };
}

export interface Proposal {
  seq: number;
  /** "staff:12" */
  by: string;
  facts: Record<string, unknown>;
  words: Words;
}

/** The answer that waits for approval; null = none does. */
export async function readProposal(
  db: Db,
  keys: Keys,
  row: { id: number; proposalSeq: number | null },
): Promise<Proposal | null> {
  if (row.proposalSeq === null) return null;
  const [found] = await db
    .select({ seq: history.seq, by: history.actor, facts: entries.facts, words: entries.words })
    .from(history)
    .innerJoin(entries, and(eq(entries.caseId, history.caseId), eq(entries.seq, history.seq)))
    .where(and(eq(history.caseId, row.id), eq(history.seq, row.proposalSeq)));
  if (!found) return null;
  const place = { table: 'entries', column: 'words', row: `${row.id}:${found.seq}` };
  const words = await open(keys, place, found.words);
  return {
    ...found,
    facts: JSON.parse(found.facts) as Record<string, unknown>,
    words: words === null ? {} : (JSON.parse(words) as Words),
  };
}

/** Ids of those who wrote a proposal: who did, and in whose name. */
export function authorsOf({ by, facts }: Pick<Proposal, 'by' | 'facts'>): number[] {
  return [by, facts.onBehalfOf].flatMap((actor) => {
    const id = typeof actor === 'string' ? /^staff:(\d+)$/.exec(actor)?.[1] : undefined;
    return id === undefined ? [] : [Number(id)];
  });
}

/**
 * The proposal that this person may decide, and by whose right.
 * @returns `right` = id of the absent colleague in whose name they do; null = their own
 * @throws AppError conflict when nothing waits, forbidden when somebody else has to decide
 */
export async function approving(
  ctx: Ctx,
  file: CaseFile,
): Promise<{ proposal: Proposal; right: number | null }> {
  const proposal = await readProposal(ctx.db, ctx.keys, file.row);
  if (proposal === null) throw new AppError('conflict', { detail: 'no_proposal' });
  const setting = await approvalSetting(ctx.db, ctx.regency, file, ctx.now);
  const right = ctx.staff && decidingRight(setting, ctx.staff, proposal);
  if (right === null || ctx.staff === null) throw new AppError('forbidden', { detail: 'others_approval' });
  return { proposal, right: right.id === ctx.staff.id ? null : right.id };
}

/** By whose right this person decides a proposal; null = they may not. */
export function decidingRight(
  setting: Setting,
  person: Staff,
  proposal: Pick<Proposal, 'by' | 'facts'>,
): Identity | null {
  const authors = authorsOf(proposal);
  // Where the office stopped asking for approval meanwhile, what waits is still somebody else's to decide.
  return approvalRight(setting, approverFor(setting, authors) ?? 'colleague', person, authors);
}
