/** How accounts come to be and are kept: invitations, rights, passwords, the authenticator app, the audit. */
import { env } from 'cloudflare:workers';
import { createOTP } from '@better-auth/utils/otp';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { acceptInvitation, createAccount, inviteStaff } from '../../workers/features/staff/accounts.ts';
import { linkLetter, listAccounts } from '../../workers/features/staff/queries.ts';
import { requestReset } from '../../workers/features/staff/reset.ts';
import { accountChanges, session, twoFactor, user } from '../../workers/features/staff/table.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { DAY, now, shiftClock } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { staff } from '../../workers/regency/table.ts';
import { Browser, KEPT, PASSWORD, passwordsAlone } from '../support/staff.ts';
import { loadRegency } from '../support/worker.ts';

const db = openDb(env.DB);
const person = { name: 'Siti', email: 'siti@example.id', roles: ['leader' as const], offices: [], areas: [] };

async function signedInAdmin(): Promise<{ browser: Browser; id: number }> {
  const { id } = await createAccount(db, {
    ...person,
    name: 'Admin Satu',
    email: 'admin@example.id',
    roles: ['admin'],
    passwordHash: KEPT,
  });
  const browser = new Browser();
  await browser.signIn('admin@example.id');
  return { browser, id };
}

beforeEach(() => loadRegency().then(() => passwordsAlone()));

describe('an invitation', () => {
  it('goes from the admin to a password, once', async ({ expect }) => {
    const { browser } = await signedInAdmin();
    const made = await browser.post('/desk/pengguna', {
      name: 'Siti',
      email: 'Siti@example.id',
      roles: ['liaison'],
    });
    expect(made.status).toBe(422);
    expect(await made.text()).toContain('paling sedikit satu instansi');
    const office = [...(await regencyAt(db, now())).offices.values()].find((one) => one.kind === 'opd');
    const form = {
      name: 'Siti',
      email: 'Siti@example.id',
      roles: ['liaison'],
      offices: [office?.code ?? ''],
    };
    const page = await (await browser.post('/desk/pengguna', form)).text();
    const path = /\/masuk\/undangan\/[0-9a-f]{64}/.exec(page)?.[0] ?? '';
    const again = await browser.post('/desk/pengguna', form);
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('sudah punya akun');

    const guest = new Browser();
    expect(await (await guest.get(path)).text()).toContain('siti@example.id');
    const short = await guest.post(path, { password: 'pendek', again: 'pendek' });
    expect(short.status).toBe(422);
    expect(await short.text()).toContain('paling sedikit 12 huruf');
    expect((await guest.post(path, { password: PASSWORD, again: `${PASSWORD}x` })).status).toBe(422);
    const set = await guest.post(path, { password: PASSWORD, again: PASSWORD });
    expect(set.headers.get('location')).toBe('/masuk?selesai');
    expect((await guest.get(path)).status).toBe(404);
    expect((await guest.post(path, { password: PASSWORD, again: PASSWORD })).status).toBe(404);
    expect(await guest.signIn('siti@example.id')).toContain('session_token');
    const changes = await db.select().from(accountChanges).orderBy(accountChanges.id);
    expect(changes.map((change) => change.what)).toEqual(['invited', 'accepted']);
  });

  it('is void after a renewal, after seven days, and for an inactive account', async ({ expect }) => {
    const keys = await loadKeys(env);
    const { browser } = await signedInAdmin();
    const first = await inviteStaff(db, keys, 1, person);
    const renewed = await (await browser.post(`/desk/pengguna/${first.id}/tautan`, {})).text();
    const path = /\/masuk\/undangan\/[0-9a-f]{64}/.exec(renewed)?.[0] ?? '';
    const guest = new Browser();
    expect((await guest.get(`/masuk/undangan/${first.invitation.token}`)).status).toBe(404);
    expect((await guest.get(path)).status).toBe(200);
    shiftClock(8 * DAY);
    expect((await guest.get(path)).status).toBe(404);
    expect((await listAccounts(db)).find((line) => line.id === first.id)?.standing).toBe('expired');
    shiftClock(0);
    await browser.post(`/desk/pengguna/${first.id}/nonaktif`, {});
    expect((await guest.get(path)).status).toBe(404);
  });

  it('lets only one of two through at the same time', async ({ expect }) => {
    const { invitation } = await inviteStaff(db, await loadKeys(env), 1, person);
    const both = await Promise.allSettled([
      acceptInvitation(db, invitation.token, PASSWORD),
      acceptInvitation(db, invitation.token, 'kata sandi orang lain'),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db.select().from(user)).toHaveLength(1);
  });
});

describe('a forgotten password', () => {
  it('is mailed once an hour, without a token in the outbox, and ends old sessions', async ({ expect }) => {
    const keys = await loadKeys(env);
    await createAccount(db, { ...person, passwordHash: KEPT });
    const old = new Browser();
    await old.signIn(person.email);
    expect(await requestReset(db, keys, 'tidak.ada@example.id')).toBeNull();
    const id = await requestReset(db, keys, person.email);
    expect(id).toMatch(/^account:\d+:staff-password-reset:staff:1$/);
    expect(await requestReset(db, keys, person.email)).toBeNull();
    const [delivery] = await db.select().from(deliveries);
    const letter = await linkLetter(db, keys, await regencyAt(db, now()), 'https://kanal.example.id', 1);
    const token = letter?.link.split('/').at(-1) ?? '';
    expect(JSON.stringify(delivery)).not.toContain(token);
    await acceptInvitation(db, token, 'kata sandi yang baru');
    expect((await old.get('/desk/coba')).status).toBe(302);
    expect(await old.signIn(person.email)).toBe('');
    expect(await old.signIn(person.email, 'kata sandi yang baru')).toContain('session_token');
    await expect(acceptInvitation(db, token, 'sekali lagi, tidak bisa')).rejects.toThrow('not_found');
    expect(await linkLetter(db, keys, await regencyAt(db, now()), 'https://k.id', 1)).toBeNull();
  });

  it('answers the same for every address', async ({ expect }) => {
    await createAccount(db, { ...person, passwordHash: KEPT });
    const pages = [];
    for (const email of [person.email, 'tidak.ada@example.id'])
      pages.push(await (await new Browser().post('/masuk/lupa', { email })).text());
    expect(pages[0]).toBe(pages[1]);
  });
});

const secretOn = (page: string) => /<code class="mono">([A-Z2-7]+)<\/code>/.exec(page)?.[1] ?? '';

/** The app on a phone, set up from the page. */
function codes(page: string): () => Promise<string> {
  return async () => {
    const { base32 } = await import('@better-auth/utils/base32');
    return createOTP(new TextDecoder().decode(base32.decode(secretOn(page)))).totp();
  };
}

describe('the own account', () => {
  it('changes its password against the current one and ends other sessions', async ({ expect }) => {
    await createAccount(db, { ...person, passwordHash: KEPT });
    const [here, there] = [new Browser(), new Browser()];
    await here.signIn(person.email);
    await there.signIn(person.email);
    const change = { password: 'kata sandi yang baru', again: 'kata sandi yang baru' };
    const wrong = await here.post('/desk/akun/sandi', { current: 'salah', ...change });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('sekarang tidak cocok');
    expect((await here.post('/desk/akun/sandi', { current: PASSWORD, ...change })).status).toBe(303);
    expect((await here.get('/desk/akun')).status).toBe(200);
    expect((await there.get('/desk/akun')).status).toBe(302);
    expect(await there.signIn(person.email, 'kata sandi yang baru')).toContain('session_token');
  });

  it('turns the authenticator app on, asks for its code, takes a backup code once', async ({ expect }) => {
    const { id } = await createAccount(db, { ...person, passwordHash: KEPT });
    const browser = new Browser();
    await browser.signIn(person.email);
    const page = await (await browser.post('/desk/akun/kode', { current: PASSWORD })).text();
    expect(page).toContain('<path d="M');
    const backup = /<li>([A-Za-z0-9]{5}-[A-Za-z0-9]{5})<\/li>/.exec(page)?.[1] ?? '';
    const code = codes(page);
    expect((await browser.post('/desk/akun/kode/nyala', { code: '000000' })).status).toBe(422);
    expect((await browser.post('/desk/akun/kode/nyala', { code: await code() })).status).toBe(303);
    expect((await browser.get('/desk/akun')).status).toBe(200);

    const other = new Browser();
    const first = await other.post('/masuk', { email: person.email, password: PASSWORD, ke: '/desk/coba' });
    expect(first.headers.get('location')).toBe('/masuk/kode?ke=%2Fdesk%2Fcoba');
    expect((await other.get('/desk/coba')).status).toBe(302);
    expect((await other.post('/masuk/kode', { code: '000000' })).status).toBe(401);
    const second = await other.post('/masuk/kode', { code: await code(), ke: '/desk/coba' });
    expect([second.status, second.headers.get('location')]).toEqual([303, '/desk/coba']);
    expect((await other.get('/desk/coba')).status).toBe(200);

    for (const status of [303, 401]) {
      const lost = new Browser();
      await lost.post('/masuk', { email: person.email, password: PASSWORD });
      expect((await lost.post('/masuk/kode', { code: backup })).status).toBe(status);
    }
    const [row] = await db.select().from(twoFactor);
    expect(row?.secret).not.toContain(secretOn(page));

    const { browser: admin } = await signedInAdmin();
    expect((await admin.post(`/desk/pengguna/${id}/tanpa-kode`, {})).status).toBe(303);
    expect(await new Browser().signIn(person.email)).toContain('session_token');
  });

  it('asks for the password again after five wrong codes', async ({ expect }) => {
    await createAccount(db, { ...person, passwordHash: KEPT });
    const browser = new Browser();
    await browser.signIn(person.email);
    const code = codes(await (await browser.post('/desk/akun/kode', { current: PASSWORD })).text());
    await db.update(twoFactor).set({ verified: true });
    await db.update(user).set({ twoFactorEnabled: true });
    const guesser = new Browser();
    await guesser.post('/masuk', { email: person.email, password: PASSWORD });
    let page = '';
    for (let i = 0; i < 6; i++)
      page = await (await guesser.post('/masuk/kode', { code: `00000${i}` })).text();
    expect(page).toContain('Waktu untuk memasukkan kode sudah habis');
    // Ten in a row: no code is taken for a while, and it is said so; afterwards the right one opens again.
    await guesser.post('/masuk', { email: person.email, password: PASSWORD });
    for (let i = 0; i < 5; i++) await guesser.post('/masuk/kode', { code: `11111${i}` });
    const own = new Browser();
    await own.post('/masuk', { email: person.email, password: PASSWORD });
    const locked = await own.post('/masuk/kode', { code: await code() });
    expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '900']);
    expect(await locked.text()).toContain('Tunggu lima belas menit');
    await db.update(twoFactor).set({ lockedUntil: new Date(Date.now() - 1) });
    expect((await own.post('/masuk/kode', { code: await code() })).status).toBe(303);
  });
});

describe('admins', () => {
  it('cannot shut themselves out, and leave a trace that cannot be altered', async ({ expect }) => {
    const { browser, id } = await signedInAdmin();
    expect((await browser.post(`/desk/pengguna/${id}/nonaktif`, {})).status).toBe(403);
    const form = { name: 'Admin Satu', roles: ['leader'] };
    expect((await browser.post(`/desk/pengguna/${id}`, form)).status).toBe(403);
    const own = (role: string) => browser.post(`/desk/pengguna/${id}`, { ...form, roles: ['admin', role] });
    expect((await own('verifier')).status).toBe(403);
    expect((await own('campaigner')).status).toBe(303);
    const page = await (await browser.get(`/desk/pengguna/${id}`)).text();
    expect(page).toMatch(/admin, campaigner|Admin instansi, Humas/);
    expect(page).toContain('Admin Satu');
    await expect(db.delete(accountChanges)).rejects.toThrow();
    await expect(db.update(accountChanges).set({ actor: 'staff:9' })).rejects.toThrow();
  });

  it('see where somebody is signed in and end it all, and leave a trace', async ({ expect }) => {
    const { id } = await createAccount(db, { ...person, passwordHash: KEPT });
    const [phone, office] = [new Browser(), new Browser()];
    await phone.signIn(person.email);
    await office.signIn(person.email);
    const { browser: admin, id: own } = await signedInAdmin();
    expect(await (await admin.get(`/desk/pengguna/${id}`)).text()).toContain('Akhiri semua sesi (2)');
    expect((await phone.post(`/desk/pengguna/${own}/sesi`, {})).status).toBe(403);
    expect((await admin.post(`/desk/pengguna/${own}/sesi`, {})).status).toBe(403);
    expect((await admin.post(`/desk/pengguna/${id}/sesi`, {})).status).toBe(303);
    for (const browser of [phone, office]) expect((await browser.get('/desk/coba')).status).toBe(302);
    expect((await admin.get('/desk/pengguna')).status).toBe(200);
    const page = await (await admin.get(`/desk/pengguna/${id}`)).text();
    expect(page).toContain('Semua sesi diakhiri');
    expect(page).not.toContain('Akhiri semua sesi (');
    expect(await phone.signIn(person.email)).toContain('session_token');
  });

  it('alone see accounts and keys', async ({ expect }) => {
    await createAccount(db, { ...person, passwordHash: KEPT });
    const browser = new Browser();
    await browser.signIn(person.email);
    for (const path of ['/desk/pengguna', '/desk/pengguna/baru', '/desk/pengguna/1', '/desk/kunci'])
      expect((await browser.get(path)).status).toBe(403);
    expect((await browser.post('/desk/kunci', { name: 'x', scopes: 'submit' })).status).toBe(403);
  });

  it('make keys that are shown once and revoke them', async ({ expect }) => {
    const { browser, id } = await signedInAdmin();
    const refused = await browser.post('/desk/kunci', { name: 'Integrasi', scopes: ['desk'] });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Integrasi');
    const form = { name: 'Integrasi', scopes: ['desk'], staffId: String(id) };
    const page = await (await browser.post('/desk/kunci', form)).text();
    const token = /kanal_[0-9a-f]{64}/.exec(page)?.[0];
    expect(token).toBeDefined();
    const list = await (await browser.get('/desk/kunci')).text();
    expect(list).not.toContain(token);
    const number = /\/desk\/kunci\/(\d+)\/cabut/.exec(list)?.[1];
    await browser.post(`/desk/kunci/${number}/cabut`, {});
    expect(await (await browser.get('/desk/kunci')).text()).toContain('Dicabut');
  });

  it('see the list of accounts', async ({ expect }) => {
    const { browser } = await signedInAdmin();
    await inviteStaff(db, await loadKeys(env), 1, person);
    const page = await (await browser.get('/desk/pengguna')).text();
    expect(page).toContain('Diundang');
    expect((await db.select().from(staff).where(eq(staff.active, true))).length).toBe(2);
    expect((await db.select().from(session)).length).toBe(1);
  });
});
