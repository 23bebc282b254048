/** A reporter's browser without JavaScript: keeps its cookie, fills in the forms it was shown, follows no redirect. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { answerError, answerNotFound } from '../../workers/features/errors.tsx';
import { type AppEnv, prepare } from '../../workers/features/http.ts';
import { trackingPages } from '../../workers/features/tracking/pages.tsx';

export const ORIGIN = 'https://kanal.test';

const app = new Hono<AppEnv>();
app.onError(answerError);
app.notFound(answerNotFound);
app.use(async (c, next) => {
  await prepare(c);
  await next();
});
app.route('/', trackingPages);

export interface Shown {
  status: number;
  headers: Headers;
  /** Where a redirect leads; '' without one. */
  to: string;
  html: string;
  /** Of what is no page. */
  bytes: Uint8Array<ArrayBuffer>;
}

type Fields = Record<string, string | Blob | undefined>;

export class Browser {
  /** "name=value" of the session, '' without one. */
  cookie = '';
  /** The Set-Cookie line last seen. */
  setCookie = '';
  private readonly client: string;
  private readonly bindings: Env;
  private readonly origin: string;

  constructor(options: { client?: string; bindings?: Partial<Env>; origin?: string } = {}) {
    this.client = options.client ?? '203.0.113.9';
    // Mails are not these pages' work: the hint that one waits is taken and goes nowhere.
    const bindings = { DELIVERY: { send: async () => {} }, ...options.bindings };
    this.bindings = new Proxy(env, {
      get: (target, name) => Reflect.get(name in bindings ? bindings : target, name),
    });
    this.origin = options.origin ?? ORIGIN;
  }

  get(path: string): Promise<Shown> {
    return this.go(path, {});
  }

  /** @param headers e.g. another Origin; by default the browser's own */
  post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Shown> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      if (value instanceof Blob) body.append(name, value, 'foto.png');
      else if (value !== undefined) body.append(name, value);
    }
    return this.go(path, { method: 'POST', body, headers: { origin: this.origin, ...headers } });
  }

  /** Sends the form of a page as it stands there, with these fields filled in. */
  send(page: Shown, action: string, fields: Fields = {}): Promise<Shown> {
    return this.post(action, { ...hiddenFields(page.html, action), ...fields });
  }

  /** Opens the report with code and PIN. */
  async open(code: string, pin: string): Promise<Shown> {
    await this.post('/lacak', { kode: code, pin });
    return this.get('/lacak/laporan');
  }

  private async go(path: string, init: { headers?: Record<string, string> } & RequestInit): Promise<Shown> {
    const ctx = createExecutionContext();
    const headers = { 'cf-connecting-ip': this.client, cookie: this.cookie, ...init.headers };
    const request = new Request(`${this.origin}${path}`, { ...init, headers, redirect: 'manual' });
    const response = await app.fetch(request, this.bindings, ctx);
    const isPage = response.headers.get('content-type')?.startsWith('text/html');
    const html = isPage ? await response.text() : '';
    const bytes = isPage ? new Uint8Array() : new Uint8Array(await response.arrayBuffer());
    await waitOnExecutionContext(ctx);
    this.setCookie = response.headers.get('set-cookie') ?? '';
    const pair = /^[^;]*kanal_pelapor=[^;]*/.exec(this.setCookie)?.[0];
    if (pair !== undefined) this.cookie = pair.endsWith('=') ? '' : pair;
    return {
      status: response.status,
      headers: response.headers,
      to: response.headers.get('location') ?? '',
      html,
      bytes,
    };
  }
}

/** What a page says, without its tags; white space as one space. */
export function textOf(html: string): string {
  return plain(html.replace(/<head>.*?<\/head>/s, '').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .replace(/ ([.,])/g, '$1');
}

const plain = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** Hidden fields, and ticked boxes, of the form that is sent to this address. */
export function hiddenFields(html: string, action: string): Record<string, string> {
  const from = html.search(new RegExp(`action="${action}(#[^"]*)?"`));
  if (from < 0) throw new Error(`no form for ${action}`);
  const form = html.slice(from, html.indexOf('</form>', from));
  const inputs = [...form.matchAll(/<input type="(hidden|checkbox)"[^>]*>/g)].map(([tag]) => tag);
  const of = (tag: string, name: string) => plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
  return Object.fromEntries(inputs.map((tag) => [of(tag, 'name'), of(tag, 'value')]));
}
