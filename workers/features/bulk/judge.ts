/** What a verb would do to each of many cases, or why it would not: the same for the preview and for the run. */
import type { MessageKey } from '../../../shared/i18n/index.ts';
import { may, standing } from '../../../shared/permissions/index.ts';
import { identitiesOf, type Staff } from '../../../shared/permissions/people.ts';
import type { Done } from '../../cases/change.ts';
import type { Ctx } from '../../cases/context.ts';
import { type CaseFile, factsOf, loadCases } from '../../cases/load.ts';
import { planOn } from '../../cases/run.ts';
import { deskVerb } from '../../cases/verbs/index.ts';
import { targetsOf } from '../../cases/verbs/remind.ts';
import type { Plan } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import { Unreadable } from '../../privacy/unreadable.ts';

/** Verbs that make sense for many cases at once. */
export const bulkVerbs = ['dispose', 'archive', 'tag', 'note', 'remind', 'transfer'] as const;
export type BulkVerb = (typeof bulkVerbs)[number];

/** Cases of one bulk action. */
export const BULK_MOST = 500;

/** Cases read in one round trip. */
const AT_ONCE = 100;

/** Those that a person can be offered; each case is judged by itself all the same. */
export function bulkVerbsOf(person: Staff): BulkVerb[] {
  const has = (...roles: Staff['roles'][number][]) =>
    identitiesOf(person).some((one) => roles.some((role) => one.roles.includes(role)));
  if (has('admin')) return [...bulkVerbs];
  if (has('liaison', 'head')) return ['tag', 'note', 'remind'];
  return has('leader') ? ['remind'] : [];
}

/** Reads cases some at a time. */
export async function readFiles(
  ctx: Pick<Ctx, 'db'>,
  ids: readonly number[],
): Promise<Map<number, CaseFile>> {
  const files = new Map<number, CaseFile>();
  for (let at = 0; at < ids.length; at += AT_ONCE)
    for (const file of await loadCases(ctx.db, ids.slice(at, at + AT_ONCE))) files.set(file.row.id, file);
  return files;
}

/**
 * The plan for one case of many. A reminder goes to whom the case has first: its office, or else one of its people.
 * @throws AppError as `runVerb`; of a reminder also conflict when nobody has a number
 */
export async function planCase(
  ctx: Ctx,
  name: BulkVerb,
  file: CaseFile,
  input: unknown,
  expected: number | null,
): Promise<Plan<Done>> {
  const verb = deskVerb(name);
  if (verb === null) throw new AppError('not_found');
  return planOn(ctx, verb, file, name === 'remind' ? await reminder(ctx, file) : input, expected);
}

async function reminder(ctx: Ctx, file: CaseFile): Promise<{ target: string }> {
  // Who may not remind learns nothing of numbers; the verb itself says what is wrong.
  if (ctx.staff === null || !may(ctx.staff, 'remind', factsOf(file))) return { target: 'office:-' };
  const [first] = await targetsOf(ctx, file);
  if (!first) throw new AppError('conflict', { detail: 'no_number' });
  return { target: first.id };
}

export interface Judged {
  file: CaseFile;
  /** Why it would not be done; null = it would. */
  reason: MessageKey | null;
}

/**
 * Rehearses a verb on cases in this order. What the person may not know of is left out without a word.
 * @throws AppError invalid for an input that is wrong for every case, and whatever D1 threw
 */
export async function rehearseAll(
  ctx: Ctx,
  name: BulkVerb,
  input: unknown,
  ids: readonly number[],
): Promise<Judged[]> {
  const all: Ctx = { ...ctx, shared: new Map(), bulk: 0 };
  const files = await readFiles(all, ids);
  const judged: Judged[] = [];
  for (const id of ids) {
    const file = files.get(id);
    if (!file || all.staff === null || standing(all.staff, factsOf(file)) === null) continue;
    try {
      await planCase(all, name, file, input, null);
      judged.push({ file, reason: null });
    } catch (error) {
      if (error instanceof AppError && error.kind === 'invalid') throw error;
      judged.push({ file, reason: reasonOf(error) });
    }
  }
  return judged;
}

/**
 * What a refusal is to the person, as a word of the program.
 * @throws the error itself when D1 did not answer: nothing is decided then
 */
export function reasonOf(error: unknown): MessageKey {
  // Nothing of this case can be done until its key is back; the others go on, and it can be repeated then.
  if (error instanceof Unreadable) return error.detail ?? 'not_carried_out';
  if (isOutage(error)) throw error;
  if (!(error instanceof AppError)) return 'not_carried_out';
  if (error.kind === 'conflict') return error.detail ?? 'changed_since_preview';
  if (error.kind === 'invalid') return error.fields[0]?.message ?? 'problem.invalid';
  return error.detail ?? (`problem.${error.kind}` as MessageKey);
}

/** D1 did not answer, as against a case that cannot be planned. */
function isOutage(error: unknown): boolean {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    if (e instanceof AppError && e.kind === 'unavailable') return true;
    if (e.name === 'DrizzleQueryError' || /D1_ERROR|Network connection lost/.test(e.message)) return true;
  }
  return false;
}
