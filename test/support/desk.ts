/** The desk as its people use it: its pages and its API behind real sessions. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { generateSignedCookie } from 'hono/cookie';
import type { Staff } from '../../shared/permissions/people.ts';
import { assistedApi } from '../../workers/features/assisted/api.ts';
import { counterPages, helperPages } from '../../workers/features/assisted/pages.tsx';
import { campaignsApi } from '../../workers/features/campaigns/api.ts';
import { campaignPages } from '../../workers/features/campaigns/pages.tsx';
import { carePages } from '../../workers/features/care/pages.tsx';
import { deskApi } from '../../workers/features/desk/api.ts';
import { deskPages } from '../../workers/features/desk/pages.tsx';
import { answerError, answerNotFound } from '../../workers/features/errors.tsx';
import { evaluationApi } from '../../workers/features/evaluation/api.ts';
import { evaluationPages } from '../../workers/features/evaluation/pages.tsx';
import { type AppEnv, prepare } from '../../workers/features/http.ts';
import { postsApi } from '../../workers/features/posts/api.ts';
import { postPages } from '../../workers/features/posts/pages.tsx';
import { sp4nPages } from '../../workers/features/sp4n/pages.tsx';
import { SESSION_PREFIX } from '../../workers/features/staff/device.ts';
import { staffPages } from '../../workers/features/staff/pages.tsx';
import { session, user } from '../../workers/features/staff/table.ts';
import { statusApi } from '../../workers/features/status/api.ts';
import { statusPages } from '../../workers/features/status/pages.tsx';
import { DAY, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { newToken } from '../../workers/platform/ids.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { staff } from '../../workers/regency/table.ts';
import { Documented } from './documented.ts';
import { addStaff } from './worker.ts';

const ORIGIN = 'http://kanal.test';

const app = new Hono<AppEnv>();
app.onError(answerError);
app.notFound(answerNotFound);
app.use(async (c, next) => {
  await prepare(c);
  await next();
});
app.route('/api/v1/desk/posts', postsApi);
app.route('/api/v1/desk/intake', assistedApi);
app.route('/api/v1/desk/status', statusApi);
app.route('/api/v1/desk', deskApi);
app.route('/api/v1/campaigns', campaignsApi);
app.route('/desk/kampanye', campaignPages);
app.route('/api/v1/evaluation', evaluationApi);
app.route('/desk/evaluasi', evaluationPages);
app.route('/desk/terima', counterPages);
app.route('/bantu', helperPages);
app.route('/desk/medsos', postPages);
app.route('/', staffPages);
app.route('/desk/sp4n', sp4nPages);
app.route('/desk/data-pribadi', carePages);
app.route('/desk/status', statusPages);
app.route('/desk', deskPages);

let known: Promise<Documented> | undefined;

/** What the document says of the desk's calls; every answer of the API in the tests is held against it. */
export function documented(): Promise<Documented> {
  known ??= regencyAt(openDb(env.DB), now()).then((regency) => Documented.of(app, regency));
  return known;
}

export type Fields = Record<string, string | string[] | File>;

/** Somebody at the desk, signed in. */
export class Desk {
  private constructor(readonly cookie: string) {}

  static async of(person: Staff): Promise<Desk> {
    const db = openDb(env.DB);
    const at = new Date(now());
    const id = newToken();
    const token = newToken();
    const expiresAt = new Date(now() + DAY);
    await db.batch([
      db.insert(user).values({
        ...{ id, name: 'uji', email: `${id}@example.id`, createdAt: at, updatedAt: at },
        // As most roles have to.
        twoFactorEnabled: true,
      }),
      db.insert(session).values({ id, token, userId: id, expiresAt, createdAt: at, updatedAt: at }),
      db.update(staff).set({ userId: id, lastSeenAt: now() }).where(eq(staff.id, person.id)),
    ]);
    const secret = await (await loadKeys(env)).secret('staff-session');
    const cookie = await generateSignedCookie(`${SESSION_PREFIX}.session_token`, token, secret);
    return new Desk(cookie.split(';')[0] ?? '');
  }

  async send(path: string, init: RequestInit = {}, bindings: Env = env): Promise<Response> {
    const ctx = createExecutionContext();
    const headers = { cookie: this.cookie, origin: ORIGIN, ...init.headers };
    const response = await app.fetch(new Request(`${ORIGIN}${path}`, { ...init, headers }), bindings, ctx);
    await waitOnExecutionContext(ctx);
    const { pathname } = new URL(path, ORIGIN);
    if (/^\/api\/v1\/(desk|evaluation)\b/.test(pathname)) {
      await (await documented()).check(init.method ?? 'GET', pathname, response);
    }
    return response;
  }

  /** Sends a form as a browser does; multipart when it holds a file. */
  post(path: string, fields: Fields, bindings: Env = env): Promise<Response> {
    const files = Object.values(fields).some((value) => value instanceof File);
    const body = files ? new FormData() : new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      if (value instanceof File) (body as FormData).append(name, value);
      else for (const one of [value].flat()) body.append(name, one);
    }
    return this.send(path, { method: 'POST', body }, bindings);
  }

  /** @param path below /api/v1/desk; with a body it is a POST */
  api(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    if (body === undefined) return this.send(`/api/v1/desk${path}`, { headers });
    return this.send(`/api/v1/desk${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  async text(path: string): Promise<string> {
    return (await this.send(path)).text();
  }
}

/** The hidden fields of the form of a verb, as the page gives them. */
export function hidden(page: string, verb: string): { key: string; version: string } {
  const actions = [...page.matchAll(/action="([^"]*)"/g)];
  const own = actions.find(([, address = '']) => address.endsWith(`/${verb}`));
  const start = own?.index ?? page.indexOf(`/${verb}"`);
  const form = page.slice(start, page.indexOf('</form>', start));
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '';
  return { key: value('key'), version: value('version') };
}

/** The four who move a case, and their desks. */
export async function openDesks() {
  const people = {
    admin: await addStaff(['admin'], ['DISKOMINFO'], 'Andi Admin'),
    liaison: await addStaff(['liaison'], ['PUPR'], 'Lina Penghubung'),
    verifier: await addStaff(['verifier'], [], 'Vera Verifikator'),
    inspector: await addStaff(['inspector'], ['INSPEKTORAT'], 'Iwan Inspektur'),
  };
  const desks = {
    admin: await Desk.of(people.admin),
    liaison: await Desk.of(people.liaison),
    verifier: await Desk.of(people.verifier),
    inspector: await Desk.of(people.inspector),
  };
  return { people, desks };
}

/** Photos as a form carries them once they are stored. */
export const asStored = ({ photos }: Fields): Fields =>
  photos === undefined || photos instanceof File
    ? {}
    : { stored: [photos].flat().map((id) => `${id}.jpeg.100`) };

/** Opens the page of a case and sends the form of a verb as its person would. */
export async function fillForm(desk: Desk, code: string, verb: string, fields: Fields): Promise<Response> {
  // What is copied to SP4N-LAPOR! has a page of its own.
  if (verb === 'mark_copied') {
    const own = await desk.text(`/desk/kasus/${code}/sp4n`);
    return desk.post(`/desk/kasus/${code}/sp4n`, { ...hidden(own, 'sp4n?daftar=report'), ...fields });
  }
  const page = await desk.text(`/desk/kasus/${code}`);
  // Transfers have no form on the page: they are made for a whole office.
  const own = verb === 'transfer' ? { key: crypto.randomUUID() } : hidden(page, verb);
  return desk.post(`/desk/kasus/${code}/${verb}`, {
    ...own,
    sure: '1',
    acceptWarnings: '1',
    ...fields,
    ...asStored(fields),
  });
}
