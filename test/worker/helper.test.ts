import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { pinOf } from '../../workers/cases/pin.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { staff } from '../../workers/regency/table.ts';
import {
  assistedBody,
  assistedForm,
  BRIBE,
  codeIn,
  handoverIn,
  newestCase,
  POTHOLE,
  pinIn,
  route,
  stranger,
} from '../support/assisted.ts';
import { Desk } from '../support/desk.ts';
import { addStaff, caseRow, loadRegency, MONDAY, setClock } from '../support/worker.ts';

/** Desa Harapan of Kecamatan Malili, and one beside it. */
let own: string;
let other: string;
let kim: Desk;
let id: number;

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  const { results } = await env.DB.prepare(
    `SELECT id FROM regency_rows WHERE kind = 'area' AND json_extract(data, '$.level') = 'desa' ORDER BY id LIMIT 2`,
  ).all<{ id: string }>();
  [own = '', other = ''] = results.map((row) => row.id);
  const person = await addStaff(['helper'], [], 'Kim Pembantu');
  id = person.id;
  await openDb(env.DB)
    .update(staff)
    .set({ areas: JSON.stringify([own]) })
    .where(eq(staff.id, person.id));
  kim = await Desk.of(person);
});

const form = (more = {}) => assistedForm({ area: own, ...more });
const key = () => ({ 'idempotency-key': crypto.randomUUID() });

describe('a KIM helper', () => {
  it('lands on his own page and sees no desk', async ({ expect }) => {
    const home = await kim.send('/desk');
    expect([home.status, home.headers.get('location')]).toEqual([303, '/bantu']);
    const page = await kim.text('/bantu');
    expect(page).toContain('Bantu warga melapor');
    expect(page).not.toContain('Kotak masuk');
    for (const path of ['/desk/terima', '/desk/medsos']) expect((await kim.send(path)).status).toBe(403);
  });

  it('types for his own villages only, on the page and by the API', async ({ expect }) => {
    const page = await kim.text('/bantu');
    expect(page).toContain(`value="${own}" selected`);
    expect(page).not.toContain(`value="${other}"`);
    for (const area of [other, '']) {
      const answer = await kim.post('/bantu', form({ area }));
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('Pilih desa atau kelurahan yang Anda dampingi.');
      const body = assistedBody({ channel: 'kim', area: area || undefined });
      expect((await kim.api('/intake', body, key())).status).toBe(422);
    }
    expect((await kim.api('/intake', assistedBody({ area: own }), key())).status).toBe(403);
    expect(await newestCase()).toBeNull();
  });

  it('may type for every village of a kecamatan that is his', async ({ expect }) => {
    const district = own.slice(0, own.lastIndexOf('.'));
    await openDb(env.DB)
      .update(staff)
      .set({ areas: JSON.stringify([district]) })
      .where(eq(staff.id, id));
    expect((await kim.post('/bantu', form())).status).toBe(201);
  });

  it('sees what he typed until it is sent, and then nothing', async ({ expect }) => {
    const wrong = await kim.post('/bantu', form({ noticeRead: '', text: POTHOLE }));
    expect(await wrong.text()).toContain(POTHOLE);
    const sent = form({ 'contact.name': 'Siti Zubaidah', channel: 'letter', post: '1' });
    const page = await (await kim.post('/bantu', sent)).text();
    const code = codeIn(page);
    expect(await caseRow(code)).toMatchObject({ channel: 'kim', area: own, submittedBy: `staff:${id}` });
    expect(page).not.toContain(POTHOLE);
    await route();
    for (const path of [`/desk/kasus/${code}`, `/api/v1/desk/cases/${code}`])
      expect((await kim.send(path)).status).toBe(404);
    const fresh = await kim.text('/bantu');
    expect(fresh).not.toContain(POTHOLE);
    expect(fresh).not.toContain(code);
    expect((await kim.api('/cases')).status).toBe(403);
    const uploads = new FormData();
    uploads.append('file', new File(['x'], 'a.jpg'));
    const upload = await kim.send('/api/v1/desk/attachments', { method: 'POST', body: uploads });
    expect(upload.status).toBe(403);
  });

  it('never sees the PIN: only the reporter opens it, and the first one was shown to nobody', async ({
    expect,
  }) => {
    const sent = form();
    const page = await (await kim.post('/bantu', sent)).text();
    const code = codeIn(page);
    const keys = await loadKeys(env);
    const [first, second] = [await pinOf(keys, code, 1), await pinOf(keys, code, 2)];
    const spaced = (pin: string) => `${pin.slice(0, 3)} ${pin.slice(3)}`;
    expect(pinIn(page)).toBeNull();
    const shown = await (await stranger(handoverIn(page), { key: crypto.randomUUID() })).text();
    expect(pinIn(shown)).toBe(second);
    const reads = [page, await (await kim.post('/bantu', sent)).text(), await kim.text('/bantu')].join();
    for (const pin of [first, second]) expect(reads).not.toContain(spaced(pin));
    expect(reads).toContain('Laporan ini sudah terkirim');
    // The PIN of the reporter opens the report; that of the first receipt never did.
    const enter = (pin: string) => stranger('/lacak', { kode: code, pin });
    expect((await enter(second)).status).toBe(303);
    expect((await enter(first)).status).toBe(404);
    const json = (await (
      await kim.api('/intake', assistedBody({ channel: 'kim', area: own }), key())
    ).json()) as { pin: null; handover: { url: string } };
    expect(json.pin).toBeNull();
    expect(json.handover.url).toContain('/lacak/serah/');
  });

  it('has the way to a PIN mailed to a reporter with an e-mail address', async ({ expect }) => {
    const mailing = { ...env, MAIL_WAY: 'smtp', ORIGIN: 'http://kanal.test' } as Env;
    const page = await kim.post('/bantu', form({ 'contact.email': 'siti@example.id' }), mailing);
    expect(await page.text()).toContain('e-mail pelapor');
    const { results } = await env.DB.prepare(
      'SELECT recipient, "values" FROM deliveries WHERE template = \'pin-reset\'',
    ).all();
    expect(results).toEqual([{ recipient: 'reporter', values: '{}' }]);
  });

  it('hands the phone over for an accusation, and his name is not on it', async ({ expect }) => {
    for (const accusing of [form({ text: BRIBE }), form({ aboutOfficial: '1', insisted: '1' })]) {
      const answer = await kim.post('/bantu', accusing);
      const page = await answer.text();
      expect(answer.status).toBe(422);
      expect(page).toContain('Perangkat ini sekarang di tangan Anda');
      expect(page).not.toContain('Kim Pembantu');
      expect(page).not.toContain('<script');
      expect(page).toContain(`value="${own}" selected`);
    }
    const body = assistedBody({ channel: 'kim', area: own, text: BRIBE, insisted: true });
    expect((await kim.api('/intake', body, key())).status).toBe(422);
    expect(await newestCase()).toBeNull();
    const sent = await stranger('/', { key: crypto.randomUUID(), kind: 'complaint', text: BRIBE, area: own });
    expect(sent.status).toBe(201);
    expect((await newestCase())?.submittedBy).toBe('public');
  });
});
