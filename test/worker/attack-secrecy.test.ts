/** Somebody accused looks for the case against them: an administrator, an office, whoever reads along. */
import { createMessageBatch } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { cases } from '../../workers/cases/table.ts';
import { readView } from '../../workers/cases/view.ts';
import { type Post, sendDeliveries } from '../../workers/features/deliveries.ts';
import { objection } from '../../workers/features/notice-rights.ts';
import { render } from '../../workers/features/notices.ts';
import { consume, type Hint } from '../../workers/features/queue.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { Desk } from '../support/desk.ts';
import { held } from '../support/journeys.ts';
import { act, addStaff, caseRow, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

beforeEach(() => loadRegency());

const db = () => openDb(env.DB);

const viewOf = async (person: Staff, code: string) =>
  readView(db(), await loadKeys(env), await regencyAt(db(), now()), person, code);

async function route(caseId: number): Promise<void> {
  const message = { id: crypto.randomUUID(), timestamp: new Date(), attempts: 1, body: { ids: [caseId] } };
  await consume(createMessageBatch<Hint>('kanal-routing', [message]), env);
}

describe('a report that the router has not read yet', () => {
  it('is nobody’s: not on a page, a list or by a verb', async ({ expect }) => {
    await addStaff(['verifier'], []);
    const admin = await addStaff(['admin', 'leader'], ['DISKOMINFOSP']);
    const desk = await Desk.of(admin);
    const { code, caseId } = await newCase(
      { text: 'Pegawai Diskominfo minta uang supaya internet desa dipasang.' },
      { unrouted: true },
    );
    expect((await desk.api(`/cases/${code}`)).status).toBe(404);
    expect(
      (await desk.api(`/cases/${code}/archive`, { category: 'spam', reason: 'Bukan laporan.' })).status,
    ).toBe(404);
    for (const list of ['tugas', 'belum-opd', 'semua']) {
      expect(await (await desk.api(`/cases?list=${list}`)).text()).not.toContain(code);
      expect(await desk.text(`/desk?daftar=${list}`)).not.toContain(code);
    }
    await route(caseId);
    expect((await caseRow(code)).state).toBe('held');
    expect((await desk.api(`/cases/${code}`)).status).toBe(404);
  });

  it('is shown when the router stays away, unless its reporter said whom it is about', async ({ expect }) => {
    const admin = await addStaff(['admin'], ['DISKOMINFO']);
    const at = now() - 16 * 60_000;
    const plain = await newCase({}, { unrouted: true, at });
    const ticked = await newCase({ aboutOfficial: true }, { unrouted: true, at });
    expect(await viewOf(admin, plain.code)).not.toBeNull();
    expect(await viewOf(admin, ticked.code)).toBeNull();
  });
});

describe('a report that the router cannot read', () => {
  it('goes to the verifier when its reporter said whom it is about', async ({ expect }) => {
    const verifier = await addStaff(['verifier'], []);
    const { code, caseId } = await newCase({ aboutOfficial: true }, { unrouted: true });
    await env.DB.prepare("UPDATE entries SET words = 'lain.AAAA' WHERE case_id = ?").bind(caseId).run();
    await route(caseId);
    expect(await caseRow(code)).toMatchObject({ state: 'held', holder: '@verifier' });
    await expect(act(verifier, code, 'note', { text: 'Kunci lama hilang.' })).resolves.toMatchObject({
      code,
    });
  });
});

describe('an accusation that its reporter takes back', () => {
  it('stays with the verifier, and so does what the reporter writes afterwards', async ({ expect }) => {
    const verifier = await addStaff(['verifier'], []);
    const others = [
      await addStaff(['admin'], ['DISKOMINFO']),
      await addStaff(['liaison', 'head'], ['PUPR']),
      await addStaff(['leader'], []),
    ];
    const admin = others[0];
    const { code } = await newCase();
    if (admin) await act(admin, code, 'dispose', { office: 'PUPR' });
    await held(code);
    await act('reporter', code, 'withdraw', { reason: 'Saya takut.' });
    await act('reporter', code, 'reply', { text: 'Tolong jangan diteruskan.' });
    for (const person of others) expect(await viewOf(person, code)).toBeNull();
    expect(await viewOf(verifier, code)).not.toBeNull();
    const replied = await db()
      .select()
      .from(deliveries)
      .where(eq(deliveries.template, 'staff-reporter-replied'));
    expect(replied).toMatchObject([{ recipient: 'holder:@verifier' }]);
  });

  it('stays there also when it was taken back before anybody had read it', async ({ expect }) => {
    const admin = await addStaff(['admin'], ['DISKOMINFO']);
    const { code, caseId } = await newCase({ aboutOfficial: true }, { unrouted: true });
    await act('reporter', code, 'withdraw', {});
    await route(caseId);
    expect(await viewOf(admin, code)).toBeNull();
    const [row] = await db().select({ closedAt: cases.closedAt }).from(cases).where(eq(cases.id, caseId));
    expect(row?.closedAt).not.toBeNull();
  });
});

describe('an accusation', () => {
  it('cannot be buried by naming everybody who could hold it', async ({ expect }) => {
    await addStaff(['verifier'], ['SETDA']);
    await addStaff(['leader'], ['SETDA']);
    const liaison = await addStaff(['liaison'], ['PUPR']);
    const admin = await addStaff(['admin'], []);
    const { code } = await newCase();
    await act(admin, code, 'dispose', { office: 'PUPR' });
    const hold = (accused: string[]) => act(liaison, code, 'hold', { reason: 'Menuduh pejabat.', accused });
    await expect(hold(['SETDA'])).rejects.toMatchObject({ kind: 'invalid' });
    await expect(hold(['KANTOR-RAHASIA'])).rejects.toMatchObject({ kind: 'invalid' });
    expect((await caseRow(code)).state).toBe('disposed');
    await hold(['PUPR']);
    expect(await caseRow(code)).toMatchObject({ state: 'held', holder: '@verifier' });
  });

  it('is not told of by a notice that was written before', async ({ expect }) => {
    setClock(MONDAY);
    await addStaff(['verifier'], []);
    const liaison = await addStaff(['liaison'], ['PUPR']);
    const admin = await addStaff(['admin'], []);
    const { code } = await newCase();
    await act(admin, code, 'dispose', { office: 'PUPR' });
    await held(code);
    const mails: unknown[] = [];
    const replaced: Record<string, unknown> = {
      MAIL_WAY: 'binding',
      EMAIL: { send: (mail: unknown) => Promise.resolve(mails.push(mail)) },
    };
    const bindings: Env = new Proxy(env, {
      get: (target, name) => replaced[String(name)] ?? Reflect.get(target, name),
    });
    const waiting = await db().select({ id: deliveries.id }).from(deliveries);
    await sendDeliveries(
      bindings,
      waiting.map(({ id }) => id),
    );
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails)).toContain('menunggu verifikator');
    const refused = await db()
      .select()
      .from(deliveries)
      .where(eq(deliveries.recipient, `staff:${liaison.id}`));
    expect(refused).toMatchObject([{ status: 'skipped' }]);
  });

  it('that was freed is not spoken of to the office by the router', async ({ expect }) => {
    const verifier = await addStaff(['verifier'], []);
    const admin = await addStaff(['admin'], []);
    const liaison = await addStaff(['liaison'], ['DLH']);
    const text = 'Petugas sampah minta uang dua puluh ribu tiap angkut, katanya pungli biasa.';
    const { code, caseId } = await newCase({ text }, { unrouted: true });
    await route(caseId);
    expect((await caseRow(code)).state).toBe('held');
    await act(verifier, code, 'free', { reason: 'Iuran resmi, ada karcisnya.' });
    await route(caseId);
    await act(admin, code, 'dispose', { office: 'DLH' });
    const view = await viewOf(liaison, code);
    const seen = JSON.stringify(view?.entries.filter(({ verb }) => verb !== 'submit'));
    expect(seen).toContain('freed');
    expect(seen).not.toMatch(/accusation|"held"|pungli|uang/);
  });

  it('names no office in a mail to its reporter', async ({ expect }) => {
    const verifier = await addStaff(['verifier'], []);
    const inspector = await addStaff(['inspector'], ['INSPEKTORAT']);
    const { code } = await newCase({ contact: { email: 'warga@example.id' } });
    await held(code);
    await act(verifier, code, 'pass_to_inspectorate', { accused: ['PUPR'] });
    await act(inspector, code, 'answer', { outcome: 'dijelaskan', text: 'Sudah kami periksa.' });
    const { row, post } = await postOf(code);
    const [answered] = await db().select().from(deliveries).where(eq(deliveries.template, 'answered'));
    if (!answered) throw new Error('no notice');
    expect(answered.caseId).toBe(row.id);
    expect(JSON.stringify(await render(post, answered))).not.toMatch(/inspektorat/i);
  });
});

async function postOf(code: string): Promise<{ row: Awaited<ReturnType<typeof caseRow>>; post: Post }> {
  const at = now();
  const post = { env, db: db(), keys: await loadKeys(env), regency: await regencyAt(db(), at), now: at };
  return { row: await caseRow(code), post };
}

describe('an escalation', () => {
  it('reaches those above who do not read the case, nobody accused, and of a secret one says nothing', async ({
    expect,
  }) => {
    const inspector = await addStaff(['inspector'], ['INSPEKTORAT']);
    const verifier = await addStaff(['verifier'], []);
    await addStaff(['leader'], []);
    const open = await newCase();
    const secret = await newCase();
    await held(secret.code);
    await act(verifier, secret.code, 'pass_to_inspectorate', { accused: ['INSPEKTORAT'] });
    const may = (template: string, caseId: number, person = verifier) =>
      objection(db(), {
        id: `${caseId}:1:${template}:staff:${person.id}`,
        caseId,
        template,
        recipient: `staff:${person.id}`,
        values: '{}',
        status: 'pending',
        attempts: 0,
        nextAt: 0,
        reason: null,
        createdAt: 0,
        sentAt: null,
        handedAt: null,
      }).then((problem) => problem === null);
    expect(await may('staff-escalated', open.caseId, inspector)).toBe(true);
    expect(await may('staff-overdue', open.caseId, inspector)).toBe(false);
    expect(await may('staff-escalated', secret.caseId)).toBe(false);
    expect(await may('staff-escalated-berkadar', secret.caseId)).toBe(true);
    expect(await may('staff-escalated-berkadar', secret.caseId, inspector)).toBe(false);
  });
});
