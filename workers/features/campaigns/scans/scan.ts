/**
 * `GET /CODE`, the hot path of a campaign (design.md, journey 4): one look into the isolate's memory, a 302, and a plain
 * record for the collector. No settings, no keys, no cryptography, and no way to fail: whatever happens, a person who
 * scans a banner comes to the form.
 */
import { Hono, type MiddlewareHandler } from 'hono';
import { now } from '../../../platform/clock.ts';
import { openDb } from '../../../platform/db.ts';
import type { Waiting } from '../../../platform/gather.ts';
import { errorName, log } from '../../../platform/log.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { SHORT_PATH } from '../register/code.ts';
import { collect, type Seen } from './collect.ts';
import { type Known, learn, recall, redirect } from './known.ts';

/** The route, for everybody who asks the app what it serves. */
export const scanRoutes = new Hono<AppEnv>();

scanRoutes.get(SHORT_PATH, (c) => answerScan(c.req.raw, c.env, c.executionCtx, c.req.path.slice(1)));

const SHORT_URL = /^https?:\/\/[^/]+\/((?=[A-Za-z]*[0-9])[0-9A-Za-z]{6})(?:[?#]|$)/;

/** Lets scans pass by the app: its middleware, which they do not need, costs more than everything that they do. */
export function scansFirst(fetch: Hono<AppEnv>['fetch']): Hono<AppEnv>['fetch'] {
  return (request, env, context) => {
    const code = SHORT_URL.exec(request.url)?.[1];
    if (!code || !context || (request.method !== 'GET' && request.method !== 'HEAD'))
      return fetch(request, env, context);
    return answerScan(request, env as Env, context, code);
  };
}

function answerScan(
  request: Request,
  env: Env,
  context: Waiting,
  typed: string,
): Response | Promise<Response> {
  const code = typed.toUpperCase();
  const at = now();
  const known = recall(code, at);
  return known ? lead(request, env, context, known, at) : learnAndLead(request, env, context, code, at);
}

async function learnAndLead(request: Request, env: Env, context: Waiting, code: string, at: number) {
  try {
    return lead(request, env, context, await learn(openDb(env.DB), code, at), at);
  } catch (error) {
    log('warn', { event: 'scan_not_read', error: errorName(error) });
    return redirect(`/?p=${code}`);
  }
}

/** A retired placement leads to the plain form, and still counts who scans it: somebody should take it down. */
function lead(request: Request, env: Env, context: Waiting, { id, answer }: Known, at: number): Response {
  // HEAD is asked by programs only, and asks not to be noticed.
  if (id !== null && request.method === 'GET') collect(env, context, at, seenOf(request, 'scan', id, at));
  return answer;
}

function seenOf({ headers }: Request, kind: Seen['k'], placement: number, at: number): Seen {
  return {
    p: placement,
    at,
    k: kind,
    address: headers.get('cf-connecting-ip') ?? '',
    agent: headers.get('user-agent') ?? '',
    purpose: headers.get('sec-purpose') ?? headers.get('purpose') ?? '',
  };
}

/** Counts that the form of `/?p=CODE` was opened; never in the way of the form itself. */
export const countOpening: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const code = c.req.query('p')?.toUpperCase();
  if (c.req.method !== 'GET' || c.res.status !== 200 || !code || !/^[0-9A-Z]{6}$/.test(code)) return;
  c.executionCtx.waitUntil(noteOpening(c, code, now()));
};

async function noteOpening(c: AppContext, code: string, at: number): Promise<void> {
  try {
    const { id, retired } = recall(code, at) ?? (await learn(openDb(c.env.DB), code, at));
    if (id !== null && !retired) collect(c.env, c.executionCtx, at, seenOf(c.req.raw, 'open', id, at));
  } catch (error) {
    log('warn', { event: 'opening_not_read', error: errorName(error) });
  }
}
