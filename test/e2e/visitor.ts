/** Somebody who reads without a browser: keeps cookies, follows every link, sends the forms it finds. */

export interface Visit {
  path: string;
  status: number;
  /** Empty for what is no text. */
  text: string;
}

export interface Visitor {
  get(path: string): Promise<Visit>;
  /** As a browser sends a form of one's own site. */
  post(path: string, fields: Record<string, string>): Promise<Visit>;
  /** Reads these addresses and every own one that they lead to; of pages that differ in what they list only a few. */
  crawl(from: readonly string[]): Promise<Visit[]>;
}

/** @param client a number from 1 to 250; each is an address of its own, because readers are counted by address */
export function visitor(origin: string, client: number): Visitor {
  const cookies = new Map<string, string>();

  async function send(path: string, init: RequestInit = {}, hops = 0): Promise<Visit> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    headers.set('x-forwarded-for', `203.0.113.${client}`);
    headers.set('origin', origin);
    const answer = await fetch(`${origin}${path}`, { ...init, headers, redirect: 'manual' });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const next = answer.headers.get('location');
    if (next && hops < 5) {
      const { pathname, search } = new URL(next, `${origin}${path}`);
      return send(pathname + search, {}, hops + 1);
    }
    const type = answer.headers.get('content-type') ?? '';
    const readable = /text|json|javascript|xml/.test(type);
    return { path, status: answer.status, text: readable ? await answer.text() : '' };
  }

  return {
    get: (path) => send(path),
    post: (path, fields) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      return send(path, { method: 'POST', body });
    },
    async crawl(from) {
      const seen = new Set(from);
      const alike = new Map<string, number>();
      const visits: Visit[] = [];
      // The set grows while it is walked.
      for (const path of seen) {
        const visit = await send(path);
        visits.push(visit);
        for (const link of linksOf(visit.text)) {
          if (seen.has(link)) continue;
          const shape = shapeOf(link);
          const known = alike.get(shape) ?? 0;
          alike.set(shape, known + 1);
          if (known < mostOf(shape) || shape === link) seen.add(link);
        }
      }
      return visits;
    },
  };
}

/** Pages of one shape that are read: cases, rows of the same settings, other filters of a list. */
const mostOf = (shape: string) => (shape === '/desk/kasus/#' ? 30 : shape.includes('#') ? 2 : 6);

/**
 * What pages of a shape have in common: the same list with other filters, another row of the same settings, another
 * piece of the campaign, another case or person.
 */
function shapeOf(link: string): string {
  const [path = ''] = link.split('?');
  const shape = path
    .replace(/^(\/desk\/(?:pengaturan\/[^/]+|templat|contoh-jawaban))\/[^/]+/, '$1/#')
    .replace(/^(\/desk\/kasus)\/[A-Z]{2}-\w{4}-\w{4}(\/\w+)?(?:\/[0-9a-f]{32})?/, '$1/#$2')
    .replace(/^(\/desk\/pengguna)\/\d+/, '$1/#')
    .replace(/^(\/desk\/kampanye(?:\/[a-z]+)*)\/(?:[A-Z0-9]{6}|[0-9a-f]{32}|\d+)(?![^/.])/, '$1/#');
  return link.includes('?') ? `${shape}?` : shape;
}

/** Own addresses that a page leads to or loads, without fragments. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src)="(\/[^"#]*)/g)].map(([, path = '']) => plain(path));
}

export interface Form {
  action: string;
  /** What the page has filled in already. */
  hidden: Record<string, string>;
}

/** The forms of a page that change something, except the one that signs out. */
export function formsOf(visit: Visit): Form[] {
  const forms = visit.text.matchAll(/<form([^>]*method="post"[^>]*)>(.*?)<\/form>/gs);
  return [...forms]
    .map(([, attributes = '', body = '']) => ({
      action: plain(valueIn(attributes, 'action') ?? visit.path),
      hidden: Object.fromEntries(
        [...body.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
          valueIn(input, 'name') ?? '',
          plain(valueIn(input, 'value') ?? ''),
        ]),
      ),
    }))
    .filter((form) => !form.action.endsWith('/keluar'));
}

function valueIn(attributes: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
}

function plain(escaped: string): string {
  return escaped.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
