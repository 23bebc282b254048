/** Somebody accused looks for the case against them: an administrator, an office, whoever reads along. */
import { createMessageBatch } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { cases } from '../../workers/cases/table.ts';
import { readView } from '../../workers/cases/view.ts';
import { consume, type Hint } from '../../workers/features/queue.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { Desk } from '../support/desk.ts';
import { held } from '../support/journeys.ts';
import { act, addStaff, caseRow, loadRegency, newCase } from '../support/worker.ts';

beforeEach(() => loadRegency());

const db = () => openDb(env.DB);

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
    const keys = await loadKeys(env);
    expect(await readView(db(), keys, admin, plain.code)).not.toBeNull();
    expect(await readView(db(), keys, admin, ticked.code)).toBeNull();
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
    const keys = await loadKeys(env);
    for (const person of others) expect(await readView(db(), keys, person, code)).toBeNull();
    expect(await readView(db(), keys, verifier, code)).not.toBeNull();
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
    expect(await readView(db(), await loadKeys(env), admin, code)).toBeNull();
    const [row] = await db().select({ closedAt: cases.closedAt }).from(cases).where(eq(cases.id, caseId));
    expect(row?.closedAt).not.toBeNull();
  });
});
