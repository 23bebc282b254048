/**
 * Who reveals an identity or takes data away proves anew that it is them: password, and the code of the app where one is
 * set up, within the last ten minutes. A screen left open gives nobody away. Programs with a key have no hands to do it.
 */
import { and, eq, gt } from 'drizzle-orm';
import { MINUTE, now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { counters } from '../../platform/table.ts';
import { claimTry, clearTries, mayTry, patienceFor } from '../../platform/tries.ts';
import { macHex } from '../../privacy/mac.ts';
import { type AppContext, clientOf } from '../http.ts';
import { verifyPassword } from './password.ts';
import type { OpenSession } from './session.ts';
import { account } from './table.ts';
import { ConfirmPage } from './views/confirm.tsx';

const RECENT = 10 * MINUTE;
/** Names of the fields that `ConfirmPage` adds to a form. */
const FIELDS = { password: 'konfirmasi_sandi', code: 'konfirmasi_kode' } as const;

const markOf = async (c: AppContext, session: OpenSession) =>
  `yakin:${await macHex(c.var.keys, 'tokens', 'confirmed', session.id)}`;

/** The session of the person at the keyboard. @throws AppError forbidden (needs_person) for a key */
function ownSession(c: AppContext): OpenSession {
  const { session } = c.var;
  if (!session) throw new AppError('forbidden', { detail: 'needs_person' });
  return session;
}

/** @throws AppError forbidden: needs_person for a key, confirm_identity when the last proof is older than ten minutes */
export async function requireRecent(c: AppContext): Promise<void> {
  const session = ownSession(c);
  if (session.createdAt > now() - RECENT) return;
  const found = await c.var.db
    .select({ until: counters.until })
    .from(counters)
    .where(and(eq(counters.key, await markOf(c, session)), gt(counters.until, now())));
  if (found.length === 0) throw new AppError('forbidden', { detail: 'confirm_identity' });
}

/**
 * Proves it; good for ten minutes of this session. Guessing costs the same delay as at the door.
 * @throws AppError invalid at /password or /code, too_many
 */
export async function confirmIdentity(c: AppContext, password: string, code: string): Promise<void> {
  const { db, keys, signedIn } = c.var;
  const session = ownSession(c);
  const client = clientOf(c);
  const key = `sandi:${await macHex(keys, 'client', 'sandi', String(signedIn.id), client)}`;
  await mayTry(db, key, now(), await claimTry(db, key, now(), patienceFor(client)));
  const [own] = await db
    .select({ hash: account.password })
    .from(account)
    .where(and(eq(account.userId, session.userId), eq(account.providerId, 'credential')));
  if (!(await verifyPassword(own?.hash ?? '', password))) throw wrong('/password', 'field.password_current');
  if (session.twoFactor) await confirmCode(c, code);
  await clearTries(db, key);
  const mark = { key: await markOf(c, session), count: 1, until: now() + RECENT, at: now() };
  await db.insert(counters).values(mark).onConflictDoUpdate({ target: counters.key, set: mark });
}

async function confirmCode(c: AppContext, typed: string): Promise<void> {
  const { authOf, codesLocked, isLocked, passCookies } = await import('./sign-in.ts');
  const call = {
    body: { code: typed.replace(/\s/g, '') },
    headers: c.req.raw.headers,
    asResponse: true,
  } as const;
  const answer = await (await authOf(c)).api.verifyTOTP(call);
  if (!answer.ok) {
    throw isLocked((await answer.json()) as { code?: string })
      ? codesLocked()
      : wrong('/code', 'sign_in_code');
  }
  passCookies(c, answer);
}

const wrong = (pointer: string, message: 'field.password_current' | 'sign_in_code') =>
  new AppError('invalid', { fields: [{ pointer, message }] });

/**
 * For a page's form: asks in between, with everything typed carried along, and goes on with the same form afterwards.
 * @returns the page that asks, or null when the way is free
 */
export async function askAgain(c: AppContext, form: FormData): Promise<Response | null> {
  const password = form.get(FIELDS.password);
  try {
    if (typeof password === 'string') await confirmIdentity(c, password, String(form.get(FIELDS.code) ?? ''));
    else await requireRecent(c);
    return null;
  } catch (error) {
    if (!(error instanceof AppError) || error.detail === 'needs_person') throw error;
    if (error.retryAfter !== null) c.header('retry-after', String(error.retryAfter));
    const carried = [...form].filter(
      (field): field is [string, string] =>
        typeof field[1] === 'string' && field[0] !== FIELDS.password && field[0] !== FIELDS.code,
    );
    return c.html(
      <ConfirmPage
        regency={c.var.regency}
        who={c.var.signedIn}
        action={c.req.path}
        carried={carried}
        names={FIELDS}
        code={ownSession(c).twoFactor}
        problem={error}
      />,
      error.status,
    );
  }
}
