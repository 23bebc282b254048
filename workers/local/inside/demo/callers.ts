/** Calls the Worker as a phone or a signed-in person would: every step of the demo goes through its real doors. */
import { eq } from 'drizzle-orm';
import { generateSignedCookie } from 'hono/cookie';
import { SESSION_LIFE, SESSION_PREFIX } from '../../../features/staff/device.ts';
import { session } from '../../../features/staff/table.ts';
import kanal from '../../../index.ts';
import { now } from '../../../platform/clock.ts';
import { type Db, openDb } from '../../../platform/db.ts';
import { newToken } from '../../../platform/ids.ts';
import { loadKeys } from '../../../privacy/keys.ts';
import { staff } from '../../../regency/table.ts';

export interface Caller {
  env: Env;
  context: ExecutionContext;
  /** Scheme and host as the browser sees them. */
  origin: string;
}

export async function call(caller: Caller, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { origin: caller.origin, ...init.headers };
  const request = new Request(`${caller.origin}${path}`, { redirect: 'manual', ...init, headers });
  return kanal.fetch(request as Parameters<typeof kanal.fetch>[0], caller.env, caller.context);
}

/** JSON of a call that has to succeed. @throws Error naming path and status */
export async function callJson<T>(
  caller: Caller,
  path: string,
  body: unknown,
  headers: Record<string, string>,
) {
  const response = await call(caller, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Signs a demo account in. @param mailbox e.g. "dpkpp"; @returns the Set-Cookie line of its session */
export async function signIn(caller: Caller, mailbox: string): Promise<string> {
  const db = openDb(caller.env.DB);
  const person = await demoPerson(db, mailbox);
  const token = newToken();
  const at = new Date(now());
  await db.insert(session).values({
    id: newToken(),
    token,
    userId: person.userId,
    expiresAt: new Date(now() + SESSION_LIFE),
    createdAt: at,
    updatedAt: at,
  });
  const secure = caller.origin.startsWith('https:');
  const name = `${secure ? '__Secure-' : ''}${SESSION_PREFIX}.session_token`;
  const secret = await (await loadKeys(caller.env)).secret('staff-session');
  return generateSignedCookie(name, token, secret, { path: '/', httpOnly: true, sameSite: 'Lax', secure });
}

/** "name=value" of a Set-Cookie line. */
export const pairOf = (line: string): string => line.split(';')[0] ?? '';

/** @throws Error when there is no such demo account */
export async function demoPerson(db: Db, mailbox: string): Promise<{ id: number; userId: string }> {
  const [row] = await db
    .select({ id: staff.id, userId: staff.userId })
    .from(staff)
    .where(eq(staff.email, `${mailbox}@contoh.example`));
  if (!row?.userId) throw new Error(`No demo account ${mailbox}`);
  return { id: row.id, userId: row.userId };
}
