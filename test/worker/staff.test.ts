/** Staff at the door: sign-in, delays, revocation, roles at once, keys. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { eq, like } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { createAccount, createApiKey } from '../../workers/features/staff/accounts.ts';
import { changeRights, revokeApiKey, setActive } from '../../workers/features/staff/manage.ts';
import { session } from '../../workers/features/staff/table.ts';
import { HOUR, shiftClock } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { counters } from '../../workers/platform/table.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { Browser, KEPT, PASSWORD, passwordsAlone, staffApp } from '../support/staff.ts';
import { loadRegency } from '../support/worker.ts';

const db = openDb(env.DB);
const admin = { id: 0, name: 'Admin', email: 'admin@example.id', roles: ['admin' as const], offices: [] };

async function account(roles: ('admin' | 'liaison' | 'leader')[] = ['leader'], email = 'petugas@example.id') {
  return createAccount(db, {
    name: 'Petugas Satu',
    email,
    passwordHash: KEPT,
    roles,
    offices: [],
    areas: [],
  });
}

beforeEach(() => loadRegency().then(() => passwordsAlone()));

describe('sign-in', () => {
  it('opens the desk, and only with the right password', async ({ expect }) => {
    await account();
    const browser = new Browser();
    const wrong = await browser.post('/masuk', {
      email: 'petugas@example.id',
      password: 'bukan ini sandinya',
    });
    expect(wrong.status).toBe(401);
    const page = await wrong.text();
    expect(page).toContain('tidak cocok');
    expect(page).toContain('petugas@example.id');
    expect(page).not.toContain('bukan ini sandinya');
    expect((await browser.get('/desk/coba?a=1')).headers.get('location')).toBe(
      '/masuk?ke=%2Fdesk%2Fcoba%3Fa%3D1',
    );
    const right = await browser.post('/masuk', {
      email: ' Petugas@Example.id ',
      password: PASSWORD,
      ke: '/desk/coba?a=1',
    });
    expect([right.status, right.headers.get('location')]).toEqual([303, '/desk/coba?a=1']);
    expect(await (await browser.get('/desk/coba')).json()).toMatchObject({ name: 'Petugas Satu' });
  });

  it('sets an HttpOnly cookie, __Secure over https only, and keeps no address', async ({ expect }) => {
    await account();
    const lan = new Browser('http://192.168.1.5:8787');
    const plain = await lan.signIn('petugas@example.id');
    expect(plain).toMatch(/^kanal\.session_token=.*HttpOnly; SameSite=Lax$/);
    const tls = new Browser('https://kanal.example.id');
    expect(await tls.signIn('petugas@example.id')).toMatch(/^__Secure-kanal\.session_token=.*Secure/);
    expect((await tls.get('/desk/coba')).status).toBe(200);
    const rows = await db.select().from(session);
    expect(rows.map((row) => [row.ipAddress || null, row.userAgent])).toEqual([
      [null, 'Chrome di Android'],
      [null, 'Chrome di Android'],
    ]);
  });

  it('says the same to unknown, inactive and wrong, and makes each wait', async ({ expect }) => {
    const { id } = await account();
    await setActive(db, admin, id, false);
    const answers: string[] = [];
    for (const email of ['petugas@example.id', 'tidak.ada@example.id']) {
      const browser = new Browser();
      const statuses: number[] = [];
      for (let i = 0; i < 4; i++) {
        const answer = await browser.post('/masuk', { email, password: PASSWORD });
        statuses.push(answer.status);
        // A second may pass between two requests.
        answers.push((await answer.text()).replaceAll(email, '').replace(/Tunggu (9|10) detik/, 'Tunggu'));
      }
      expect(statuses).toEqual([401, 401, 401, 429]);
    }
    expect(answers.slice(0, 4)).toEqual(answers.slice(4));
  });

  it('does not lock the account for another client, and forgets after the wait', async ({ expect }) => {
    await account();
    const guesser = new Browser('http://localhost', '203.0.113.9');
    for (let i = 0; i < 6; i++) await guesser.post('/masuk', { email: 'petugas@example.id', password: 'x' });
    expect((await guesser.post('/masuk', { email: 'petugas@example.id', password: PASSWORD })).status).toBe(
      429,
    );
    expect((await new Browser('http://localhost', '198.51.100.7').get('/desk/coba')).status).toBe(302);
    const owner = new Browser('http://localhost', '198.51.100.7');
    expect(await owner.signIn('petugas@example.id')).toContain('session_token');
    shiftClock(HOUR);
    expect(await guesser.signIn('petugas@example.id')).toContain('session_token');
  });

  it('counts guesses that come at once', async ({ expect }) => {
    await account();
    const browser = new Browser();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        browser.post('/masuk', { email: 'petugas@example.id', password: `tebakan ${i} panjang` }),
      ),
    );
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(3);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  });

  it('slows a client down that tries one account after the other', async ({ expect }) => {
    await account();
    const guesser = new Browser('http://localhost', '203.0.113.20');
    const guess = async (i: number) =>
      (await guesser.post('/masuk', { email: `orang${i}@example.id`, password: 'x' })).status;
    expect(await guess(1)).toBe(401);
    await db.update(counters).set({ count: 18 }).where(like(counters.key, 'pintu:%'));
    expect([await guess(2), await guess(3), await guess(4)]).toEqual([401, 401, 429]);
    shiftClock(61_000);
    expect(await guesser.signIn('petugas@example.id')).toContain('session_token');
  });

  it('lets nobody wait over a minute where clients cannot be told apart', async ({ expect }) => {
    await account();
    const lan = new Browser('http://192.168.1.5:8787', '');
    for (let i = 0; i < 7; i++) {
      shiftClock(i * 61_000);
      await lan.post('/masuk', { email: 'petugas@example.id', password: 'x' });
    }
    shiftClock(7 * 61_000);
    expect(await lan.signIn('petugas@example.id')).toContain('session_token');
  });

  it('goes nowhere else than this site', async ({ expect }) => {
    await account();
    for (const ke of ['//evil.example', '/\\evil.example', 'https://evil.example', '/..//evil.example']) {
      const answer = await new Browser().post('/masuk', {
        email: 'petugas@example.id',
        password: PASSWORD,
        ke,
      });
      expect(answer.headers.get('location')).toBe('/desk');
    }
  });

  it('refuses forms of other sites', async ({ expect }) => {
    await account();
    const browser = new Browser();
    const form = { email: 'petugas@example.id', password: PASSWORD };
    expect((await browser.post('/masuk', form, { origin: 'https://evil.example' })).status).toBe(403);
    await browser.signIn('petugas@example.id');
    expect((await browser.post('/desk/coba', {}, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await browser.post('/desk/coba', {}, { origin: '' })).status).toBe(403);
    expect((await browser.post('/desk/coba', {})).status).toBe(200);
  });
});

describe('sessions', () => {
  it('end by signing out, by revocation, by deactivation and after twelve hours', async ({ expect }) => {
    const { id } = await account();
    const browser = new Browser();
    await browser.signIn('petugas@example.id');
    const kept = browser.cookie;
    await browser.post('/masuk/keluar', {});
    browser.cookie = kept;
    expect((await browser.get('/desk/coba')).status).toBe(302);

    await browser.signIn('petugas@example.id');
    await db.delete(session);
    expect((await browser.get('/desk/coba')).status).toBe(302);

    await browser.signIn('petugas@example.id');
    await setActive(db, admin, id, false);
    expect((await browser.get('/desk/coba')).status).toBe(302);

    await setActive(db, admin, id, true);
    await browser.signIn('petugas@example.id');
    shiftClock(12 * HOUR + 1);
    expect((await browser.get('/desk/coba')).status).toBe(302);
  });

  it('take nothing for a cookie that better-auth did not sign', async ({ expect }) => {
    await account();
    const browser = new Browser();
    await browser.signIn('petugas@example.id');
    const [row] = await db.select().from(session);
    for (const forged of [`${row?.token}`, `${row?.token}.${btoa('x'.repeat(32))}`]) {
      browser.cookie = `kanal.session_token=${encodeURIComponent(forged)}`;
      expect((await browser.get('/desk/coba')).status).toBe(302);
    }
  });

  it('answer a form sent too late without losing it, and the API with 401', async ({ expect }) => {
    const browser = new Browser();
    const late = await browser.post('/desk/coba', { text: 'jawaban panjang' });
    expect(late.status).toBe(401);
    expect(await late.text()).toContain('muat ulang');
    const api = await browser.get('/api/v1/desk/coba');
    expect([api.status, api.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
  });

  it('see changed roles with the next request', async ({ expect }) => {
    const { id } = await account(['admin']);
    const browser = new Browser();
    await browser.signIn('petugas@example.id');
    expect((await browser.get('/desk/pengguna')).status).toBe(200);
    await changeRights(db, await loadKeys(env), admin, id, {
      name: 'Petugas Satu',
      roles: ['leader'],
      offices: [],
      areas: [],
    });
    expect((await browser.get('/desk/pengguna')).status).toBe(403);
    expect(await (await browser.get('/desk/coba')).json()).toMatchObject({ roles: ['leader'] });
  });

  it('are listed and ended by their owner, and only by them', async ({ expect }) => {
    await account();
    await account(['leader'], 'lain@example.id');
    const [here, there, other] = [new Browser(), new Browser(), new Browser()];
    await here.signIn('petugas@example.id');
    await there.signIn('petugas@example.id');
    await other.signIn('lain@example.id');
    const rows = await db.select().from(session).orderBy(session.createdAt);
    await other.post(`/desk/akun/sesi/${rows[0]?.id}`, {});
    expect((await here.get('/desk/akun')).status).toBe(200);
    await here.post('/desk/akun/sesi/lain', {});
    expect((await there.get('/desk/akun')).status).toBe(302);
    expect((await other.get('/desk/akun')).status).toBe(200);
    expect(await (await here.get('/desk/akun')).text()).toContain('Sesi ini');
  });
});

describe('keys', () => {
  it('act as their account with scope desk only', async ({ expect }) => {
    const { id } = await account(['liaison']);
    const keys = await loadKeys(env);
    const desk = await createApiKey(db, keys, { name: 'Integrasi', scopes: ['desk'], staffId: id });
    const submit = await createApiKey(db, keys, { name: 'Aplikasi', scopes: ['submit'] });
    const ask = async (token: string, path = '/api/v1/desk/coba') => {
      const ctx = createExecutionContext();
      const headers = { authorization: `Bearer ${token}` };
      const answer = await staffApp().request(path, { headers }, env, ctx);
      await waitOnExecutionContext(ctx);
      return answer;
    };
    expect(await (await ask(desk.token)).json()).toMatchObject({ id, actor: `key:${desk.id}` });
    expect((await ask(submit.token)).status).toBe(403);
    expect((await ask('kanal_salah')).status).toBe(401);
    expect((await ask(desk.token, '/desk/coba')).status).toBe(302);
    await setActive(db, admin, id, false);
    expect((await ask(desk.token)).status).toBe(403);
    await setActive(db, admin, id, true);
    await revokeApiKey(db, admin, desk.id);
    expect((await ask(desk.token)).status).toBe(401);
    await expect(createApiKey(db, keys, { name: 'Tanpa akun', scopes: ['desk'] })).rejects.toThrow('invalid');
  });
});

describe('last seen', () => {
  it('is written at most once an hour', async ({ expect }) => {
    const { id } = await account();
    const browser = new Browser();
    await browser.signIn('petugas@example.id');
    await browser.get('/desk/coba');
    const { staff } = await import('../../workers/regency/table.ts');
    const seen = async () => (await db.select().from(staff).where(eq(staff.id, id)))[0]?.lastSeenAt;
    const first = await seen();
    expect(first).toBeTypeOf('number');
    shiftClock(HOUR / 2);
    await browser.get('/desk/coba');
    expect(await seen()).toBe(first);
    shiftClock(HOUR + 1000);
    await browser.get('/desk/coba');
    expect(await seen()).toBeGreaterThan(first ?? 0);
  });
});
