/**
 * Who is signed in. The session cookie is better-auth's and signed by it; reading it needs its secret and one query, so
 * the desk loads better-auth only to sign in. Whoever is deactivated or revoked is out with the next request.
 */
import { and, eq, gt, ne } from 'drizzle-orm';
import type { MiddlewareHandler } from 'hono';
import { getSignedCookie } from 'hono/cookie';
import { secretRoles } from '../../../shared/permissions/accusations.ts';
import type { Actor } from '../../cases/context.ts';
import { HOUR, now } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import { errorName, log } from '../../platform/log.ts';
import { AppError } from '../../platform/problem.ts';
import { actingOf, staffColumns } from '../../regency/staff.ts';
import { staff } from '../../regency/table.ts';
import type { AppContext, AppEnv, SignedIn } from '../http.ts';
import { SESSION_PREFIX } from './device.ts';
import { apiKeyOf, type StaffRow, signedInOf } from './queries.ts';
import { session, user } from './table.ts';
import { SignInAgain } from './views/sign-in-again.tsx';

declare module 'hono' {
  interface ContextVariableMap {
    /** Who acts, for the history; set together with `signedIn`. */
    actor: Actor;
    /** The session of the signed-in person; absent when a key acts. */
    session: OpenSession | undefined;
  }
}

export interface OpenSession {
  id: string;
  userId: string;
  /** When the person signed in (epoch ms). */
  createdAt: number;
  /** They sign in with a code of an app, too. */
  twoFactor: boolean;
}

/** Scheme and host as the browser sees them; ORIGIN says so when something in front ends TLS. */
export function seenOrigin(c: AppContext): string {
  const asked = new URL(c.req.url);
  const known = c.env.ORIGIN ? new URL(c.env.ORIGIN) : null;
  return known?.host === asked.host ? known.origin : asked.origin;
}

export function sessionCookie(c: AppContext): string {
  const prefix = seenOrigin(c).startsWith('https:') ? '__Secure-' : '';
  return `${prefix}${SESSION_PREFIX}.session_token`;
}

interface Found {
  session: OpenSession;
  row: StaffRow;
  person: SignedIn;
}

/** The account behind the session cookie while both are good; one query. */
export async function readSession(c: AppContext): Promise<Found | null> {
  const token = await getSignedCookie(c, await c.var.keys.secret('staff-session'), sessionCookie(c));
  if (!token) return null;
  const [found] = await c.var.db
    .select({
      id: session.id,
      userId: session.userId,
      createdAt: session.createdAt,
      row: staff,
      acting: staffColumns(now()).acting,
      twoFactor: user.twoFactorEnabled,
    })
    .from(session)
    .innerJoin(staff, eq(staff.userId, session.userId))
    .innerJoin(user, eq(user.id, session.userId))
    .where(and(eq(session.token, token), gt(session.expiresAt, new Date(now())), eq(staff.active, true)));
  if (!found) return null;
  const { id, userId, createdAt, row, acting, twoFactor } = found;
  return {
    session: { id, userId, createdAt: createdAt.getTime(), twoFactor },
    row,
    person: { ...signedInOf(row), ...actingOf(acting) },
  };
}

/**
 * Refuses what another site sends with the person's cookie. Sec-Fetch-Site is missing over plain http on a LAN; every
 * browser sends Origin with a POST.
 * @throws AppError forbidden (foreign_form)
 */
export function requireOwnPages(c: AppContext): void {
  if (/^(GET|HEAD)$/.test(c.req.method)) return;
  if (c.req.header('sec-fetch-site') === 'same-origin') return;
  const origin = c.req.header('origin');
  const own = [seenOrigin(c), new URL(c.req.url).origin, c.env.ORIGIN ? new URL(c.env.ORIGIN).origin : ''];
  if (!origin || !own.includes(origin)) throw new AppError('forbidden', { detail: 'foreign_form' });
}

/**
 * Lets signed-in staff through and sets `signedIn` and `actor`. Under /api/ also `Authorization: Bearer` with a key of
 * scope "desk", which acts as its account. A stranger is sent to /masuk, or told 401 by the API; a form sent after the
 * session ended is answered by a page that tells how to sign in without losing what was typed.
 * @throws AppError unauthenticated, forbidden
 */
export const requireStaff: MiddlewareHandler<AppEnv> = async (c, next) => {
  const api = c.req.path.startsWith('/api/');
  const bearer = api ? /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] : undefined;
  if (bearer) {
    await enterByKey(c, bearer);
    return next();
  }
  const found = await readSession(c);
  if (!found) {
    if (api) throw new AppError('unauthenticated');
    c.header('cache-control', 'no-store');
    if (!/^(GET|HEAD)$/.test(c.req.method)) return c.html(SignInAgain({ regency: c.var.regency }), 401);
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`/masuk?ke=${encodeURIComponent(pathname + search)}`);
  }
  requireOwnPages(c);
  enter(c, found.person, `staff:${found.row.id}`);
  c.set('session', found.session);
  if (needsTwoFactor(c, found.session)) {
    if (api) throw new AppError('forbidden', { detail: 'two_factor_needed' });
    return c.redirect('/desk/akun?wajib', 303);
  }
  if (now() - (found.row.lastSeenAt ?? 0) > HOUR) c.executionCtx.waitUntil(markSeen(c, found.row.id));
  await next();
};

/**
 * Roles that read what can hurt somebody sign in with a code, too: whose account lacks one is led to set it up, and
 * nowhere else. Not on sample data, where everybody knows the passwords.
 */
function needsTwoFactor(c: AppContext, session: OpenSession): boolean {
  const { switches } = c.var.regency;
  if (session.twoFactor || switches.demo || /^\/desk\/akun(\/|$)/.test(c.req.path)) return false;
  return c.var.signedIn.roles.some((role) => switches.twoFactorRoles.includes(role));
}

/** Lets only these roles through; after `requireStaff`. @throws AppError forbidden */
export function requireRole(...roles: SignedIn['roles'][number][]): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (!c.var.signedIn.roles.some((role) => roles.includes(role))) throw new AppError('forbidden');
    await next();
  };
}

async function enterByKey(c: AppContext, bearer: string): Promise<void> {
  const key = await apiKeyOf(c.var.db, c.var.keys, bearer);
  if (!key) throw new AppError('unauthenticated');
  if (!key.scopes.includes('desk') || !key.staff) throw new AppError('forbidden', { detail: 'key_scope' });
  // Accusations are read by people: an administrator makes keys, and could make one that acts as the verifier.
  const roles = key.staff.roles.filter((role) => !secretRoles.includes(role));
  enter(c, { ...key.staff, roles }, `key:${key.id}`);
}

function enter(c: AppContext, person: SignedIn, actor: Actor): void {
  c.set('signedIn', person);
  c.set('actor', actor);
  c.header('cache-control', 'no-store');
}

/** Ends one session of its owner. */
export async function endSession(db: Db, open: Pick<OpenSession, 'id' | 'userId'>): Promise<void> {
  await db.delete(session).where(and(eq(session.id, open.id), eq(session.userId, open.userId)));
}

/** Ends a person's sessions but the one they are using. */
export async function endOtherSessions(db: Db, open: OpenSession): Promise<void> {
  await db.delete(session).where(and(eq(session.userId, open.userId), ne(session.id, open.id)));
}

/** For "keaktifan": signed in and at work within 30 days. To the hour, so that a page view is not a write. */
async function markSeen(c: AppContext, id: number): Promise<void> {
  try {
    await c.var.db.update(staff).set({ lastSeenAt: now() }).where(eq(staff.id, id));
  } catch (error) {
    log('warn', { event: 'not_marked_seen', error: errorName(error) });
  }
}
