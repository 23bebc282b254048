/** What a person changes about their own account: password and authenticator app. better-auth does the work. */
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { claimTry, clearTries, mayTry, patienceFor } from '../../platform/tries.ts';
import { macHex } from '../../privacy/mac.ts';
import { type AppContext, clientOf } from '../http.ts';
import { authOf, codesLocked, isLocked, passCookies } from './sign-in.ts';

/** The app's address for the QR code, and codes for when the phone is lost; both are shown once. */
export interface NewTwoFactor {
  uri: string;
  /** The secret to type where nothing can be scanned. */
  secret: string;
  backupCodes: string[];
}

/**
 * Sets a new password, already checked against the rules, and ends the other sessions.
 * @throws AppError invalid when the current one does not match, too_many
 */
export async function changePassword(c: AppContext, current: string, password: string): Promise<void> {
  await withPassword(c, async () => {
    const auth = await authOf(c);
    return auth.api.changePassword({
      body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
      headers: c.req.raw.headers,
      asResponse: true,
    });
  });
}

/** Starts: nothing changes until `confirmTwoFactor`. @throws AppError invalid, too_many, conflict when it is on */
export async function startTwoFactor(c: AppContext, password: string): Promise<NewTwoFactor> {
  const answer = await withPassword(c, async () => {
    const auth = await authOf(c);
    return auth.api.enableTwoFactor({
      body: { password, method: 'totp' },
      headers: c.req.raw.headers,
      asResponse: true,
    });
  });
  const made = (await answer.json()) as { totpURI?: string; backupCodes?: string[] };
  const uri = made.totpURI ?? '';
  return { uri, secret: new URL(uri).searchParams.get('secret') ?? '', backupCodes: made.backupCodes ?? [] };
}

/** Turns it on once the app shows a right code. @throws AppError invalid */
export async function confirmTwoFactor(c: AppContext, typed: string): Promise<void> {
  const auth = await authOf(c);
  const answer = await auth.api.verifyTOTP({
    body: { code: typed.replace(/\s/g, '') },
    headers: c.req.raw.headers,
    asResponse: true,
  });
  if (!answer.ok) {
    if (isLocked((await answer.json()) as { code?: string })) throw codesLocked();
    throw new AppError('invalid', { fields: [{ pointer: '/code', message: 'sign_in_code' }] });
  }
  passCookies(c, answer);
}

/** @throws AppError invalid, too_many */
export async function stopTwoFactor(c: AppContext, password: string): Promise<void> {
  await withPassword(c, async () => {
    const auth = await authOf(c);
    return auth.api.disableTwoFactor({ body: { password }, headers: c.req.raw.headers, asResponse: true });
  });
}

/** Guessing the password from a session somebody left open costs the same delay as at the door. */
async function withPassword(c: AppContext, ask: () => Promise<Response>): Promise<Response> {
  const { db, keys, signedIn } = c.var;
  const client = clientOf(c);
  const key = `sandi:${await macHex(keys, 'client', 'sandi', String(signedIn.id), client)}`;
  await mayTry(db, key, now(), await claimTry(db, key, now(), patienceFor(client)));
  const answer = await ask();
  if (answer.ok) {
    passCookies(c, answer);
    await clearTries(db, key);
    return answer;
  }
  const problem = (await answer.json()) as { code?: string };
  if (problem.code !== 'INVALID_PASSWORD') throw new AppError('conflict');
  throw new AppError('invalid', { fields: [{ pointer: '/current', message: 'field.password_current' }] });
}
