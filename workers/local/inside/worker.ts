/**
 * The Worker as this machine runs it: the same handlers, and beside them what only the program that started it may ask
 * for. A deployment is built from workers/index.ts and never contains this.
 */
import { checkKeys } from '../../cases/key-check.ts';
import type { Notes } from '../../features/status/figures.ts';
import { note } from '../../features/status/notes.ts';
import { sweep } from '../../features/sweep.ts';
import kanal from '../../index.ts';
import { now } from '../../platform/clock.ts';
import { openDb } from '../../platform/db.ts';
import { loadKeys } from '../../privacy/keys.ts';
import { isDemo, restoreClock } from './demo/clock.ts';
import { demoRoutes } from './demo/routes.tsx';
import { finishDemo } from './demo-past.ts';
import { prepareMachine } from './prepare.ts';

/** What serve.ts binds in addition to wrangler.toml. */
interface LocalEnv extends Env {
  /** Random for each start. */
  LOCAL_TOKEN: string;
  /** "1" when only programs of this machine can connect: then the one that does is a proxy and names the client. */
  BEHIND_PROXY: string;
}

export default {
  ...kanal,
  async fetch(request, env, context) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/__local/') && request.headers.get('x-local-token') === env.LOCAL_TOKEN) {
      return Response.json(await local(pathname.slice('/__local/'.length), request, env));
    }
    if (demo && /^\/demo(\/|$)/.test(pathname)) {
      return framed(await demoRoutes.fetch(arrived(request, env), env, context));
    }
    // Cloudflare keeps these paths to itself, so they never reach a deployed Worker either.
    if (pathname.startsWith('/cdn-cgi/')) return new Response('Not found', { status: 404 });
    const response = await kanal.fetch(arrived(request, env), env, context);
    return demo ? framed(response) : response;
  },
  /** At the time of the demo's clock, which is the real one until somebody moves it. */
  scheduled: (_controller, env) => sweep(env, now()),
} satisfies ExportedHandler<LocalEnv, { ids: (number | string)[] }>;

/** Whether the invented cases are loaded; every start says so before it serves. */
let demo = false;

/** The demo shows pages of this origin beside each other; nobody else may frame them. */
function framed(response: Response): Response {
  const policy = response.headers.get('content-security-policy');
  if (!policy) return response;
  const changed = new Response(response.body, response);
  changed.headers.set(
    'content-security-policy',
    policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
  );
  return changed;
}

async function local(path: string, request: Request, env: LocalEnv): Promise<unknown> {
  if (path === 'keys') return checkKeys(openDb(env.DB), await loadKeys(env));
  if (path === 'note') {
    const db = openDb(env.DB);
    const { backupAt, disk } = (await request.json()) as Pick<Notes, 'backupAt' | 'disk'>;
    await db.batch([note(db, 'backupAt', backupAt), note(db, 'disk', disk)]);
    return { ok: true };
  }
  if (path === 'prepare') {
    const db = openDb(env.DB);
    await restoreClock(db);
    const prepared = await prepareMachine(env, await request.json());
    demo = await isDemo(db);
    return prepared;
  }
  if (path === 'finish-demo') {
    await finishDemo(env);
    return { ok: true };
  }
  throw new Error(`No local call ${path}`);
}

/** The request with the client's address and scheme, which on Cloudflare's network its edge would have set. */
function arrived(request: Request, env: LocalEnv): Request {
  const proxied = env.BEHIND_PROXY === '1';
  const client = proxied ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  const https = proxied && request.headers.get('x-forwarded-proto') === 'https';
  // Nothing to change: a copy of a request costs more than a scan does.
  if (!client && !https && !request.headers.has('cf-connecting-ip')) return request;
  const headers = new Headers(request.headers);
  headers.delete('cf-connecting-ip');
  if (client) headers.set('cf-connecting-ip', client);
  if (!https) return new Request(request, { headers });
  const url = new URL(request.url);
  url.protocol = 'https:';
  return new Request(new Request(url, request), { headers });
}
