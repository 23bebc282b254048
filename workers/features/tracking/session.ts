/**
 * The reporter's session after code and PIN: one sealed cookie, no row. It lasts 30 minutes from the last page, and ends
 * at once with "Keluar" or when the PIN was renewed: phones are shared.
 */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import * as z from 'zod';
import { type CaseFile, loadCase } from '../../cases/load.ts';
import { MINUTE, now, SECOND } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { open, seal } from '../../privacy/seal.ts';
import type { AppContext } from '../http.ts';
import { seenOrigin } from '../staff/session.ts';

const LIFE = 30 * MINUTE;
const PLACE = { table: 'reporter_session', column: 'cookie', row: 0 };
const sessionSchema = z.object({ code: z.string(), pinVersion: z.number(), until: z.number() });

const isSecure = (c: AppContext) => seenOrigin(c).startsWith('https:');
/** Over https the prefix keeps a page on plain http from planting one. */
const nameOf = (c: AppContext) => `${isSecure(c) ? '__Secure-' : ''}kanal_pelapor`;

/** Begins it, or lets it last again. */
export async function startSession(c: AppContext, row: Pick<CaseFile['row'], 'code' | 'pinVersion'>) {
  const session = { code: row.code, pinVersion: row.pinVersion, until: now() + LIFE };
  const sealed = await seal(c.var.keys, PLACE, JSON.stringify(session));
  setCookie(c, nameOf(c), sealed ?? '', {
    path: '/lacak',
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure(c),
    maxAge: LIFE / SECOND,
  });
}

export function endSession(c: AppContext): void {
  deleteCookie(c, nameOf(c), { path: '/lacak', secure: isSecure(c) });
}

/** The case whose reporter is here, with the session lasting again; null for a stranger. */
export async function enter(c: AppContext): Promise<CaseFile | null> {
  const session = await readSession(c);
  const file = session && (await loadCase(c.var.db, session.code));
  if (!file || file.row.pinVersion !== session.pinVersion) return null;
  await startSession(c, file.row);
  return file;
}

async function readSession(c: AppContext): Promise<z.infer<typeof sessionSchema> | null> {
  const sealed = getCookie(c, nameOf(c));
  if (!sealed) return null;
  // Whatever cannot be opened is somebody else's making, or of a key that is gone.
  const text = await open(c.var.keys, PLACE, sealed).catch(() => null);
  if (text === null) return null;
  const session = sessionSchema.parse(JSON.parse(text));
  return session.until > now() ? session : null;
}

/**
 * Refuses what another site sends. SameSite=Strict keeps the cookie from other sites, but not from a neighbour under the
 * same domain. Browsers that tell nothing of where a form came from (proxy browsers on old phones) are let in.
 * @throws AppError forbidden (foreign_form)
 */
export function refuseForeign(c: AppContext): void {
  if (/^(GET|HEAD)$/.test(c.req.method) || c.req.header('sec-fetch-site') === 'same-origin') return;
  const origin = c.req.header('origin');
  const own = [seenOrigin(c), new URL(c.req.url).origin, c.env.ORIGIN];
  if (origin && !own.includes(origin)) throw new AppError('forbidden', { detail: 'foreign_form' });
}
