/** The staff pages with two probes behind the door, and a browser that keeps its cookies. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { answerError, answerNotFound } from '../../workers/features/errors.tsx';
import { type AppContext, type AppEnv, prepare } from '../../workers/features/http.ts';
import { staffPages } from '../../workers/features/staff/pages.tsx';
import { requireStaff } from '../../workers/features/staff/session.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { setRow } from '../../workers/regency/load.ts';

export const PASSWORD = 'kuda terbang di atas danau';

/** PASSWORD as an account keeps it, at a cost that many tests can pay; those of invitations pay the whole. */
export const KEPT = 'scrypt$16$8$1$a2FuYWwsIGhhbnlhIHVqaQ==$k88tCaosD385nCciqQuCyMT9dp/bMLI/hjHRUd8INno=';

const PHONE =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';

export function staffApp(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.onError(answerError);
  app.notFound(answerNotFound);
  app.use(async (c, next) => {
    await prepare(c);
    await next();
  });
  app.route('/', staffPages);
  const who = (c: AppContext) => c.json({ ...c.var.signedIn, actor: c.var.actor });
  for (const path of ['/desk/coba', '/api/v1/desk/coba']) app.all(path, requireStaff, who);
  return app;
}

/** Signing in with a code is demanded of no role: these tests are about something else. */
export const passwordsAlone = () => setRow(openDb(env.DB), 'two_factor', 'roles', { roles: [] }, now());

export class Browser {
  cookie = '';
  private readonly app = staffApp();

  constructor(
    private readonly origin = 'http://localhost',
    private readonly address = '192.0.2.1',
  ) {}

  get(path: string): Promise<Response> {
    return this.send(path, { headers: {} });
  }

  /** @param more.origin another site's, or "" for none */
  post(path: string, form: Record<string, string | string[]>, more: { origin?: string } = {}) {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(form))
      for (const one of [value].flat()) body.append(name, one);
    const origin = more.origin ?? this.origin;
    return this.send(path, { method: 'POST', body, headers: origin ? { origin } : {} });
  }

  /** @returns the session cookie as it was set, "" when sign-in failed */
  async signIn(email: string, password = PASSWORD): Promise<string> {
    const answer = await this.post('/masuk', { email, password });
    return answer.headers.getSetCookie().find((line) => line.includes('session_token=')) ?? '';
  }

  private async send(path: string, init: { method?: string; body?: URLSearchParams; headers: object }) {
    const ctx = createExecutionContext();
    const headers = {
      ...init.headers,
      cookie: this.cookie,
      'user-agent': PHONE,
      'cf-connecting-ip': this.address,
    };
    const answer = await this.app.request(`${this.origin}${path}`, { ...init, headers }, env, ctx);
    await waitOnExecutionContext(ctx);
    this.keep(answer.headers.getSetCookie());
    return answer;
  }

  private keep(lines: string[]): void {
    const jar = new Map(
      this.cookie
        .split('; ')
        .filter(Boolean)
        .map((pair) => [pair.slice(0, pair.indexOf('=')), pair]),
    );
    for (const line of lines) {
      const pair = line.split(';')[0] ?? '';
      const name = pair.slice(0, pair.indexOf('='));
      if (/max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, pair);
    }
    this.cookie = [...jar.values()].join('; ');
  }
}
