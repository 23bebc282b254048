/** Strangers at the doors: guessed PINs, floods, old receipts; and an administrator who lets himself in. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { app } from '../../workers/app.tsx';
import { checkPin, pinOf } from '../../workers/cases/pin.ts';
import { uploads } from '../../workers/cases/table.ts';
import { sendDeliveries } from '../../workers/features/deliveries.ts';
import { createApiKey, inviteStaff, renewInvitation } from '../../workers/features/staff/accounts.ts';
import { changeRights } from '../../workers/features/staff/manage.ts';
import { sweep } from '../../workers/features/sweep.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { householdOf, networkOf } from '../../workers/platform/address.ts';
import { DAY, HOUR, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { newToken } from '../../workers/platform/ids.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { bearer, call, key, post } from '../support/api.ts';
import { Desk } from '../support/desk.ts';
import { held } from '../support/journeys.ts';
import { Browser, ORIGIN } from '../support/reporter.ts';
import { act, addStaff, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

beforeEach(() => loadRegency());

const db = () => openDb(env.DB);

/** An environment that keeps the mails it is given. */
function mailing(mails: unknown[]): Env {
  const replaced: Record<string, unknown> = {
    MAIL_WAY: 'binding',
    ORIGIN: 'https://kanal.test',
    EMAIL: { send: (mail: unknown) => Promise.resolve(mails.push(mail)) },
  };
  return new Proxy(env, { get: (target, name) => replaced[String(name)] ?? Reflect.get(target, name) });
}

describe('an address', () => {
  it.for([
    ['203.0.113.9', '203.0.113.9', null],
    ['2001:db8::1', '2001:db8:0:0', '2001:db8:0'],
    ['2001:db8::2:3:4', '2001:db8:0:0', '2001:db8:0'],
    ['2001:0DB8:00aa:0000:1:2:3:4', '2001:db8:aa:0', '2001:db8:aa'],
    ['2001:db8:aa:b::', '2001:db8:aa:b', '2001:db8:aa'],
    ['::1', '0:0:0:0', '0:0:0'],
    ['203.0.113.9:50123', '203.0.113.9', null],
    ['::ffff:203.0.113.9', '203.0.113.9', null],
    ['[2001:db8::1]:50123', '2001:db8:0:0', '2001:db8:0'],
    ['', '', null],
  ] as const)('%s counts as %s', ([address, household, network], { expect }) => {
    expect(householdOf(address)).toBe(household);
    expect(networkOf(household)).toBe(network);
  });
});

describe('PINs', () => {
  it('cannot be tried from each of the 65,536 households of one network', async ({ expect }) => {
    const { code } = await newCase();
    const keys = await loadKeys(env);
    const at = now();
    const kinds: unknown[] = [];
    for (let i = 0; i < 30; i++) {
      const client = householdOf(`2001:db8:aa:${i.toString(16)}::1`);
      kinds.push(await checkPin(db(), keys, at, code, 'salah!', client).catch((error) => error.kind));
    }
    expect(kinds.filter((kind) => kind === 'not_found')).toHaveLength(20);
    expect(kinds.slice(20)).toEqual(Array(10).fill('too_many'));
    // Another network, and the same one for another report, are not held up.
    const pin = await pinOf(keys, code, 1);
    await checkPin(db(), keys, at, code, pin, householdOf('2001:db8:bb::1'));
  });

  it('of an old receipt are not the renewed ones', async ({ expect }) => {
    const sender = { ...(await bearer()), ...key() };
    const body = { kind: 'complaint', text: 'Lampu jalan di depan masjid mati sudah sebulan.' };
    const first = (await (await post('/complaints', body, sender)).json()) as { code: string; pin: string };
    await act('reporter', first.code, 'renew_pin', {});
    const again = (await (await post('/complaints', body, sender)).json()) as { code: string; pin: string };
    expect(again).toEqual(first);
    const timeline = await call(`/complaints/${first.code}/timeline`, {
      headers: { authorization: `Pin ${again.pin}` },
    });
    expect(timeline.status).toBe(404);
  });

  it('and whatever else are not asked for with a body that is none', async ({ expect }) => {
    for (const path of ['/', '/lacak', '/masuk']) {
      const headers = { origin: ORIGIN, 'content-type': 'multipart/form-data; boundary=x' };
      const request = new Request(`${ORIGIN}${path}`, { method: 'POST', headers, body: '--x\r\nkacau' });
      const context = createExecutionContext();
      expect((await app.fetch(request, env, context)).status, path).toBe(422);
      await waitOnExecutionContext(context);
    }
  });

  it('are asked for in forms of a bounded size', async ({ expect }) => {
    const kode = 'x'.repeat(300 * 1024);
    expect((await new Browser().post('/lacak/pin', { kode })).status).toBe(413);
  });
});

describe('floods', () => {
  it('in somebody else’s name fill no mailbox', async ({ expect }) => {
    const mails: unknown[] = [];
    const bindings = mailing(mails);
    for (let i = 0; i < 14; i++)
      await newCase({ contact: { email: 'korban@example.id' } }, { at: now() + i });
    await newCase({ contact: { email: 'lain@example.id' } });
    const waiting = await db().select({ id: deliveries.id }).from(deliveries);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await sendDeliveries(
      bindings,
      waiting.map(({ id }) => id),
    );
    expect(mails).toHaveLength(11);
  });

  it('of replies fill no office’s mailbox either', async ({ expect }) => {
    setClock(MONDAY);
    const admin = await addStaff(['admin'], []);
    await addStaff(['liaison'], ['PUPR']);
    const { code } = await newCase();
    await act(admin, code, 'dispose', { office: 'PUPR' });
    for (let i = 0; i < 9; i++) await act('reporter', code, 'reply', { text: `Pesan ke-${i} dari saya.` });
    const mails: unknown[] = [];
    const bindings = mailing(mails);
    const waiting = await db().select({ id: deliveries.id }).from(deliveries);
    await sendDeliveries(
      bindings,
      waiting.map(({ id }) => id),
    );
    expect(mails).toHaveLength(1 + 5);
  });

  it('of files that nobody attached are removed as fast as they come', async ({ expect }) => {
    const at = now();
    const rows = (count: number) =>
      Array.from({ length: count }, () => ({
        id: newToken(),
        objectKey: newToken(),
        kind: 'jpeg' as const,
        bytes: 1,
        at: at - 4 * DAY,
      }));
    for (let i = 0; i < 60; i++) await db().insert(uploads).values(rows(10));
    await sweep(env, at);
    expect(await db().$count(uploads)).toBe(100);
    await sweep(env, at + HOUR / 60);
    expect(await db().$count(uploads)).toBe(0);
  });
});

describe('an administrator', () => {
  it('reads no accusation by a key that acts for its verifier', async ({ expect }) => {
    const verifier = await addStaff(['verifier', 'admin'], []);
    const code = await held();
    const keys = await loadKeys(env);
    const { token } = await createApiKey(db(), keys, { name: 'x', scopes: ['desk'], staffId: verifier.id });
    const headers = { cookie: '', authorization: `Bearer ${token}` };
    const desk = await Desk.of(verifier);
    expect((await desk.api(`/cases/${code}`)).status).toBe(200);
    expect((await desk.api(`/cases/${code}`, undefined, headers)).status).toBe(404);
    expect((await desk.api('/cases', undefined, headers)).status).toBe(200);
    expect((await desk.api('/cases?list=ditahan', undefined, headers)).status).toBe(404);
  });

  it('makes himself no reader of accusations, and stays of the office he is of', async ({ expect }) => {
    const keys = await loadKeys(env);
    const admin = await addStaff(['admin'], ['DISKOMINFOSP']);
    const by = { ...admin, name: 'A', email: 'a@example.id' };
    const rights = { name: 'A', roles: admin.roles.slice(), offices: ['DISKOMINFOSP'], areas: [] };
    const more = { ...rights, roles: ['admin' as const, 'verifier' as const] };
    await expect(changeRights(db(), keys, by, admin.id, more)).rejects.toMatchObject({ kind: 'forbidden' });
    const less = { ...rights, offices: [] };
    await expect(changeRights(db(), keys, by, admin.id, less)).rejects.toMatchObject({ kind: 'forbidden' });
    await changeRights(db(), keys, by, admin.id, { ...rights, offices: ['DISKOMINFOSP', 'SETDA'] });
  });

  it('opens no way into an account that reads accusations without its readers being told', async ({
    expect,
  }) => {
    const keys = await loadKeys(env);
    const admin = await addStaff(['admin'], []);
    const verifier = await addStaff(['verifier'], [], 'Vera');
    const told = async () =>
      (await db().select().from(deliveries).where(eq(deliveries.template, 'staff-secret-access'))).length;
    const person = { name: 'Boneka', email: 'boneka@example.id', offices: [], areas: [] };
    await inviteStaff(db(), keys, admin.id, { ...person, roles: ['campaigner'] });
    await renewInvitation(db(), keys, verifier.id, HOUR, 'self');
    expect(await told()).toBe(0);
    await inviteStaff(db(), keys, admin.id, { ...person, email: 'b2@example.id', roles: ['verifier'] });
    expect(await told()).toBe(3);
    await renewInvitation(db(), keys, verifier.id, HOUR, admin.id);
    expect(await told()).toBe(6);

    const mails: { text: string }[] = [];
    const bindings = mailing(mails);
    const waiting = await db().select({ id: deliveries.id }).from(deliveries);
    await sendDeliveries(
      bindings,
      waiting.map(({ id }) => id),
    );
    expect(mails.some(({ text }) => text.includes('Vera'))).toBe(true);
    expect(mails.some(({ text }) => text.includes('boneka') || text.includes('b2@example.id'))).toBe(true);
  });
});
