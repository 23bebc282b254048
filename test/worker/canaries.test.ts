import { createExecutionContext, createMessageBatch, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import { app } from '../../workers/app.tsx';
import { consume, type Hint } from '../../workers/features/queue.ts';
import { forgetRegency } from '../../workers/regency/snapshot.ts';
import { bearer, ORIGIN } from '../support/api.ts';
import { Desk } from '../support/desk.ts';
import { contains, exif, jpeg } from '../support/images.ts';
import { act, addStaff, loadRegency, MONDAY, setClock } from '../support/worker.ts';

/** Words that exist nowhere else, one for each place where something personal can be typed. */
const canary = {
  name: 'Zelvanoor Kuturia',
  email: 'zelvanoor.kuturia@example.id',
  phone: '0812-7734-9901',
  title: 'Vantorika roboh',
  text: 'Pohon Wixomara tumbang menutup jalan kabupaten di depan pasar, aspal rusak berlubang.',
  place: 'samping kios Yumbarto',
  reply: 'Balasan Qendrasti dari pelapor.',
  answer: 'Jawaban Xilamone dari dinas.',
  note: 'Catatan Brovantia untuk rekan.',
  file: 'Foto-Hexulanda.jpg',
  camera: 'Makopriunda',
};
const marks = [
  'zelvanoor',
  'kuturia',
  '77349901',
  '7734-9901',
  'vantorika',
  'wixomara',
  'yumbarto',
  'qendrasti',
  'xilamone',
  'brovantia',
  'hexulanda',
  'makopriunda',
];

/** Which canaries stand in a text. */
const found = (text: string) => marks.filter((mark) => text.toLowerCase().includes(mark));

let queued: unknown[] = [];
let mails: { to: string; subject: string; text: string }[] = [];
let logged: string[] = [];
let bindings: Env;

beforeEach(async () => {
  // An hour at which every notice leaves.
  setClock(MONDAY);
  queued = [];
  mails = [];
  logged = [];
  await loadRegency();
  forgetRegency();
  const queue = { send: (body: unknown) => Promise.resolve(queued.push(body)) };
  // The mail gateway cannot be reached from here; this stand-in keeps what it was given.
  const replaced: Record<string, unknown> = {
    ROUTING: queue,
    DELIVERY: queue,
    MAIL_WAY: 'binding',
    ORIGIN,
    EMAIL: { send: (mail: (typeof mails)[number]) => Promise.resolve(mails.push(mail)) },
  };
  bindings = new Proxy(env, { get: (target, name) => replaced[String(name)] ?? Reflect.get(target, name) });
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, level).mockImplementation(
      (...args: unknown[]) => void logged.push(args.map(String).join(' ')),
    );
  }
});

afterEach(() => {
  vi.restoreAllMocks();
});

const urls: string[] = [];

async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const ctx = createExecutionContext();
  const response = await app.fetch(new Request(`${ORIGIN}${path}`, init), bindings, ctx);
  await waitOnExecutionContext(ctx);
  urls.push(path, response.headers.get('location') ?? '');
  return response;
}

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** Gives every queued message to its consumer, until none is left. */
async function work(): Promise<unknown[]> {
  const seen: unknown[] = [];
  while (queued.length > 0) {
    const bodies = queued.splice(0);
    seen.push(...bodies);
    for (const body of bodies) {
      const first = (body as Hint).ids[0];
      const name = typeof first === 'number' ? 'kanal-routing' : 'kanal-delivery';
      await consume(
        createMessageBatch<Hint>(name, [
          { id: crypto.randomUUID(), timestamp: new Date(), attempts: 1, body: body as Hint },
        ]),
        bindings,
      );
    }
  }
  return seen;
}

/** Everything D1 and R2 hold, as bytes of text. */
async function dump(): Promise<string> {
  const tables = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
  ).all<{ name: string }>();
  let text = '';
  for (const { name } of tables.results)
    text += JSON.stringify((await env.DB.prepare(`SELECT * FROM "${name}"`).all()).results);
  for (const object of (await env.FILES.list()).objects) {
    const body = await env.FILES.get(object.key);
    text += `${object.key} ${JSON.stringify(object.customMetadata)} ${new TextDecoder('latin1').decode(await body?.arrayBuffer())}`;
  }
  return text;
}

async function submitAll(): Promise<{ code: string; pin: string }> {
  const authorization = await bearer();
  const form = new FormData();
  const photo = jpeg({
    width: 24,
    height: 16,
    pixel: (x, y) => [x * 10, y * 10, 90],
    segments: [exif(6, canary.camera)],
  });
  form.append('file', new File([photo], canary.file, { type: 'image/jpeg' }));
  const upload = (await (
    await send('/api/v1/attachments', { method: 'POST', headers: authorization, body: form })
  ).json()) as { id: string };
  const response = await send(
    '/api/v1/complaints',
    json(
      {
        kind: 'complaint',
        title: canary.title,
        text: canary.text,
        place: canary.place,
        area: '73.24.04.1003',
        attachments: [upload.id],
        contact: { name: canary.name, email: canary.email, phone: canary.phone },
      },
      { ...authorization, 'idempotency-key': crypto.randomUUID() },
    ),
  );
  const text = await response.text();
  if (response.status !== 201) throw new Error(text);
  if (found(text).length > 0) throw new Error('the receipt repeats what was sent');
  return JSON.parse(text) as { code: string; pin: string };
}

describe('canaries of personal data', () => {
  it('stand nowhere in clear after a whole life', async ({ expect }) => {
    const liaison = await addStaff(['liaison'], ['PUPR']);
    const admin = await addStaff(['admin'], ['DISKOMINFOSP']);
    const { code, pin } = await submitAll();
    const hints = await work();
    const withPin = { authorization: `Pin ${pin}` };
    await act(admin, code, 'note', { text: canary.note }).catch(() => null);
    await send(`/api/v1/complaints/${code}/replies`, json({ text: canary.reply }, withPin));
    const row = await env.DB.prepare('SELECT office, state FROM cases').first<{
      office: string | null;
      state: string;
    }>();
    if (row?.office === null) await act(admin, code, 'dispose', { office: 'PUPR' });
    await act(liaison, code, 'answer', { outcome: 'dijelaskan', text: canary.answer });
    hints.push(...(await work()));

    expect(found(await dump())).toEqual([]);
    expect(found(JSON.stringify(hints))).toEqual([]);
    expect(hints.length).toBeGreaterThan(1);
    expect(found(logged.join('\n'))).toEqual([]);
    expect(found(urls.join('\n'))).toEqual([]);
    // Mails go to the reporter's own address and carry no title, text, name or number.
    expect(mails.length).toBeGreaterThan(0);
    const toReporter = mails.filter((mail) => mail.to === canary.email);
    expect(toReporter.length).toBeGreaterThan(0);
    expect(
      found(toReporter.map((mail) => mail.subject + mail.text).join('\n')).filter(
        (mark) => mark !== 'xilamone',
      ),
    ).toEqual([]);
    expect(found(JSON.stringify(mails.filter((mail) => mail.to !== canary.email)))).toEqual([]);

    // Those who may see them do.
    const timeline = await (await send(`/api/v1/complaints/${code}/timeline`, { headers: withPin })).text();
    expect(found(timeline)).toEqual(expect.arrayContaining(['wixomara', 'qendrasti', 'xilamone']));
    expect(timeline.toLowerCase()).not.toContain('brovantia');
    const desk = await Desk.of(liaison);
    const page = await desk.text(`/desk/kasus/${code}`);
    expect(found(page)).toEqual(expect.arrayContaining(['vantorika', 'wixomara', 'qendrasti']));
    expect(found(page)).not.toEqual(expect.arrayContaining(['zelvanoor']));
    expect(page).not.toContain('7734');
  });

  it('are in no error of the API, whatever is wrong with the request', async ({ expect }) => {
    const authorization = await bearer();
    const key = { 'idempotency-key': crypto.randomUUID() };
    const whole = { kind: 'complaint', text: canary.text, contact: { email: canary.email } };
    const wrong: [string, RequestInit][] = [
      ['/api/v1/complaints', json({ ...whole, kind: canary.title }, { ...authorization, ...key })],
      [
        '/api/v1/complaints',
        json({ ...whole, contact: { email: `${canary.name} bukan surel` } }, { ...authorization, ...key }),
      ],
      [
        '/api/v1/complaints',
        json({ ...whole, contact: { phone: canary.name } }, { ...authorization, ...key }),
      ],
      ['/api/v1/complaints', json({ ...whole, area: canary.place }, { ...authorization, ...key })],
      [
        '/api/v1/complaints',
        json({ ...whole, office: canary.place, category: canary.title }, { ...authorization, ...key }),
      ],
      ['/api/v1/complaints', json({ ...whole, [canary.name]: 1 }, { ...authorization, ...key })],
      ['/api/v1/complaints', json({ ...whole, occurredOn: canary.place }, { ...authorization, ...key })],
      ['/api/v1/complaints', json({ ...whole, attachments: [canary.file] }, { ...authorization, ...key })],
      ['/api/v1/complaints', json(whole, { ...authorization, 'idempotency-key': canary.name })],
      ['/api/v1/complaints', json(whole, { 'x-altcha': btoa(canary.email), ...key })],
      ['/api/v1/complaints', { ...json(0, { ...authorization, ...key }), body: `{"text": "${canary.text}` }],
      [
        '/api/v1/complaints/LT-AAAA-AAAA/replies',
        json({ text: canary.reply }, { authorization: 'Pin 000000' }),
      ],
    ];
    for (const [path, init] of wrong) {
      const response = await send(path, init);
      const text = await response.text();
      expect(response.status, text).toBeGreaterThanOrEqual(400);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(found(text), text).toEqual([]);
    }
    expect(found(logged.join('\n'))).toEqual([]);
  });

  it('are in no log when the database fails', async ({ expect }) => {
    const authorization = await bearer();
    const body = { kind: 'complaint', text: canary.text, contact: { email: canary.email } };
    await env.DB.prepare(
      `CREATE TRIGGER no_contacts BEFORE INSERT ON contacts BEGIN SELECT RAISE(ABORT, '${canary.name}'); END`,
    ).run();
    const response = await send(
      '/api/v1/complaints',
      json(body, { ...authorization, 'idempotency-key': crypto.randomUUID() }),
    );
    expect(response.status).toBe(503);
    expect(found(await response.text())).toEqual([]);
    expect(logged.length).toBeGreaterThan(0);
    expect(found(logged.join('\n'))).toEqual([]);
    await env.DB.prepare('DROP TRIGGER no_contacts').run();
  });

  it('are not in a photo that is given out, and what lies in R2 is sealed', async ({ expect }) => {
    const { code, pin } = await submitAll();
    const [row] = (await env.DB.prepare('SELECT id FROM uploads').all<{ id: string }>()).results;
    const photo = await send(`/api/v1/complaints/${code}/attachments/${row?.id}`, {
      headers: { authorization: `Pin ${pin}` },
    });
    expect(photo.status).toBe(200);
    expect(photo.headers.get('content-type')).toBe('image/jpeg');
    const bytes = new Uint8Array(await photo.arrayBuffer());
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xd8]);
    expect(contains(bytes, canary.camera)).toBe(false);
    for (const { key } of (await env.FILES.list()).objects) {
      const kept = new Uint8Array((await (await env.FILES.get(key))?.arrayBuffer()) ?? new ArrayBuffer(0));
      expect(kept.length).toBeGreaterThan(bytes.length);
      expect(contains(kept, 'JFIF') || (kept[0] === 0xff && kept[1] === 0xd8)).toBe(false);
    }
  });
});
