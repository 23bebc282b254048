/**
 * Submits a complaint: one batch, one round trip. Case, history, text, contact, verify clock, idempotency key, spent
 * proof of work and the receipt's notice are all there, or nothing is (design.md, journey 1).
 */

import { eq } from 'drizzle-orm';
import { makeCode } from '../../shared/code.ts';
import type { Complaint } from '../../shared/contract/complaint.ts';
import type { CaseState } from '../../shared/lifecycle/states.ts';
import { deliveries } from '../messaging/table.ts';
import { constraintOf, type Db, type Plan, type Statement, unavailable } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { insertInto } from '../platform/insert.ts';
import { AppError } from '../platform/problem.ts';
import { seal } from '../privacy/seal.ts';
import { claim } from './attachments/claim.ts';
import { GENESIS } from './chain.ts';
import { assertSettings, type Facts, keepRequest, type Words, writeEntry } from './change.ts';
import { contactValues } from './contact.ts';
import type { Ctx } from './context.ts';
import { dueOf, promiseOf, startClocks } from './due.ts';
import { pinOf } from './pin.ts';
import { attachmentProblem, carryOut, findRequest, refusal } from './run.ts';
import { cases, contacts } from './table.ts';

const insertCase = insertInto(cases, { settings: assertSettings });
const insertContact = insertInto(contacts);
const insertDelivery = insertInto(deliveries);

/** Version of the PIN on the receipt. */
const FIRST_PIN = 1;

export interface Submission {
  complaint: Complaint;
  /** Proof-of-work challenge that is spent with it; null without JavaScript or with an API key. */
  challenge: string | null;
  /** Sent without any proof: takes the same road, flagged. */
  unproven: boolean;
  /** How it came, when somebody typed it for the reporter. */
  facts?: Facts;
  /** Further words for the desk; the reporter is told title, text and place. */
  words?: Words;
  /** What has to happen together with it. */
  also?: (db: Db, caseId: number) => Statement[];
}

export interface Submitted {
  caseId: number;
  code: string;
  pin: string;
  state: CaseState;
  /** The promise, epoch ms. */
  due: number;
  receivedAt: number;
  /** Version of the PIN that counts now; 1 = the one of the receipt. */
  pinVersion: number;
  /** False when a repeated request got the first one's receipt. */
  fresh: boolean;
}

/**
 * The input has been validated (shared/contract) and its area, office and category exist.
 * @throws AppError invalid (attachment), key_reused, proof_of_work (challenge spent by another request), unavailable
 */
export async function submit(ctx: Ctx, submission: Submission, tries = 4): Promise<Submitted> {
  const { plan, outcome } = await carryOut(ctx, (now) => planSubmit(now, submission));
  if (outcome.ok) {
    ctx.hint('routing', [plan.result.caseId]);
    if (plan.deliveries.length > 0) ctx.hint('delivery', plan.deliveries);
    return plan.result;
  }
  // A failed constraint may mean that the first try of this very request succeeded.
  const repeated = ctx.request ? await findRequest(ctx, ctx.request) : null;
  if (repeated) return receiptOf(ctx, repeated.code);
  const constraint = constraintOf(outcome.error);
  // Somebody else drew the same id or code in the same millisecond: nothing was written, so draw again.
  if (tries > 1 && constraint && /^(history|cases\.(id|code))/.test(constraint))
    return submit(ctx, submission, tries - 1);
  if (constraint?.startsWith('idempotency_keys')) throw new AppError('proof_of_work');
  if (constraint === 'foreign_key' || constraint?.startsWith('attachments')) throw attachmentProblem();
  throw constraint ? refusal(outcome.error) : unavailable(outcome.error);
}

/**
 * The receipt of a case, again: with the PIN that stood on it, also when that has been renewed since. Who renewed it may
 * have done so because somebody else can go back to this receipt.
 */
async function receiptOf(ctx: Ctx, code: string): Promise<Submitted> {
  const [row] = await ctx.db.select().from(cases).where(eq(cases.code, code));
  if (!row) throw new AppError('unavailable', { retryAfter: 5 });
  const pin = await pinOf(ctx.keys, code, FIRST_PIN);
  const { receivedAt, pinVersion } = row;
  return {
    caseId: row.id,
    code,
    pin,
    state: row.state,
    due: row.dueAt,
    receivedAt,
    pinVersion,
    fresh: false,
  };
}

async function planSubmit(
  ctx: Ctx,
  submission: Submission,
): Promise<Plan<Submitted> & { deliveries: string[] }> {
  const { complaint } = submission;
  const id = newId(ctx.now);
  const code = makeCode(ctx.regency.about.codePrefix, crypto.getRandomValues(new Uint8Array(16)));
  // Who ticked "tentang aparat" is promised the longer clock of an accusation; anyone else keeps the ordinary promise.
  const of = { kind: complaint.kind, berkadar: complaint.aboutOfficial === true, urgent: false };
  const verifyDue = dueOf(ctx, 'verify', of);
  const due = promiseOf(ctx, of);
  const title = complaint.title ?? titleOf(complaint.text);
  const entry = await writeEntry(ctx, id, 1, GENESIS, {
    verb: 'submit',
    visibility: 'reporter',
    facts: {
      kind: complaint.kind,
      area: complaint.area ?? null,
      category: complaint.category ?? null,
      office: complaint.office ?? null,
      occurredOn: complaint.occurredOn ?? null,
      ...submission.facts,
    },
    words: {
      title,
      text: complaint.text,
      place: complaint.place,
      position: complaint.position ? `${complaint.position.lat},${complaint.position.lon}` : undefined,
      ...submission.words,
    },
  });
  const contact = await contactValues(ctx.keys, id, complaint.contact ?? {});
  const receipt = contact?.emailIndex ? `${id}:1:receipt:reporter` : null;
  const statements: Statement[] = [
    ...entry.statements,
    insertCase(ctx.db, {
      id,
      code,
      version: 1,
      headHash: entry.hash,
      state: 'received',
      kind: complaint.kind,
      category: complaint.category ?? null,
      area: complaint.area ?? null,
      holder: '@admin',
      holderSince: ctx.now,
      nextDueAt: verifyDue.dueAt,
      dueAt: due,
      anonymous: complaint.anonymous === true,
      confidential: complaint.confidential === true,
      aboutOfficial: complaint.aboutOfficial === true,
      channel: complaint.channel ?? 'web',
      placement: complaint.placement ?? null,
      title: (await seal(ctx.keys, { table: 'cases', column: 'title', row: id }, title)) ?? '',
      submittedBy: ctx.actor,
      unproven: submission.unproven,
      receivedAt: ctx.now,
      settings: ctx.regency.version,
    }),
    ...keepRequest(ctx, id, 1, submission.challenge),
    startClocks(ctx, id, 1, [verifyDue]),
    ...(contact ? [insertContact(ctx.db, contact)] : []),
    ...claim(ctx, id, 1, complaint.attachments ?? [], complaint.anonymous !== true),
    ...(receipt ? [receiptNotice(ctx, id, receipt)] : []),
    ...(submission.also?.(ctx.db, id) ?? []),
  ];
  const pin = await pinOf(ctx.keys, code, FIRST_PIN);
  return {
    statements,
    result: {
      ...{ caseId: id, code, pin, state: 'received', due, fresh: true },
      ...{ receivedAt: ctx.now, pinVersion: FIRST_PIN },
    },
    deliveries: receipt ? [receipt] : [],
  };
}

function receiptNotice(ctx: Ctx, caseId: number, id: string): Statement {
  return insertDelivery(ctx.db, {
    id,
    caseId,
    template: 'receipt',
    recipient: 'reporter',
    values: '{}',
    status: 'pending',
    nextAt: ctx.now,
    createdAt: ctx.now,
  });
}

/** The first words of the text, when the reporter gave no title. */
export function titleOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= 70) return line;
  const cut = line.slice(0, 70);
  return `${cut.slice(0, Math.max(40, cut.lastIndexOf(' ')))}…`;
}
