/**
 * Runs a verb on one case for a person: permission, input, plan, commit; then tells the queues.
 * A repeated request (same Idempotency-Key, same body) gets the first one's result, also when its answer was lost.
 */
import { eq } from 'drizzle-orm';
import type * as z from 'zod';
import { canonicalJson } from '../../shared/canonical.ts';
import { type Action, rightOf, standing } from '../../shared/permissions/index.ts';
import { commit, constraintOf, type Outcome, type Plan, unavailable } from '../platform/db.ts';
import type { FieldProblem } from '../platform/problem.ts';
import { AppError } from '../platform/problem.ts';
import { idempotencyKeys } from '../platform/table.ts';
import type { Keys } from '../privacy/keys.ts';
import { macHex } from '../privacy/mac.ts';
import { forgetRegency, regencyAt } from '../regency/snapshot.ts';
import type { Done } from './change.ts';
import type { Ctx, RequestKey } from './context.ts';
import { fieldProblems } from './fields.ts';
import { type CaseFile, factsOf, loadCase } from './load.ts';
import { cases } from './table.ts';

/** What fails when the settings are no longer those of the snapshot (`assertSettings`). */
const STALE = 'cases.settings';

/** One verb of the desk or of the reporter. */
export interface CaseVerb<Schema extends z.ZodType = z.ZodType> {
  name: string;
  /** Permission of the desk, or `reporter` for those who have code and PIN. */
  action: Action | 'reporter';
  input: Schema;
  plan(ctx: Ctx, file: CaseFile, input: z.output<Schema>): Promise<Plan<Done>>;
}

/**
 * @param expected version the person saw, or null when they did not say
 * @throws AppError not_found (also when they may not know of it), forbidden, invalid, conflict, key_reused, unavailable
 */
export async function runVerb<Schema extends z.ZodType>(
  ctx: Ctx,
  verb: CaseVerb<Schema>,
  code: string,
  input: unknown,
  expected: number | null = null,
): Promise<Done> {
  try {
    const { file, acting, parsed } = await prepared(ctx, verb, code, input, expected);
    const { plan, outcome } = await carryOut(acting, (now) => verb.plan(now, file, parsed));
    if (!outcome.ok) throw refusal(outcome.error);
    if (plan.result.deliveries.length > 0) ctx.hint('delivery', plan.result.deliveries);
    if (file.row.placement !== null) ctx.hint('counting', ['fold:placements']);
    return plan.result;
  } catch (error) {
    const repeated = ctx.request ? await findRequest(ctx, ctx.request) : null;
    if (repeated) return repeated;
    throw error instanceof AppError ? error : unavailable(error);
  }
}

/**
 * Does all that `runVerb` does, short of writing.
 * @throws AppError what it would throw
 */
export async function rehearse(
  ctx: Ctx,
  verb: CaseVerb,
  code: string,
  input: unknown,
  expected: number | null = null,
): Promise<void> {
  const file = await loadCase(ctx.db, code);
  if (!file) throw new AppError('not_found');
  await planOn(ctx, verb, file, input, expected);
}

/**
 * What the verb would do to a case that was read already, e.g. together with others.
 * @param expected version the person saw, or null when they did not say
 * @throws AppError what `runVerb` would throw before it writes
 */
export async function planOn(
  ctx: Ctx,
  verb: CaseVerb,
  file: CaseFile,
  input: unknown,
  expected: number | null = null,
): Promise<Plan<Done>> {
  const { acting, parsed } = judged(ctx, verb, file, input, expected);
  return verb.plan(acting, file, parsed);
}

/** The case as this person may act on it, and the input as the verb takes it. */
async function prepared<Schema extends z.ZodType>(
  ctx: Ctx,
  verb: CaseVerb<Schema>,
  code: string,
  input: unknown,
  expected: number | null,
) {
  const file = await loadCase(ctx.db, code);
  if (!file) throw new AppError('not_found');
  return { file, ...judged(ctx, verb, file, input, expected) };
}

function judged<Schema extends z.ZodType>(
  ctx: Ctx,
  verb: CaseVerb<Schema>,
  file: CaseFile,
  input: unknown,
  expected: number | null,
) {
  const acting = { ...ctx, onBehalfOf: authorise(ctx, verb, file) };
  const parsed = verb.input.safeParse(input);
  if (!parsed.success) throw new AppError('invalid', { fields: fieldProblems(parsed.error) });
  if (expected !== null && expected !== file.row.version) throw new AppError('conflict');
  return { acting, parsed: parsed.data };
}

/**
 * Plans and commits. When the settings changed since this isolate read them, nothing was written: it is planned once
 * more with those of now, so that no person meets an error because somebody edited a holiday.
 */
export async function carryOut<P extends Plan<unknown>>(
  ctx: Ctx,
  planWith: (ctx: Ctx) => Promise<P>,
): Promise<{ plan: P; outcome: Outcome<unknown> }> {
  const first = await attempt(ctx, planWith);
  if (first.outcome.ok || first.outcome.constraint !== STALE) return first;
  forgetRegency();
  return attempt({ ...ctx, regency: await regencyAt(ctx.db, ctx.now) }, planWith);
}

async function attempt<P extends Plan<unknown>>(ctx: Ctx, planWith: (ctx: Ctx) => Promise<P>) {
  const plan = await planWith(ctx);
  const [outcome] = await commit(ctx.db, [plan]);
  return { plan, outcome: outcome ?? { ok: false as const, error: null, constraint: null } };
}

/** @returns the id of the absent colleague whose right was used; null = the person's own, or the reporter's */
function authorise(ctx: Ctx, verb: CaseVerb, file: CaseFile): number | null {
  if (verb.action === 'reporter') {
    if (ctx.reporterOf !== file.row.code) throw new AppError('not_found');
    return null;
  }
  if (!ctx.staff) throw new AppError('unauthenticated');
  const facts = factsOf(file);
  if (standing(ctx.staff, facts) === null) throw new AppError('not_found');
  const right = rightOf(ctx.staff, verb.action, facts);
  if (!right) throw new AppError('forbidden');
  return right.id === ctx.staff.id ? null : right.id;
}

/** What an aborted batch means to the person. */
export function refusal(error: unknown): AppError {
  const constraint = constraintOf(error);
  if (constraint?.startsWith('history')) return new AppError('conflict');
  if (constraint === STALE) {
    forgetRegency();
    return new AppError('unavailable', { retryAfter: 1, cause: error });
  }
  if (constraint === 'foreign_key' || constraint?.startsWith('attachments')) return attachmentProblem();
  return unavailable(error);
}

export function attachmentProblem(pointer = '/attachments'): AppError {
  const field: FieldProblem = { pointer, message: 'field.attachment' };
  return new AppError('invalid', { fields: [field] });
}

/** Turns a client's Idempotency-Key and body into what is kept. */
export async function requestKey(keys: Keys, key: string, scope: string, body: unknown): Promise<RequestKey> {
  return {
    key: await macHex(keys, 'idempotency', 'key', key.toLowerCase()),
    digest: await macHex(keys, 'idempotency', 'body', key.toLowerCase(), scope, canonicalJson(body)),
  };
}

/**
 * @returns what the first request with this key did, or null when there was none
 * @throws AppError key_reused when it had another body
 */
export async function findRequest(ctx: Ctx, request: RequestKey): Promise<Done | null> {
  const [found] = await ctx.db
    .select({
      digest: idempotencyKeys.digest,
      seq: idempotencyKeys.seq,
      caseId: cases.id,
      code: cases.code,
      state: cases.state,
    })
    .from(idempotencyKeys)
    .innerJoin(cases, eq(cases.id, idempotencyKeys.caseId))
    .where(eq(idempotencyKeys.key, request.key));
  if (!found) return null;
  if (found.digest !== request.digest) throw new AppError('key_reused');
  return { caseId: found.caseId, code: found.code, seq: found.seq, state: found.state, deliveries: [] };
}
