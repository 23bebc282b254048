/** Numbers and positions of the staff: who sees and changes them, and that no number is told where it need not be. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { createAccount } from '../../workers/features/staff/accounts.ts';
import { accountChanges } from '../../workers/features/staff/table.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { allStaff } from '../../workers/regency/staff.ts';
import { openPhone } from '../../workers/regency/staff-phone.ts';
import { staff } from '../../workers/regency/table.ts';
import { Browser, KEPT, passwordsAlone } from '../support/staff.ts';
import { loadRegency } from '../support/worker.ts';

const db = openDb(env.DB);
const person = { name: 'Siti', email: 'siti@example.id', roles: ['leader' as const], offices: [], areas: [] };

async function signedInAdmin(): Promise<Browser> {
  const admin = { ...person, name: 'Admin Satu', email: 'admin@example.id', roles: ['admin' as const] };
  await createAccount(db, { ...admin, passwordHash: KEPT });
  const browser = new Browser();
  await browser.signIn('admin@example.id');
  return browser;
}

beforeEach(() => loadRegency().then(() => passwordsAlone()));

describe('a WhatsApp number', () => {
  const NUMBER = '0812-0000-0188';
  const openOf = async (id: number) => {
    const [row] = await db.select({ id: staff.id, phone: staff.phone }).from(staff).where(eq(staff.id, id));
    if (!row) throw new Error('no account');
    return { sealed: row.phone, clear: await openPhone(await loadKeys(env), row) };
  };
  const changes = async (id: number) =>
    (
      await db
        .select()
        .from(accountChanges)
        .where(eq(accountChanges.subject, `staff:${id}`))
    ).map(({ what, facts }) => ({ what, facts }));

  it('is sealed by its row, masked in the list, and whole where it is edited', async ({ expect }) => {
    const browser = await signedInAdmin();
    const form = { name: 'Siti', email: 'siti@example.id', roles: ['leader'], position: 'secretary' };
    const wrong = await browser.post('/desk/pengguna', { ...form, phone: 'nomor saya' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="nomor saya"');
    await browser.post('/desk/pengguna', { ...form, phone: NUMBER });
    const [{ id } = { id: 0 }] = await db.select().from(staff).where(eq(staff.email, form.email));
    const kept = await openOf(id);
    expect(kept.clear).toBe(NUMBER);
    expect(kept.sealed).toMatch(/^test\./);
    await expect(openPhone(await loadKeys(env), { id: id + 1, phone: kept.sealed })).rejects.toThrow();
    const list = await (await browser.get('/desk/pengguna')).text();
    expect(list).toContain('••••••88');
    expect(list).toContain('Pimpinan (Sekda / Asisten)');
    expect(list).not.toContain(NUMBER);
    expect(await (await browser.get(`/desk/pengguna/${id}`)).text()).toContain(`value="${NUMBER}"`);
  });

  it('and a position are changed by the admin, and the record tells no number', async ({ expect }) => {
    const browser = await signedInAdmin();
    const { id } = await createAccount(db, { ...person, passwordHash: KEPT });
    const form = { name: 'Siti', roles: ['leader'], position: 'regent' };
    await browser.post(`/desk/pengguna/${id}`, { ...form, phone: NUMBER });
    expect((await openOf(id)).clear).toBe(NUMBER);
    const { sealed } = await openOf(id);
    await browser.post(`/desk/pengguna/${id}`, { ...form, phone: NUMBER });
    expect((await openOf(id)).sealed).toBe(sealed);
    const page = await (await browser.get(`/desk/pengguna/${id}`)).text();
    expect(page).toContain('Kedudukan: Bupati / Wakil Bupati; Nomor WhatsApp diubah');
    await browser.post(`/desk/pengguna/${id}`, { ...form, roles: ['campaigner'], phone: '' });
    expect(await openOf(id)).toEqual({ sealed: null, clear: null });
    const [row] = await db.select({ position: staff.position }).from(staff).where(eq(staff.id, id));
    expect(row).toEqual({ position: null });
    const told = await changes(id);
    expect(told.map(({ facts }) => facts.includes('"phone":"changed"'))).toEqual([true, false, true]);
    expect(JSON.stringify(told)).not.toMatch(/0000.?0188/);
  });

  it('is one’s own to change', async ({ expect }) => {
    const { id } = await createAccount(db, { ...person, passwordHash: KEPT });
    const browser = new Browser();
    await browser.signIn(person.email);
    const wrong = await browser.post('/desk/akun/telepon', { phone: '12' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="12"');
    expect((await browser.post('/desk/akun/telepon', { phone: NUMBER })).status).toBe(303);
    await browser.post('/desk/akun/telepon', { phone: NUMBER });
    expect(await (await browser.get('/desk/akun')).text()).toContain(`value="${NUMBER}"`);
    expect(await changes(id)).toEqual([{ what: 'phone', facts: '{}' }]);
    await browser.post('/desk/akun/telepon', { phone: ' ' });
    expect((await openOf(id)).sealed).toBeNull();
  });

  it('and the position reach those who ask for all staff', async ({ expect }) => {
    await createAccount(db, { ...person, position: 'regent', passwordHash: KEPT });
    await createAccount(db, { ...person, email: 'b@example.id', roles: ['admin'], passwordHash: KEPT });
    expect((await allStaff(db, now())).map(({ position }) => position)).toEqual(['regent', null]);
  });
});
