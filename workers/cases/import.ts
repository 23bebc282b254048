/**
 * A report of an export of SP4N-LAPOR! as a case: a record of what stands there. Created like a submission, moved only by
 * later exports; no receipt, no notice to anybody, no clock, and in nobody's list of tasks.
 */
import { eq } from 'drizzle-orm';
import { makeCode } from '../../shared/code.ts';
import { type CaseKind, type CaseState, closedStates } from '../../shared/lifecycle/states.ts';
import { isSecret } from '../../shared/permissions/accusations.ts';
import type { Plan, Statement } from '../platform/db.ts';
import { insertInto } from '../platform/insert.ts';
import { AppError } from '../platform/problem.ts';
import { seal } from '../privacy/seal.ts';
import { GENESIS } from './chain.ts';
import { assertSettings, type Done, planChange, writeEntry } from './change.ts';
import { contactValues } from './contact.ts';
import type { Ctx } from './context.ts';
import type { CaseFile } from './load.ts';
import { aloneWith, NEVER, SP4N_DESK } from './sp4n.ts';
import { titleOf } from './submit.ts';
import { caseAccused, cases, contacts } from './table.ts';

export interface ImportedReport {
  /** Tracking ID. */
  number: string;
  title: string | null;
  text: string;
  place: string | null;
  /** Local date. */
  occurredOn: string | null;
  kind: CaseKind;
  /** SP4N-LAPOR!'s word for its state, and Kanal's. */
  status: string;
  state: CaseState;
  /** Epoch ms. */
  receivedAt: number;
  /** Epoch ms; null where the export does not tell. */
  closedAt: number | null;
  category: string | null;
  office: string | null;
  channel: string;
  anonymous: boolean;
  confidential: boolean;
  name: string | null;
  answer: string | null;
}

/** It accuses somebody: who may read it, and who is accused ("office:PUPR"). */
export interface Accusation {
  holder: string;
  berkadar: boolean;
  accused: string[];
}

const insertCase = insertInto(cases, { settings: assertSettings });
const insertContact = insertInto(contacts);
const insertAccused = insertInto(caseAccused);

/** Statements of the import itself, for the case's batch. */
export type Also = (caseId: number) => Statement[];

/** @param id of the new case, drawn by `newId`: in one step no two may have the same */
export async function planImport(
  ctx: Ctx,
  id: number,
  report: ImportedReport,
  accusation: Accusation | null,
  also: Also,
): Promise<Plan<Done>> {
  const code = makeCode(ctx.regency.about.codePrefix, crypto.getRandomValues(new Uint8Array(16)));
  const title = report.title ?? titleOf(report.text);
  const entry = await writeEntry(ctx, id, 1, GENESIS, {
    verb: 'submit',
    visibility: 'reporter',
    facts: {
      kind: report.kind,
      area: null,
      category: report.category,
      occurredOn: report.occurredOn,
      number: report.number,
      status: report.status,
    },
    words: { title, text: report.text, place: report.place, answer: report.answer },
  });
  const contact = await contactValues(ctx.keys, id, { name: report.anonymous ? null : report.name });
  const [accused, ...others] = (accusation?.accused ?? []).map((subject) => ({ caseId: id, subject }));
  const standing = stateWith(report, accusation);
  return {
    statements: [
      ...entry.statements,
      insertCase(ctx.db, {
        id,
        code,
        version: 1,
        headHash: entry.hash,
        ...standing,
        kind: report.kind,
        berkadar: accusation?.berkadar === true,
        category: report.category,
        office: report.office,
        holder: accusation?.holder ?? SP4N_DESK,
        holderSince: report.receivedAt,
        nextDueAt: NEVER,
        dueAt: NEVER,
        anonymous: report.anonymous,
        confidential: report.confidential || accusation !== null,
        aboutOfficial: false,
        channel: report.channel,
        sp4n: report.number,
        title: (await seal(ctx.keys, { table: 'cases', column: 'title', row: id }, title)) ?? '',
        submittedBy: ctx.actor,
        receivedAt: report.receivedAt,
        routedAt: ctx.now,
        closedAt: closingOf(report),
        importedAt: ctx.now,
        settings: ctx.regency.version,
      }),
      aloneWith(ctx, { id, parentId: null }, report.number),
      ...(contact ? [insertContact(ctx.db, contact)] : []),
      ...(accused ? [insertAccused(ctx.db, accused, ...others)] : []),
      ...also(id),
    ],
    result: { caseId: id, code, seq: 1, state: standing.state, deliveries: [] },
  };
}

/** When it was closed, as far as the export tells: otherwise it counts in the period in which it came. */
function closingOf(report: ImportedReport): number | null {
  if (!closedStates.includes(report.state)) return null;
  return Math.max(report.closedAt ?? report.receivedAt, report.receivedAt);
}

/**
 * What a later export says of it.
 * @param report its answer only where that is new
 * @throws AppError conflict for what was not imported, was merged, or is kept from everybody but one
 */
export async function planImportUpdate(
  ctx: Ctx,
  file: CaseFile,
  report: ImportedReport,
  accusation: Accusation | null,
  also: Also,
): Promise<Plan<Done>> {
  const { row } = file;
  if (row.importedAt === null || row.state === 'merged' || isSecret(row)) throw new AppError('conflict');
  const anonymous = row.anonymous || report.anonymous;
  // What the verifier has freed is no accusation, whatever the rules find in the same words.
  const accuses = accusation !== null && (accusation.berkadar || !row.freed) ? accusation : null;
  const [accused, ...others] = (accuses?.accused ?? []).map((subject) => ({ caseId: row.id, subject }));
  return planChange(ctx, file, {
    verb: 'import_update',
    visibility: 'reporter',
    facts: { number: report.number, status: report.status },
    words: { answer: report.answer },
    set: {
      ...stateWith(report, accuses),
      closedAt: closingOf(report),
      office: report.office ?? row.office,
      category: report.category ?? row.category,
      kind: report.kind,
      anonymous,
      confidential: row.confidential || report.confidential || accuses !== null,
      berkadar: accuses?.berkadar === true,
      holder: accuses?.holder ?? row.holder,
    },
    also: [
      // Whoever is anonim there now has no name here either.
      ...(anonymous && !row.anonymous ? [ctx.db.delete(contacts).where(eq(contacts.caseId, row.id))] : []),
      ...(accused ? [insertAccused(ctx.db, accused, ...others)] : []),
      ...also(row.id),
    ],
  });
}

/** An open one that accuses somebody, by nobody's word yet, waits for the verifier as every accusation does. */
function stateWith(report: ImportedReport, accusation: Accusation | null) {
  const open = !closedStates.includes(report.state);
  return accusation !== null && !accusation.berkadar && open
    ? { state: 'held' as const, resumeState: report.state }
    : { state: report.state, resumeState: null };
}
