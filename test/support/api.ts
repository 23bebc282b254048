/** The public API as a client on another origin calls it. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { Hono } from 'hono';
import { answerError, answerNotFound } from '../../workers/features/errors.tsx';
import { type AppEnv, prepare } from '../../workers/features/http.ts';
import { apiDocument } from '../../workers/features/intake/document.tsx';
import { publicApi } from '../../workers/features/public-api.ts';
import { keyDigest } from '../../workers/features/staff/queries.ts';
import { apiKeys } from '../../workers/features/staff/table.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';

const app = new Hono<AppEnv>();
app.onError(answerError);
app.notFound(answerNotFound);
app.use(async (c, next) => {
  await prepare(c);
  await next();
});
app.route('/api/v1', publicApi);
app.route('/', apiDocument(app));

export const ORIGIN = 'https://kanal.test';

/** @param path relative to /api/v1 */
export function call(path: string, init: RequestInit = {}): Promise<Response> {
  return visit(`/api/v1${path}`, init);
}

export async function visit(path: string, init: RequestInit = {}): Promise<Response> {
  const ctx = createExecutionContext();
  const response = await app.fetch(new Request(`${ORIGIN}${path}`, init), env, ctx);
  await waitOnExecutionContext(ctx);
  return response;
}

export function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  return call(path, init);
}

/** A solved challenge as a public app sends it. */
export async function solved(): Promise<{ 'x-altcha': string }> {
  const challenge = (await (await call('/challenge')).json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return { 'x-altcha': btoa(JSON.stringify({ challenge, solution })) };
}

/** An API key of a client server. */
export async function bearer(scopes: string[] = ['submit']): Promise<{ authorization: string }> {
  const token = crypto.randomUUID();
  const digest = await keyDigest(await loadKeys(env), token);
  await openDb(env.DB)
    .insert(apiKeys)
    .values({ name: 'uji', digest, scopes: JSON.stringify(scopes), createdAt: now() });
  return { authorization: `Bearer ${token}` };
}

export const key = () => ({ 'idempotency-key': crypto.randomUUID() });

export interface ProblemBody {
  title: string;
  status: number;
  detail: string;
  errors: { pointer: string; detail: string }[];
}
