/** Runs a verb for the signed-in person; pages and API do it in the same way. */
import { normaliseCode } from '../../../shared/code.ts';
import type { Done } from '../../cases/change.ts';
import { runVerb } from '../../cases/run.ts';
import { type DeskVerb, deskVerb, deskVerbs } from '../../cases/verbs/index.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { type AppContext, ctxOf, requireKey } from '../http.ts';
import { type DeskCase, deskView } from './queries.ts';

/** @throws AppError not_found for a code that cannot be one of this regency */
export function codeOf(c: AppContext): string {
  const code = normaliseCode(c.req.param('code') ?? '', c.var.regency.about.codePrefix);
  if (code === null) throw new AppError('not_found');
  return code;
}

export function verbOf(name: string | undefined): DeskVerb {
  if (name === undefined || !Object.hasOwn(deskVerbs, name)) throw new AppError('not_found');
  return name as DeskVerb;
}

/** @throws AppError not_found, also when the person may not know of the case */
export async function viewOf(c: AppContext, code: string): Promise<DeskCase> {
  const view = await findView(c, code);
  if (view === null) throw new AppError('not_found');
  return view;
}

/**
 * What waited on a device is sent by its writer or not at all: another account may be signed in there by now.
 * @throws AppError unauthenticated
 */
export function requireWriter(c: AppContext): void {
  const writer = c.req.header('x-kanal-petugas');
  if (writer !== undefined && writer !== String(c.var.signedIn.id)) throw new AppError('unauthenticated');
}

export function findView(c: AppContext, code: string): Promise<DeskCase | null> {
  return deskView(c.var.db, c.var.keys, c.var.regency, c.var.signedIn, code, now());
}

export interface CaseFile {
  id: string;
  kind: DeskCase['attachments'][number]['kind'];
  bytes: number;
  /** As pages count them, from 1. */
  number: number;
}

/**
 * A file of the case as this person may see it, or the boxed picture that offices see of it.
 * @throws AppError not_found
 */
export function fileOf(view: DeskCase, id: string | undefined): CaseFile {
  const files = view.attachments.flatMap((file, index) =>
    [file, ...(file.redacted ? [file.redacted] : [])].map((one) => ({ ...one, number: index + 1 })),
  );
  const found = files.find((one) => one.id === id);
  if (!found) throw new AppError('not_found');
  return { id: found.id, kind: found.kind, bytes: found.bytes, number: found.number };
}

/**
 * @param key the client's key; undefined = it sent none
 * @param expected version that the person saw, or null
 * @throws AppError as runVerb
 */
export async function perform(
  c: AppContext,
  name: DeskVerb,
  code: string,
  input: unknown,
  key: string | undefined,
  expected: number | null,
): Promise<Done> {
  const verb = deskVerb(name);
  if (verb === null) throw new AppError('not_found');
  const person = c.var.signedIn;
  const ctx = await ctxOf(c, {
    actor: c.var.actor,
    staff: person,
    // The key counts for this person, case and verb only.
    ...(key === undefined
      ? {}
      : { key: { key: requireKey(key), scope: `desk:${person.id}:${code}:${name}`, body: input } }),
  });
  return runVerb(ctx, verb, code, input, expected);
}
