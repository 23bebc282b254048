/** Before an identity is shown: password and code anew. Roles that have to sign in with a code are led there first. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { createAccount } from '../../workers/features/staff/accounts.ts';
import { account, session, user } from '../../workers/features/staff/table.ts';
import { MINUTE, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { readDisclosures } from '../../workers/privacy/disclosures.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { setRow } from '../../workers/regency/load.ts';
import { Desk, hidden } from '../support/desk.ts';
import { KEPT, PASSWORD } from '../support/staff.ts';
import { act, addStaff, caseRow, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

let lina: Staff;
let desk: Desk;
let code: string;

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  const admin = await addStaff(['admin'], ['DISKOMINFO'], 'Andi Admin');
  lina = await addStaff(['liaison'], ['PUPR'], 'Lina');
  desk = await Desk.of(lina);
  ({ code } = await newCase({ contact: { name: 'Siti Aminah', email: 'siti@example.id' } }));
  await act(admin, code, 'dispose', { office: 'PUPR' });
});

/** The session gets old, and the account a password. */
async function leaveScreenOpen(): Promise<void> {
  const db = openDb(env.DB);
  const [own] = await db.select({ id: session.userId }).from(session);
  const at = new Date(now());
  const id = own?.id ?? '';
  await db.batch([
    db.update(session).set({ createdAt: new Date(now() - 11 * MINUTE) }),
    db.update(user).set({ twoFactorEnabled: false }),
    db.insert(account).values({
      ...{ id: 'a', accountId: id, providerId: 'credential', userId: id, createdAt: at, updatedAt: at },
      password: KEPT,
    }),
  ]);
}

async function reveal(more: Record<string, string> = {}): Promise<Response> {
  const page = await desk.text(`/desk/kasus/${code}`);
  const fields = { ...hidden(page, 'reveal'), sure: '1', reason: 'Menanyakan letak lubang.', ...more };
  return desk.post(`/desk/kasus/${code}/reveal`, fields);
}

describe('before an identity is shown', () => {
  it('asks once more on an old session, carries the reason along, and then not for ten minutes', async ({
    expect,
  }) => {
    await leaveScreenOpen();
    const asked = await reveal();
    expect(asked.status).toBe(403);
    const page = await asked.text();
    expect(page).toContain('Pastikan ini Anda');
    expect(page).toContain('value="Menanyakan letak lubang."');
    expect(page).not.toContain('Siti');
    expect((await caseRow(code)).version).toBe(2);
    const wrong = await reveal({ konfirmasi_sandi: 'bukan kata sandinya' });
    expect(wrong.status).toBe(422);
    const words = await wrong.text();
    expect(words).toContain('value="Menanyakan letak lubang."');
    expect(words).not.toContain('bukan kata sandinya');
    const shown = await reveal({ konfirmasi_sandi: PASSWORD });
    expect(shown.status).toBe(200);
    expect(await shown.text()).toContain('Siti Aminah');
    expect((await desk.api(`/cases/${code}/reveal`, { reason: 'Sekali lagi.' })).status).toBe(200);
    setClock(MONDAY + 12 * MINUTE);
    expect((await desk.api(`/cases/${code}/reveal`, { reason: 'Sudah lama.' })).status).toBe(403);
    const register = await readDisclosures(openDb(env.DB), await loadKeys(env), null, 9);
    expect(register.lines.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['reveal', 'Sekali lagi.'],
      ['reveal', 'Menanyakan letak lubang.'],
    ]);
  });

  it('asks the same of the API and of a dossier with identity, and makes guessing slow', async ({
    expect,
  }) => {
    await leaveScreenOpen();
    const refused = await desk.api(`/cases/${code}/reveal`, { reason: 'Lewat aplikasi.' });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('/api/v1/desk/confirm') });
    const paper = { reason: 'Untuk rapat.', identity: true };
    expect((await desk.api(`/cases/${code}/dossier`, paper)).status).toBe(403);
    expect((await desk.api(`/cases/${code}/dossier`, { reason: 'Untuk rapat.' })).status).toBe(200);
    for (const status of [422, 422, 422, 429]) {
      expect((await desk.api('/confirm', { password: 'tebakan saja' })).status).toBe(status);
    }
    setClock(MONDAY + MINUTE);
    expect((await desk.api('/confirm', { password: PASSWORD })).status).toBe(204);
    expect((await desk.api(`/cases/${code}/dossier`, paper)).status).toBe(200);
  });
});

describe('a role that has to sign in with a code', () => {
  it('is led to set it up and nowhere else; others and sample data are not', async ({ expect }) => {
    const db = openDb(env.DB);
    const admin = await createAccount(db, {
      ...{ name: 'Budi', email: 'budi@example.id', roles: ['admin'], offices: [], areas: [] },
      passwordHash: KEPT,
    });
    expect(admin).toBeTruthy();
    const second = await addStaff(['admin'], [], 'Cici');
    const theirs = await Desk.of(second);
    await db.update(user).set({ twoFactorEnabled: false });
    const led = await theirs.send('/desk');
    expect([led.status, led.headers.get('location')]).toEqual([303, '/desk/akun?wajib']);
    expect((await theirs.api('/cases')).status).toBe(403);
    const own = await theirs.send('/desk/akun?wajib');
    expect(own.status).toBe(200);
    expect(await own.text()).toContain('Peran Anda wajib memakai kode dua langkah');
    expect((await desk.send('/desk')).status).toBe(200);
    await setRow(db, 'two_factor', 'roles', { roles: ['liaison'] }, now());
    expect((await theirs.send('/desk')).status).toBe(200);
    expect((await desk.send('/desk')).status).toBe(303);
    await setRow(db, 'switch', 'demo', { id: 'demo', on: true }, now());
    expect((await desk.send('/desk')).status).toBe(200);
  });
});
