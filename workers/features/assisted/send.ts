/**
 * Sends what was typed for somebody, by the very verb of a citizen, so that everything after it is the same. Pages and API
 * come through here: who may type for whom, what an accusation asks for, and who gets the PIN (domain.md section 1).
 */
import { helpsVillagers, takesReports } from '../../../shared/permissions/rooms.ts';
import { findRequest } from '../../cases/run.ts';
import { type Submitted, submit } from '../../cases/submit.ts';
import { MINUTE, now } from '../../platform/clock.ts';
import { AppError, type FieldProblem } from '../../platform/problem.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { type AppContext, ctxOf, requireKey } from '../http.ts';
import { checkComplaint } from '../intake/queries.ts';
import { isCaseAlready, madeCase, postFor } from '../posts/queries.ts';
import { wouldHold } from '../routing/queries.ts';
import { accountById } from '../staff/queries.ts';
import { mailPin, mailsPins, UNSEEN } from '../tracking/queries.ts';
import type { Assisted } from './input.ts';

/** How long the same form, sent again, still shows its receipt; afterwards the PIN is the reporter's alone. */
const REPEATABLE = 30 * MINUTE;

/**
 * Who gets the PIN: `pin` = the officer hands it over on the receipt; `handover` = the reporter opens it alone;
 * `over` = it is no longer shown here.
 */
export type Hand = 'pin' | 'handover' | 'over';

export interface Sent {
  submitted: Submitted;
  hand: Hand;
}

/** Areas in which the person types for others; null = all of them. */
export async function areasOf(c: AppContext, channel: string): Promise<string[] | null> {
  if (channel !== 'kim') return null;
  return (await accountById(c.var.db, c.var.signedIn.id))?.areas ?? [];
}

/** Is the area one of these, or within one of them? */
export function isWithin(regency: Regency, areas: readonly string[], code: string | undefined): boolean {
  for (let at = code ?? null; at !== null; at = regency.areas.get(at)?.parent ?? null)
    if (areas.includes(at)) return true;
  return false;
}

/**
 * @param key the client's Idempotency-Key; body = what it covers (a file by its digest)
 * @throws AppError forbidden, invalid (detail hand_over: an accusation that the reporter should send alone), and as submit
 */
export async function sendAssisted(
  c: AppContext,
  input: Assisted,
  key: string | undefined,
  body: unknown,
): Promise<Sent> {
  const { signedIn, db } = c.var;
  const isKim = input.channel === 'kim';
  if (!(isKim ? helpsVillagers(signedIn) : takesReports(signedIn))) throw new AppError('forbidden');
  const problems = await problemsOf(c, input);
  if (problems.length > 0) throw new AppError('invalid', { fields: problems });
  const accuses = await isAccusation(c, input);
  if (accuses && (isKim || !input.insisted)) {
    const field: FieldProblem = { pointer: '/aboutOfficial', message: 'hand_over' };
    throw new AppError('invalid', { detail: 'hand_over', fields: [field] });
  }
  const post = input.post === undefined ? null : await postFor(db, c.var.keys, signedIn, input.post);
  if (input.post !== undefined && post === null) {
    throw new AppError('invalid', { fields: [{ pointer: '/post', message: 'field.post' }] });
  }
  const request = { key: requireKey(key), scope: `assisted:${signedIn.id}`, body };
  const ctx = await ctxOf(c, { actor: c.var.actor, staff: signedIn, key: request });
  // The same request once more gets its receipt again; another one would make a second case of the post.
  if (post && (await isCaseAlready(db, signedIn, post.id))) {
    const repeated = ctx.request && (await findRequest(ctx, ctx.request));
    if (!repeated)
      throw new AppError('invalid', { fields: [{ pointer: '/post', message: 'field.post_made' }] });
  }
  const {
    letterDate,
    letterNumber,
    noticeRead: _read,
    insisted: _insisted,
    post: _post,
    ...complaint
  } = input;
  const submitted = await submit(ctx, {
    complaint,
    challenge: null,
    unproven: false,
    facts: {
      noticeRead: true,
      intakeOffice: signedIn.offices[0] ?? null,
      ...(letterDate ? { letterDate } : {}),
      ...(letterNumber ? { letterNumber } : {}),
    },
    words: post ? { postLink: post.link } : {},
    also: (to, caseId) => (post ? [madeCase(to, post.id, caseId)] : []),
  });
  const late = now() - submitted.receivedAt > REPEATABLE || submitted.pinVersion !== UNSEEN;
  const hand = late ? 'over' : isKim || accuses ? 'handover' : 'pin';
  const email = input.contact?.email;
  if (hand === 'handover' && submitted.fresh && email && mailsPins(c.env)) {
    c.executionCtx.waitUntil(mailPin(c.env, db, c.var.keys, submitted.code, email));
  }
  return { submitted, hand };
}

async function problemsOf(c: AppContext, input: Assisted): Promise<FieldProblem[]> {
  const { regency } = c.var;
  const problems = checkComplaint(regency, now(), input);
  const areas = await areasOf(c, input.channel);
  if (areas !== null && !isWithin(regency, areas, input.area)) {
    return [
      ...problems.filter(({ pointer }) => pointer !== '/area'),
      { pointer: '/area', message: 'field.own_area' },
    ];
  }
  if (input.letterDate && input.letterDate > regency.calendar.localDate(now())) {
    problems.push({ pointer: '/letterDate', message: 'field.date' });
  }
  return problems;
}

/** As the router will read it in a moment. */
async function isAccusation(c: AppContext, input: Assisted): Promise<boolean> {
  return (
    input.aboutOfficial === true ||
    wouldHold(c.var.db, c.var.regency, {
      kind: input.kind,
      title: input.title ?? null,
      text: input.text,
      place: input.place ?? null,
      area: input.area ?? null,
      category: input.category ?? null,
      office: input.office ?? null,
      aboutOfficial: false,
    })
  );
}
