/** Signing in by e-mail address and password, then by a code when the person uses an authenticator app. */
import { eq } from 'drizzle-orm';
import { now, SECOND } from '../../platform/clock.ts';
import { errorName, log } from '../../platform/log.ts';
import { AppError } from '../../platform/problem.ts';
import { CLIENT_PATIENCE, claimTry, clearTries, mayTry, patienceFor } from '../../platform/tries.ts';
import { macHex } from '../../privacy/mac.ts';
import { normaliseEmail } from '../../privacy/mask.ts';
import { staff } from '../../regency/table.ts';
import { type AppContext, clientOf } from '../http.ts';
import { CODES_LOCKED } from './device.ts';
import { seenOrigin } from './session.ts';

/** Nobody's address: an unknown or inactive account takes the same road and time as a wrong password. */
const NOBODY = 'tidak.ada@kanal.invalid';

/** better-auth for this request; evaluated at its first use in the isolate. */
export async function authOf(c: AppContext) {
  const { openAuth } = await import('./auth.ts');
  const issuer = `Kanal ${c.var.regency.about.name}`;
  return openAuth(c.var.db, await c.var.keys.secret('staff-session'), seenOrigin(c), issuer);
}

/**
 * Sets the session cookie, or the cookie of the second step.
 * @returns what comes next
 * @throws AppError unauthenticated (sign_in_wrong), the same for unknown, inactive and wrong; too_many
 */
export async function signIn(c: AppContext, email: string, password: string): Promise<'done' | 'code'> {
  const address = normaliseEmail(email);
  const { db, keys } = c.var;
  const at = now();
  await shield(c);
  const client = clientOf(c);
  const key = `masuk:${await macHex(keys, 'client', 'masuk', address, client)}`;
  const clientKey = `pintu:${await macHex(keys, 'client', 'masuk', client)}`;
  const [claimed, door, people] = await db.batch([
    claimTry(db, key, at, patienceFor(client)),
    claimTry(db, clientKey, at, CLIENT_PATIENCE),
    db.select({ userId: staff.userId, active: staff.active }).from(staff).where(eq(staff.email, address)),
  ]);
  await mayTry(db, key, at, claimed);
  await mayTry(db, clientKey, at, door);
  const known = people[0]?.active && people[0].userId !== null;
  const auth = await authOf(c);
  const answer = await auth.api.signInEmail({
    body: { email: known ? address : NOBODY, password },
    headers: c.req.raw.headers,
    asResponse: true,
  });
  if (!answer.ok) throw refused(answer, 'sign_in_wrong');
  passCookies(c, answer);
  await clearTries(db, key, clientKey);
  const result = (await answer.json()) as { twoFactorRedirect?: boolean };
  return result.twoFactorRedirect ? 'code' : 'done';
}

/**
 * The second step: a code of the app, or one of the backup codes. Five tries, then the password is asked again.
 * @throws AppError unauthenticated (sign_in_code, or sign_in_again when the first step is over)
 */
export async function signInCode(c: AppContext, typed: string): Promise<void> {
  const code = typed.replace(/\s/g, '');
  await shield(c);
  const auth = await authOf(c);
  const call = { body: { code }, headers: c.req.raw.headers, asResponse: true } as const;
  const answer = /^\d{6}$/.test(code)
    ? await auth.api.verifyTOTP(call)
    : await auth.api.verifyBackupCode(call);
  passCookies(c, answer);
  if (answer.ok) return;
  const problem = (await answer.clone().json()) as { code?: string };
  if (isLocked(problem)) throw codesLocked();
  const over = /COOKIE|ATTEMPTS/.test(problem.code ?? '');
  throw refused(answer, over ? 'sign_in_again' : 'sign_in_code');
}

/** Ten wrong codes in a row, by whoever had the password; better-auth then takes none for a while. */
export const isLocked = ({ code }: { code?: string }): boolean => code === 'ACCOUNT_TEMPORARILY_LOCKED';
export const codesLocked = () =>
  new AppError('too_many', { detail: 'code_locked', retryAfter: CODES_LOCKED / SECOND });

/** Cookies that better-auth sets, on our answer. */
export function passCookies(c: AppContext, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
}

function refused(answer: Response, detail: 'sign_in_wrong' | 'sign_in_code' | 'sign_in_again'): AppError {
  if (answer.status < 500) return new AppError('unauthenticated', { detail });
  log('error', { event: 'sign_in_failed', status: answer.status, error: errorName(null) });
  return new AppError('unavailable', { retryAfter: 5 });
}

/** Against floods, before anything is read or written. */
async function shield(c: AppContext): Promise<void> {
  const key = `masuk:${await macHex(c.var.keys, 'client', 'masuk', clientOf(c))}`;
  const { success } = await c.env.LIMIT_WRITE.limit({ key });
  if (!success) throw new AppError('too_many', { retryAfter: 60 });
}
