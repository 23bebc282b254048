/** Kanal with a key lost or wrong: pages stay, say what they cannot open, and nothing is overwritten or sent with a hole. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { app } from '../../workers/app.tsx';
import { checkKeys } from '../../workers/cases/key-check.ts';
import { sweep } from '../../workers/features/sweep.ts';
import { openDb } from '../../workers/platform/db.ts';
import { toBase64 } from '../../workers/platform/ids.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { seal } from '../../workers/privacy/seal.ts';
import { bearer } from '../support/api.ts';
import { Desk, hidden } from '../support/desk.ts';
import { Machine } from '../support/machine.ts';
import { Browser } from '../support/reporter.ts';
import { codesFound } from '../support/search.ts';
import { act, addStaff, caseRow, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

const NEW = toBase64(new Uint8Array(32).fill(44));
const ID = env.KEYS.split(':')[0] ?? '';
const SHOWN = `[tidak dapat dibuka: kunci ${ID} tidak ada]`;
const withKeys = (KEYS: string): Env =>
  new Proxy(env, { get: (target, name) => (name === 'KEYS' ? KEYS : Reflect.get(target, name)) });
const LOST = withKeys(`k9:${NEW}`);
const WRONG = withKeys(`${ID}:${NEW}`);
/** What no page or answer may hold: a sealed value. */
const CIPHER = new RegExp(`${ID}\\.[A-Za-z0-9+/]{30}`);

let admin: Desk;
let code: string;

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  const person = await addStaff(['admin'], ['DISKOMINFO'], 'Andi Admin');
  admin = await Desk.of(person);
  ({ code } = await newCase({
    title: 'Jembatan roboh',
    contact: { name: 'Siti', email: 'siti@example.id' },
  }));
  await act(person, code, 'dispose', { office: 'PUPR', note: 'Mohon dicek.' });
  await checkKeys(openDb(env.DB), await loadKeys(env));
});

const read = async (path: string, bindings: Env): Promise<string> => {
  const answer = await admin.send(path, {}, bindings);
  const text = await answer.text();
  if (answer.status !== 200 || CIPHER.test(text))
    throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`);
  return text;
};

async function atTheDoor(path: string, init: RequestInit, bindings: Env): Promise<Response> {
  const ctx = createExecutionContext();
  const answer = await app.fetch(new Request(`https://kanal.test${path}`, init), bindings, ctx);
  await waitOnExecutionContext(ctx);
  return answer;
}

describe('with a lost key', () => {
  it('pages say what they cannot open, beside what they can', async ({ expect }) => {
    const place = { table: 'cases', column: 'title', row: 0 };
    const { caseId, code: other } = await newCase({ title: 'Akan dibaca' });
    const fresh = await seal(await loadKeys(LOST), { ...place, row: caseId }, 'Masih terbaca');
    await env.DB.prepare('UPDATE cases SET title = ? WHERE id = ?').bind(fresh, caseId).run();
    const inbox = await read('/desk?daftar=semua', LOST);
    for (const words of [SHOWN, 'Masih terbaca', code, other]) expect(inbox).toContain(words);
    const page = await read(`/desk/kasus/${code}`, LOST);
    expect(page.split(SHOWN).length).toBeGreaterThan(3);
    expect(page).not.toContain('••••@…');
    for (const path of ['/desk/pengguna', '/desk/catatan-akses', '/desk/medsos', '/desk/akun'])
      expect(await read(path, LOST), path).toContain('<h1>');
  });

  it('the API gives null and says so', async ({ expect }) => {
    const { cases } = JSON.parse(await read('/api/v1/desk/cases?list=semua', LOST)) as { cases: object[] };
    expect(cases).toMatchObject([{ code, title: null, unreadable: true }]);
    const one = JSON.parse(await read(`/api/v1/desk/cases/${code}`, LOST)) as { entries: object[] };
    expect(one).toMatchObject({ title: null, text: null, unreadable: true });
    expect(one.entries[0]).toMatchObject({ words: {}, unreadable: true });
    const whole = JSON.parse(await read(`/api/v1/desk/cases/${code}`, env)) as { entries: object[] };
    expect(whole).toMatchObject({ title: 'Jembatan roboh', unreadable: false });
    expect(whole.entries[0]).toMatchObject({ unreadable: false });
  });

  it('the reporter is told in the place of the text, and reads the rest', async ({ expect }) => {
    const { code: own, pin } = await newCase({ title: 'Lampu mati' });
    const page = await new Browser({ bindings: { KEYS: LOST.KEYS } }).open(own, pin);
    expect(page.html).toContain(SHOWN);
    expect(page.html).not.toMatch(CIPHER);
  });

  it('nothing is overwritten by who could not see it', async ({ expect }) => {
    const fresh = (await newCase({ title: 'Got tersumbat' })).code;
    const { title } = await caseRow(fresh);
    const page = await read(`/desk/kasus/${fresh}`, LOST);
    const fields = { ...hidden(page, 'verify'), title: SHOWN, category: '', sure: '1' };
    const answer = await admin.post(`/desk/kasus/${fresh}/verify`, fields, LOST);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await caseRow(fresh)).title).toBe(title);
  });

  it('notices wait, and leave whole once the key is back', async ({ expect }) => {
    const machine = new Machine();
    const lost = new Proxy(machine.env, {
      get: (target, name) => (name === 'KEYS' ? LOST.KEYS : Reflect.get(target, name)),
    });
    for (let hour = 0; hour < 3; hour++) {
      setClock(MONDAY + hour * 3_700_000);
      await sweep(lost, MONDAY + hour * 3_700_000);
      for (let next = machine.waiting.shift(); next; next = machine.waiting.shift())
        await machine.consume(next, lost);
    }
    expect(machine.to('siti@example.id')).toEqual([]);
    // However long it takes: waiting costs no attempt.
    const waiting = await env.DB.prepare(
      "SELECT status, attempts, reason FROM deliveries WHERE recipient = 'reporter'",
    ).first();
    expect(waiting).toEqual({ status: 'pending', attempts: 0, reason: 'Menunggu: kunci data tidak ada' });
    await machine.run(MONDAY + 5 * 3_600_000);
    const subjects = machine.to('siti@example.id').map(({ text }) => text.includes(code));
    expect(subjects.length).toBeGreaterThan(0);
    expect(subjects.every(Boolean)).toBe(true);
  });

  it('the search finds again what it could not index meanwhile', async ({ expect }) => {
    await sweep(LOST, MONDAY);
    expect(await codesFound(admin, 'jembatan')).toEqual([]);
    // Beside the new key, which may have sealed something meanwhile.
    await sweep(withKeys(`${env.KEYS},k9:${NEW}`), MONDAY);
    expect(await codesFound(admin, 'jembatan')).toEqual([code]);
  });
});

describe('with a wrong key', () => {
  it('reports are refused until it is right, and /health says why', async ({ expect }) => {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...(await bearer()),
    };
    const body = JSON.stringify({ kind: 'complaint', text: 'Jalan berlubang di depan pasar.' });
    const send = (bindings: Env) =>
      atTheDoor('/api/v1/complaints', { method: 'POST', headers, body }, bindings);
    const refused = await send(WRONG);
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('kuncinya keliru') });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const health = await atTheDoor('/health', {}, WRONG);
    expect(await health.json()).toMatchObject({ ok: false, problem: 'keys' });
    // The same parcel of the phone's outbox is taken once the key is right.
    expect((await send(env)).status).toBe(201);
    expect(await read(`/desk/kasus/${code}`, WRONG)).toContain(`kunci ${ID} tidak cocok`);
  });
});
