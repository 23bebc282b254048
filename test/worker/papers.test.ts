/** The dossier of a case and the proof for the Ombudsman: who gets them, what stands in them, what is written down. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { storeUpload } from '../../workers/cases/attachments/store.ts';
import { cases } from '../../workers/cases/table.ts';
import { DAY, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { readDisclosures } from '../../workers/privacy/disclosures.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { call } from '../support/api.ts';
import { openDesks } from '../support/desk.ts';
import { jpeg } from '../support/images.ts';
import { readPaper } from '../support/paper.ts';
import { act, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];
let desks: Opened['desks'];

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  ({ people, desks } = await openDesks());
});

const CONTACT = { name: 'Siti Aminah', email: 'siti@example.id', phone: '081234567890' };
const register = async () => (await readDisclosures(openDb(env.DB), await loadKeys(env), null, 50)).lines;

const read = async (answer: Response) => readPaper(await answer.arrayBuffer());

async function disposed() {
  const receipt = await newCase({
    title: 'Jalan berlubang 🙏 di pasar',
    text: `Jalan di depan pasar berlubang besar. ${'Lubangnya dalam sekali dan sudah lama. '.repeat(120)}`,
    contact: CONTACT,
  });
  await act(people.admin, receipt.code, 'dispose', { office: 'PUPR' });
  return receipt;
}

describe('the dossier', () => {
  it('holds what its viewer may see, over as many pages as it takes, with their name', async ({ expect }) => {
    const { code } = await disposed();
    const bytes = new Uint8Array(jpeg({ width: 32, height: 24, pixel: () => [90, 90, 90] }));
    const { id } = await storeUpload(env, openDb(env.DB), now(), bytes);
    await act(people.liaison, code, 'answer', {
      outcome: 'dikerjakan',
      text: 'Sudah ditambal.',
      photos: [id],
    });
    const answer = await desks.liaison.api(`/cases/${code}/dossier`, { reason: 'Rapat koordinasi.' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="berkas-${code}.pdf"`);
    const { text, pictures, pages } = await read(answer);
    expect(pages).toBeGreaterThan(1);
    expect(pictures).toBe(1);
    for (const part of [code, 'Jalan berlubang (?) di pasar', 'Sudah ditambal.', 'Lina Penghubung'])
      expect(text).toContain(part);
    expect(text).toContain('Salinan untuk Lina Penghubung');
    expect(text).toContain(`Halaman 1 dari ${pages}`);
    expect(text).not.toContain('Siti');
    expect(await register()).toMatchObject([
      { actor: `staff:${people.liaison.id}`, kind: 'export', what: 'dossier', reason: 'Rapat koordinasi.' },
    ]);
  });

  it('has no reason, no file: by page the words stay, by API they are named', async ({ expect }) => {
    const { code } = await disposed();
    const refused = await desks.admin.post(`/desk/kasus/${code}/berkas`, { reason: 'ya', identity: '1' });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('>ya</textarea>');
    expect(page).toContain('checked');
    expect((await desks.admin.api(`/cases/${code}/dossier`, {})).status).toBe(422);
    expect(await register()).toEqual([]);
  });

  it('withholds what has not been released, and knows nothing of what is secret', async ({ expect }) => {
    const anonymous = await newCase({ text: 'Saya Kanarina di depan pasar, jalan rusak.', anonymous: true });
    await act(people.admin, anonymous.code, 'release', {
      title: 'Jalan rusak',
      text: 'Di depan pasar, jalan rusak.',
      photos: [],
    });
    await act(people.admin, anonymous.code, 'dispose', { office: 'PUPR' });
    const reason = { reason: 'Untuk rapat.' };
    const office = await read(await desks.liaison.api(`/cases/${anonymous.code}/dossier`, reason));
    expect(office.text).toContain('Di depan pasar, jalan rusak.');
    expect(office.text).not.toContain('Kanarina');
    const identity = { ...reason, identity: true };
    expect((await desks.admin.api(`/cases/${anonymous.code}/dossier`, identity)).status).toBe(403);

    const secret = await newCase({ text: 'Petugas minta uang.', aboutOfficial: true });
    await act(people.admin, secret.code, 'hold', { reason: 'Menuduh petugas.' });
    expect((await desks.admin.api(`/cases/${secret.code}/dossier`, reason)).status).toBe(404);
    expect((await desks.admin.send(`/desk/kasus/${secret.code}/berkas`)).status).toBe(404);
  });
});

describe('the proof for the Ombudsman', () => {
  const proof = (code: string, pin: string) =>
    call(`/complaints/${code}/proof`, { headers: { authorization: `Pin ${pin}` } });

  it('is there once the promise is broken, and says by how much', async ({ expect }) => {
    const { code, pin } = await disposed();
    const early = await proof(code, pin);
    expect(early.status).toBe(409);
    expect(await early.json()).toMatchObject({ detail: expect.stringContaining('belum terlewati') });
    expect((await proof(code, '000000')).status).toBe(404);
    setClock(MONDAY + 40 * DAY);
    const { text, pages } = await read(await proof(code, pin));
    expect(pages).toBeGreaterThan(1);
    expect(text).toContain('belum ada jawaban akhir');
    expect(text).toMatch(/Terlambat \d+ hari kerja/);
    expect(text).toContain('Dinas Pekerjaan Umum');
    expect(text).toContain('Lubangnya dalam sekali');
    expect(text).not.toContain('Andi Admin');
    expect(text).not.toContain('Siti');
  });

  it('stays after an answer that came too late, and is not for one in time', async ({ expect }) => {
    const [inTime, late] = [await disposed(), await disposed()];
    const answer = { outcome: 'dijelaskan', text: 'Sudah kami jelaskan.' };
    await act(people.liaison, inTime.code, 'answer', answer);
    setClock(MONDAY + 40 * DAY);
    await act(people.liaison, late.code, 'answer', answer);
    expect((await proof(inTime.code, inTime.pin)).status).toBe(409);
    const { text } = await read(await proof(late.code, late.pin));
    expect(text).toContain('jawaban akhir atau keputusan baru ada');
  });

  it('waits while the reporter is asked: the promise waits as well', async ({ expect }) => {
    const { code, pin } = await disposed();
    await act(people.liaison, code, 'ask', { question: 'Di sebelah mana pasar?' });
    await openDb(env.DB)
      .update(cases)
      .set({ dueAt: MONDAY - DAY });
    expect((await proof(code, pin)).status).toBe(409);
  });
});
