/**
 * The Worker as this machine runs it: the same handlers, and beside them what only the program that started it may ask
 * for. A deployment is built from workers/index.ts and never contains this.
 */
import kanal from '../../index.ts';
import { checkKeys } from './check-keys.ts';
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
    // Cloudflare keeps these paths to itself, so they never reach a deployed Worker either.
    if (pathname.startsWith('/cdn-cgi/')) return new Response('Not found', { status: 404 });
    return kanal.fetch(arrived(request, env), env, context);
  },
} satisfies ExportedHandler<LocalEnv, { ids: (number | string)[] }>;

async function local(path: string, request: Request, env: LocalEnv): Promise<unknown> {
  if (path === 'keys') return { ok: await checkKeys(env) };
  if (path === 'prepare') return prepareMachine(env, await request.json());
  throw new Error(`No local call ${path}`);
}

/** The request with the client's address and scheme, which on Cloudflare's network its edge would have set. */
function arrived(request: Request, env: LocalEnv): Request {
  const headers = new Headers(request.headers);
  const url = new URL(request.url);
  headers.delete('cf-connecting-ip');
  if (env.BEHIND_PROXY === '1') {
    const client = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
    if (client) headers.set('cf-connecting-ip', client);
    if (headers.get('x-forwarded-proto') === 'https') url.protocol = 'https:';
  }
  return new Request(new Request(url, request), { headers });
}
