/** The public lists, the challenge, files, and what errors never say. */
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, test, vi } from 'vitest';
import { uploads } from '../../workers/cases/table.ts';
import { openDb } from '../../workers/platform/db.ts';
import { regencyRows } from '../../workers/regency/table.ts';
import { bearer, call, key, type ProblemBody, post, solved, visit } from '../support/api.ts';
import { loadRegency } from '../support/worker.ts';

beforeEach(() => loadRegency());
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the public lists', () => {
  test('hold names, parents and aliases, for anybody, for five minutes', async ({ expect }) => {
    const areas = await call('/areas');
    expect(areas.headers.get('access-control-allow-origin')).toBe('*');
    expect(areas.headers.get('cache-control')).toBe('public, max-age=300');
    const rows = (await areas.json()) as { code: string; parentName: string | null }[];
    expect(rows).toHaveLength(140);
    expect(rows).toContainEqual({
      code: '73.24.01.2004',
      name: 'Teromu',
      level: 'desa',
      parent: '73.24.01',
      parentName: 'Mangkutana',
      aliases: expect.any(Array),
    });
    const categories = (await (await call('/categories')).json()) as object[];
    expect(categories).toContainEqual(
      expect.objectContaining({ id: 'jalan-jembatan', name: 'Jalan dan jembatan' }),
    );
    const hidden = await openDb(env.DB).select({ data: regencyRows.data }).from(regencyRows);
    const secret = hidden.map((row) => JSON.parse(row.data)).find((row) => row.public === false);
    expect(categories).not.toContainEqual(expect.objectContaining({ id: secret?.id }));
    const offices = await (await call('/offices')).json();
    expect(offices).toContainEqual(expect.objectContaining({ code: 'LUAR-PLN', kind: 'luar', name: 'PLN' }));
  });

  test('are not sent twice', async ({ expect }) => {
    const tag = (await call('/offices')).headers.get('etag') ?? '';
    const again = await call('/offices', { headers: { 'if-none-match': tag } });
    expect(again.status).toBe(304);
    expect(again.headers.get('access-control-allow-origin')).toBe('*');
  });
});

test('a challenge is new every time and never kept by anybody on the way', async ({ expect }) => {
  const [a, b] = [await call('/challenge'), await call('/challenge')];
  expect(a.headers.get('cache-control')).toBe('no-store');
  const first = (await a.json()) as { parameters: { nonce: string; expiresAt: number; algorithm: string } };
  expect(first).not.toEqual(await b.json());
  expect(first.parameters.algorithm).toBe('PBKDF2/SHA-256');
  expect(first.parameters.expiresAt - Date.now() / 1000).toBeGreaterThan(19 * 60);
});

function upload(headers: Record<string, string>, file: Blob | string = png(), name = 'rumah-bu-siti.png') {
  const form = new FormData();
  if (typeof file === 'string') form.set('file', file);
  else form.set('file', file, name);
  return call('/attachments', { method: 'POST', body: form, headers });
}

describe('a file', () => {
  test('is taken with a key or a challenge, and its name is not kept', async ({ expect }) => {
    for (const headers of [await bearer(), await solved()]) {
      const response = await upload(headers);
      expect(response.status).toBe(201);
      expect(await response.json()).toEqual({
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        kind: 'png',
        bytes: expect.any(Number),
      });
    }
    const kept = await env.FILES.list();
    expect(kept.objects).toHaveLength(2);
    expect(JSON.stringify(kept)).not.toContain('siti');
    const [row] = await openDb(env.DB).select().from(uploads);
    expect(row?.id).not.toBe(row?.objectKey);
  });

  test('counts five to a challenge, also when all come at once', async ({ expect }) => {
    const proof = await solved();
    const all = await Promise.all(Array.from({ length: 8 }, () => upload(proof)));
    expect(all.map((response) => response.status).sort()).toEqual([201, 201, 201, 201, 201, 403, 403, 403]);
    expect(await openDb(env.DB).select().from(uploads)).toHaveLength(5);
    expect((await env.FILES.list()).objects).toHaveLength(5);
  });

  test('is refused with a spent challenge, and without any', async ({ expect }) => {
    const proof = await solved();
    await post('/complaints', { kind: 'complaint', text: 'Lampu jalan padam.' }, { ...proof, ...key() });
    expect((await upload(proof)).status).toBe(403);
    expect((await upload({})).status).toBe(403);
  });

  test('that is none, is unknown or too large is refused with a reason', async ({ expect }) => {
    const headers = await bearer();
    const unknown = await upload(headers, new Blob(['bukan gambar']));
    expect(unknown.status).toBe(422);
    expect(((await unknown.json()) as ProblemBody).errors).toEqual([
      { pointer: '/file', detail: expect.stringContaining('bukan foto') },
    ]);
    expect((await upload(headers, 'teks saja')).status).toBe(422);
    const json = await call('/attachments', { method: 'POST', body: '{}', headers });
    expect(json.status).toBe(422);
    const broken = { ...headers, 'content-type': 'multipart/form-data; boundary=x' };
    expect((await call('/attachments', { method: 'POST', body: 'rusak', headers: broken })).status).toBe(422);
    const large = new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]);
    expect((await upload(headers, large)).status).toBe(413);
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)),
    });
    const endless = { ...headers, 'content-type': 'multipart/form-data; boundary=x' };
    expect((await call('/attachments', { method: 'POST', body: stream, headers: endless })).status).toBe(413);
    expect((await env.FILES.list()).objects).toEqual([]);
  });

  test('belongs to one complaint', async ({ expect }) => {
    const headers = await bearer();
    const { id } = (await (await upload(headers)).json()) as { id: string };
    const body = { kind: 'complaint', text: 'Lampu jalan padam.', attachments: [id] };
    expect((await post('/complaints', body, { ...headers, ...key() })).status).toBe(201);
    const again = await post('/complaints', body, { ...headers, ...key() });
    expect(again.status).toBe(422);
    expect(((await again.json()) as ProblemBody).errors[0]?.pointer).toBe('/attachments');
  });

  // constraintOf (platform/db.ts) takes "FOREIGN KEY constraint failed: SQLITE_CONSTRAINT" for a column: 503 until then.
  test('that nobody uploaded is refused as a field', async ({ expect }) => {
    const body = { kind: 'complaint', text: 'Lampu jalan padam.', attachments: ['0'.repeat(32)] };
    expect((await post('/complaints', body, { ...(await bearer()), ...key() })).status).toBe(422);
  });
});

describe('an error', () => {
  const canary = 'KENARI-7731';
  const bad: [string, object, string][] = [
    ['kind', { kind: canary }, '/kind'],
    ['text', { text: [canary] }, '/text'],
    ['too short', { text: canary.slice(0, 6) }, '/text'],
    ['title', { title: canary.repeat(20) }, '/title'],
    ['unknown field', { [canary]: canary }, '/'],
    ['area', { area: canary }, '/area'],
    ['category', { category: canary }, '/category'],
    ['office', { office: canary }, '/office'],
    ['date', { occurredOn: canary }, '/occurredOn'],
    ['future date', { occurredOn: '2999-01-01' }, '/occurredOn'],
    ['position', { position: { lat: canary, lon: 200 } }, '/position/lat'],
    ['attachments', { attachments: [canary] }, '/attachments/0'],
    ['email', { contact: { email: `${canary}@` } }, '/contact/email'],
    ['phone', { contact: { phone: canary } }, '/contact/phone'],
    ['placement', { placement: `${canary}!` }, '/placement'],
  ];

  test('points to the field and never repeats what was sent, nor do the logs', async ({ expect }) => {
    const logged = (['info', 'warn', 'error', 'log'] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation(() => undefined),
    );
    const headers = await bearer();
    for (const [name, change, pointer] of bad) {
      const body = { kind: 'complaint', text: 'Jalan berlubang di pasar.', ...change };
      const response = await post('/complaints', body, { ...headers, ...key() });
      const text = await response.text();
      expect(response.status, name).toBe(422);
      expect(response.headers.get('content-type'), name).toBe('application/problem+json');
      expect(text, name).not.toMatch(/KENARI|2999/);
      expect((JSON.parse(text) as ProblemBody).errors[0]?.pointer, name).toBe(pointer);
    }
    const broken = {
      method: 'POST',
      body: `{"text": "${canary}`,
      headers: { 'content-type': 'application/json' },
    };
    const malformed = await call('/complaints', broken);
    expect(malformed.status).toBe(422);
    expect(await malformed.text()).not.toContain(canary);
    expect((await call(`/${canary}`)).status).toBe(404);
    expect(JSON.stringify(logged.map((spy) => spy.mock.calls))).not.toContain(canary);
  });

  test('speaks the language asked for', async ({ expect }) => {
    const headers = { ...(await bearer()), ...key() };
    const indonesian = await post('/complaints', {}, headers);
    expect(indonesian.headers.get('content-language')).toBe('id');
    expect(await indonesian.json()).toMatchObject({ title: 'Ada isian yang perlu diperbaiki.' });
    const english = await post('/complaints', {}, { ...headers, 'accept-language': 'en-GB,en;q=0.9' });
    expect(await english.json()).toMatchObject({ title: 'Some fields need to be corrected.' });
    expect(english.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('about an area names the nearest ones with their kecamatan', async ({ expect }) => {
    const headers = await bearer();
    const teromu = 'Desa Teromu, Kecamatan Mangkutana (73.24.01.2004)';
    for (const [area, near] of [
      ['Teromuu', teromu],
      ['DESA TEROMU', teromu],
      ['73.24.01.9999', 'Kecamatan Mangkutana'],
    ]) {
      const body = { kind: 'complaint', text: 'Jalan berlubang di pasar.', area };
      const response = await post('/complaints', body, { ...headers, ...key() });
      const { errors } = (await response.json()) as ProblemBody;
      expect(errors[0]?.detail).toContain(near);
    }
  });

  test('about size comes before anything is read', async ({ expect }) => {
    const body = { kind: 'complaint', text: 'a'.repeat(300_000) };
    expect((await post('/complaints', body, { ...(await bearer()), ...key() })).status).toBe(413);
  });
});

describe('the document', () => {
  test('describes every public route, with examples of this regency', async ({ expect }) => {
    const response = await call('/openapi.json');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const document = (await response.json()) as {
      openapi: string;
      paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
    };
    expect(document.openapi).toMatch(/^3\.1/);
    expect(Object.keys(document.paths).sort()).toEqual(
      [
        '/api/v1/areas',
        '/api/v1/attachments',
        '/api/v1/categories',
        '/api/v1/challenge',
        '/api/v1/complaints',
        '/api/v1/complaints/{code}',
        '/api/v1/complaints/{code}/attachments/{id}',
        ...[
          'completion',
          'confirmation',
          'contact',
          'contest',
          'erasure',
          'proof',
          'rating',
          'replies',
          'timeline',
          'withdrawal',
        ].map((path) => `/api/v1/complaints/{code}/${path}`),
        '/api/v1/health',
        '/api/v1/offices',
      ].sort(),
    );
    expect(JSON.stringify(document.paths['/api/v1/areas'])).toContain('73.24');
  });

  test('can be read as a page without any script', async ({ expect }) => {
    const response = await visit('/api');
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('/api/v1/complaints');
    expect(html).not.toContain('<script');
  });
});

/** A picture of one pixel. */
function png(): Blob {
  const base64 =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  return new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))]);
}
