/** Files and paper: looking is reading; what leaves is written down with a reason before it does. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { storeUpload } from '../../workers/cases/attachments/store.ts';
import { uploads } from '../../workers/cases/table.ts';
import { createApiKey } from '../../workers/features/staff/accounts.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { readDisclosures } from '../../workers/privacy/disclosures.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { documented, fillForm, openDesks } from '../support/desk.ts';
import { jpeg } from '../support/images.ts';
import { act, caseRow, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];
let desks: Opened['desks'];
let code: string;
let id: string;

const photo = () => new Uint8Array(jpeg({ width: 8, height: 8, pixel: () => [1, 2, 3] }));

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  ({ people, desks } = await openDesks());
  ({ id } = await storeUpload(env, openDb(env.DB), now(), photo()));
  ({ code } = await newCase({ attachments: [id], contact: { name: 'Siti', email: 'siti@example.id' } }));
  await act(people.admin, code, 'dispose', { office: 'PUPR' });
});

const register = async () => (await readDisclosures(openDb(env.DB), await loadKeys(env), null, 50)).lines;
const pdf = () => openDb(env.DB).update(uploads).set({ kind: 'pdf' });
const REASON = 'Untuk tim lapangan.';

describe('a file of a case', () => {
  it('is looked at in the page, and taken away with a reason', async ({ expect }) => {
    const looked = await desks.liaison.send(`/desk/kasus/${code}/lampiran/${id}`);
    expect(looked.headers.get('content-disposition')).toMatch(/^inline/);
    const picture = await looked.arrayBuffer();
    const address = `/desk/kasus/${code}/lampiran/${id}/unduh`;
    expect(await desks.liaison.text(`/desk/kasus/${code}`)).toContain(`href="${address}"`);
    expect(await desks.liaison.text(address)).toContain('Untuk apa lampiran ini diunduh?');
    expect((await desks.liaison.post(address, { reason: ' ya ' })).status).toBe(422);
    expect(await register()).toEqual([]);
    const taken = await desks.liaison.post(address, { reason: REASON });
    expect(taken.headers.get('content-disposition')).toMatch(/^attachment; filename="lampiran/);
    expect(await taken.arrayBuffer()).toEqual(picture);
    expect(await register()).toMatchObject([
      {
        actor: `staff:${people.liaison.id}`,
        kind: 'download',
        subject: `case:${(await caseRow(code)).id}`,
        what: `attachment:${id}`,
        reason: REASON,
      },
    ]);
  });

  it('is not given when it cannot be written down', async ({ expect }) => {
    await env.DB.prepare(
      "CREATE TRIGGER broken BEFORE INSERT ON disclosures BEGIN SELECT RAISE(ABORT, 'full'); END",
    ).run();
    const answer = await desks.liaison.post(`/desk/kasus/${code}/lampiran/${id}/unduh`, { reason: REASON });
    expect(answer.status).toBeGreaterThanOrEqual(500);
    const paper = await desks.liaison.post(`/desk/kasus/${code}/cetak`, { reason: REASON });
    expect(paper.status).toBeGreaterThanOrEqual(500);
    await env.DB.prepare('DROP TRIGGER broken').run();
  });

  it('that is a PDF is only ever taken away, by page and by API', async ({ expect }) => {
    await pdf();
    const led = await desks.liaison.send(`/desk/kasus/${code}/lampiran/${id}`);
    expect([led.status, led.headers.get('location')]).toEqual([
      303,
      `/desk/kasus/${code}/lampiran/${id}/unduh`,
    ]);
    const refused = await desks.liaison.api(`/cases/${code}/attachments/${id}`);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('reason') });
    expect((await desks.liaison.api(`/cases/${code}/attachments/${id}`, {})).status).toBe(422);
    const taken = await desks.liaison.api(`/cases/${code}/attachments/${id}`, { reason: REASON });
    expect(taken.headers.get('content-disposition')).toBe('attachment; filename="lampiran.pdf"');
    await taken.arrayBuffer();
    expect(await register()).toMatchObject([{ kind: 'download', reason: REASON }]);
  });

  it('goes to a program with a key only with a reason, under its number', async ({ expect }) => {
    const db = openDb(env.DB);
    const wanted = { name: 'Aplikasi', scopes: ['desk' as const], staffId: people.liaison.id };
    const { id: keyId, token } = await createApiKey(db, await loadKeys(env), wanted, people.admin.id);
    const headers = { authorization: `Bearer ${token}` };
    const path = `/api/v1/desk/cases/${code}/attachments/${id}`;
    expect((await desks.liaison.send(path, { headers })).status).toBe(403);
    const body = JSON.stringify({ reason: REASON });
    const taken = await desks.liaison.send(path, {
      ...{ method: 'POST', body },
      headers: { ...headers, 'content-type': 'application/json' },
    });
    expect(taken.status).toBe(200);
    await taken.arrayBuffer();
    expect(await register()).toMatchObject([{ actor: `key:${keyId}`, kind: 'download' }]);
    // Nobody sits at a program who could say again that it is them.
    for (const [call, input] of [
      [`cases/${code}/reveal`, { reason: REASON }],
      [`cases/${code}/dossier`, { reason: REASON, identity: true }],
      ['export', { list: 'tugas', reason: REASON }],
    ] as const) {
      const refused = await desks.liaison.send(`/api/v1/desk/${call}`, {
        ...{ method: 'POST', body: JSON.stringify(input) },
        headers: { ...headers, 'content-type': 'application/json' },
      });
      expect([call, refused.status]).toEqual([call, 403]);
    }
    expect(await register()).toHaveLength(1);
    expect((await documented()).find('POST', path)).toBeDefined();
  });

  it('is there for nobody who may not know of the case or of the file', async ({ expect }) => {
    const anonymous = await newCase({ attachments: [], anonymous: true });
    const other = await storeUpload(env, openDb(env.DB), now(), photo());
    for (const path of [
      `/desk/kasus/${anonymous.code}/cetak`,
      `/desk/kasus/${code}/lampiran/${other.id}/unduh`,
    ]) {
      expect((await desks.liaison.send(path)).status, path).toBe(404);
      expect((await desks.liaison.post(path, { reason: REASON })).status, path).toBe(404);
    }
    expect(await register()).toEqual([]);
  });
});

describe('a case on paper', () => {
  it('is asked why, written down, and carries who printed it but no identity', async ({ expect }) => {
    expect((await desks.liaison.post(`/desk/kasus/${code}/cetak`, { reason: '' })).status).toBe(422);
    const answer = await desks.liaison.post(`/desk/kasus/${code}/cetak`, { reason: REASON });
    const paper = await answer.text();
    for (const words of ['Jalan di depan pasar', 'Dicetak oleh Lina Penghubung', 'Didisposisikan'])
      expect(paper).toContain(words);
    expect(paper).not.toContain('siti@example.id');
    expect(await register()).toMatchObject([{ kind: 'print', what: 'case', reason: REASON }]);
  });
});

describe('the page of a case', () => {
  it('tells those who watch over it who was shown what, and nobody else', async ({ expect }) => {
    await desks.liaison.post(`/desk/kasus/${code}/cetak`, { reason: REASON });
    await fillForm(desks.liaison, code, 'reveal', { reason: 'Menanyakan letak lubang.' });
    const page = await desks.admin.text(`/desk/kasus/${code}`);
    const part = page.slice(page.indexOf('Siapa membuka datanya'));
    for (const words of ['Identitas pelapor', 'Halaman laporan', 'Lina Penghubung', REASON])
      expect(part).toContain(words);
    expect(await desks.liaison.text(`/desk/kasus/${code}`)).not.toContain('Siapa membuka datanya');
  });
});
