/**
 * better-auth, set up for local accounts with TOTP. Only ever reached by `import()` from sign-in.ts: a citizen's
 * request must not pay for it. Its HTTP handler is not mounted; our own pages call its functions.
 */
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { now, SECOND } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import { CODES_LOCKED, deviceOf, SESSION_LIFE, SESSION_PREFIX } from './device.ts';
import { hashPassword, PASSWORD_MAX, PASSWORD_MIN, verifyPassword } from './password.ts';
import { account, session, twoFactor as twoFactorTable, user, verification } from './table.ts';

/**
 * @param origin scheme and host that the browser sees; https makes the cookies `__Secure-`
 * @param issuer name that an authenticator app shows beside the code
 */
export function openAuth(db: Db, secret: string, origin: string, issuer: string) {
  return betterAuth({
    appName: issuer,
    baseURL: origin,
    secret,
    database: drizzleAdapter(db, {
      provider: 'sqlite',
      schema: { user, session, account, verification, twoFactor: twoFactorTable },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    session: {
      expiresIn: SESSION_LIFE / SECOND,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    databaseHooks: { session: { create: { before: async (made) => ({ data: ownTimes(made) }) } } },
    plugins: [
      twoFactor({
        issuer,
        // Counted for the account, whoever guesses: without the password nobody gets as far as a code.
        accountLockout: { maxFailedAttempts: 10, durationSeconds: CODES_LOCKED / SECOND },
      }),
    ],
    // Attempts are counted in D1 for each account × client (tries.ts), which this in-memory one cannot.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its messages can quote what was typed.
    logger: { disabled: true },
    advanced: {
      cookiePrefix: SESSION_PREFIX,
      ipAddress: { disableIpTracking: true },
      database: { validateSchema: false },
    },
  });
}

/** Our clock, and of the browser only as much as its owner needs to recognise it. */
function ownTimes<T extends { userAgent?: string | null }>(made: T): T {
  const at = now();
  return {
    ...made,
    createdAt: new Date(at),
    updatedAt: new Date(at),
    expiresAt: new Date(at + SESSION_LIFE),
    ipAddress: null,
    userAgent: deviceOf(made.userAgent ?? ''),
  };
}

export type Auth = ReturnType<typeof openAuth>;
