/** /lacak/laporan: what a reporter reads and does, without JavaScript. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, test } from 'vitest';
import { pinOf } from '../../workers/cases/pin.ts';
import { attachments, contacts, uploads } from '../../workers/cases/table.ts';
import { DAY, MINUTE, shiftClock } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { png } from '../support/images.ts';
import { held } from '../support/journeys.ts';
import { Browser, hiddenFields, textOf } from '../support/reporter.ts';
import { act, addStaff, caseRow, loadRegency, newCase } from '../support/worker.ts';

beforeEach(() => loadRegency());

const photo = (width = 4) =>
  new File([new Uint8Array(png(width, 3))], 'rumah-saya.png', { type: 'image/png' });
const db = () => openDb(env.DB);
const filesOf = (caseId: number) => db().select().from(attachments).where(eq(attachments.caseId, caseId));

/** An ordinary case with PUPR, and its reporter's browser. */
async function disposed(body: Parameters<typeof newCase>[0] = {}) {
  const admin = await addStaff(['admin']);
  const liaison = await addStaff(['liaison'], ['PUPR']);
  const receipt = await newCase(body);
  const { code } = receipt;
  if (body.anonymous) {
    await act(admin, code, 'release', { title: 'Jalan', text: 'Jalan berlubang.', photos: [] });
  }
  await act(admin, code, 'dispose', { office: 'PUPR', note: 'catatan antar kantor' });
  const browser = new Browser();
  await browser.open(code, receipt.pin);
  const page = () => browser.get('/lacak/laporan');
  /** Opens the page, fills one of its forms, and goes where the answer leads. */
  const fill = async (name: string, fields: Record<string, string | Blob> = {}) => {
    const answer = await browser.send(await page(), `/lacak/laporan/${name}`, fields);
    return answer.status === 303 ? browser.get(answer.to) : answer;
  };
  return { ...receipt, admin, liaison, browser, page, fill };
}

async function answered(body: Parameters<typeof newCase>[0] = {}) {
  const one = await disposed(body);
  await act(one.liaison, one.code, 'answer', {
    outcome: 'dijelaskan',
    text: 'Lubang itu sudah kami tambal.',
  });
  return one;
}

test('the way is told with holder, promise and answer, and nothing of the desk', async ({ expect }) => {
  const { code, liaison, page } = await disposed({ title: 'Jalan pasar', place: 'Depan pasar' });
  const next = { text: 'Sudah kami tinjau.', nextStep: 'Menambal lubang', date: '2099-01-05' };
  await act(liaison, code, 'follow_up', next);
  const text = textOf((await page()).html);
  expect(text).toContain('Jalan pasar');
  expect(text).toMatch(/Sekarang di [^.]*Pekerjaan Umum[^.]*, sejak \w+, \d+ \w+ \d{4}/);
  expect(text).toMatch(/Berpindah instansi Tidak/);
  expect(text).toMatch(/\(17 hari kerja lagi\)/);
  expect(text).toMatch(/Menambal lubang Paling lambat: Senin, 5 Januari 2099/);
  expect(text).not.toContain('catatan antar kantor');
  expect(text).not.toContain('Setuju, laporan selesai');
});

describe('after the answer', () => {
  test('the reporter agrees and rates by the four labels', async ({ expect }) => {
    const { code, page, fill } = await answered();
    const before = textOf((await page()).html);
    expect(before).toContain('Dijelaskan Lubang itu sudah kami tambal.');
    expect(before).toMatch(/Tanpa kabar dari Anda, laporan dianggap selesai sesudah \w+, \d+ \w+ \d{4}/);
    expect(textOf((await fill('setuju')).html)).toContain('Terima kasih. Laporan ini selesai.');
    expect((await caseRow(code)).state).toBe('resolved');
    const none = await fill('nilai');
    expect(none.status).toBe(422);
    expect(textOf(none.html)).toContain('Penilaian: Pilih salah satu.');
    for (const label of ['Sangat baik', 'Baik', 'Kurang baik', 'Tidak baik'])
      expect(none.html).toContain(`>${label}</label>`);
    const rated = await fill('nilai', { score: '3', text: 'Cepat juga.' });
    expect(textOf(rated.html)).toContain('Penilaian Anda: Baik.');
    expect((await caseRow(code)).rating).toBe(3);
  });

  test('the reporter objects with a reason, while there is time', async ({ expect }) => {
    const { code, fill, page, browser, pin } = await answered();
    const short = await fill('keberatan', { reason: 'no' });
    expect(short.status).toBe(422);
    expect(short.html).toMatch(/<textarea[^>]*id="keberatan-reason"[^>]*>no<\/textarea>/);
    expect(short.html).toMatch(/<details class="confirm" open="" id="keberatan">/);
    const done = textOf((await fill('keberatan', { reason: 'Lubangnya masih ada.' })).html);
    expect(done).toContain('Keberatan Anda sudah kami catat');
    expect(done).toContain('Sekarang di Tim verifikasi');
    expect((await caseRow(code)).state).toBe('reopened');

    const late = await answered();
    shiftClock(60 * DAY);
    await late.browser.open(late.code, late.pin);
    const over = textOf((await late.page()).html);
    expect(over).toContain('Batas waktu keberatan sudah lewat');
    expect(over).not.toContain('Kirim keberatan');
    const forced = { key: crypto.randomUUID(), seen: '3', reason: 'Tetap belum sesuai.' };
    const refused = await late.browser.post('/lacak/laporan/keberatan', forced);
    expect(refused.status).toBe(409);
    expect(textOf(refused.html)).toMatch(
      /Batas waktu keberatan .* lewat.*belum terkirim: Tetap belum sesuai/,
    );
    await browser.open(code, pin);
    expect((await page()).status).toBe(200);
  });
});

test('a question is shown with its form; the answer and a photo let the clocks run on', async ({
  expect,
}) => {
  const { code, caseId, liaison, page, fill } = await disposed();
  await act(liaison, code, 'ask', { question: 'Di sebelah mana pasar itu?' });
  const text = textOf((await page()).html);
  expect(text).toMatch(/Mohon lengkapi laporan Anda Di sebelah mana pasar itu\? Mohon dijawab paling lambat/);
  expect(text).toContain('waktunya berhenti sampai laporan dilengkapi');
  const done = await fill('kelengkapan', { text: 'Sebelah timur.', file: photo() });
  expect(textOf(done.html)).toContain('penanganannya berjalan lagi');
  expect((await caseRow(code)).state).toBe('disposed');
  expect(await filesOf(caseId)).toHaveLength(1);
});

describe('adding something', () => {
  test('takes photos one at a time, and leaves out what is unticked', async ({ expect }) => {
    const { caseId, browser, page } = await disposed();
    const path = '/lacak/laporan/tambahan';
    let shown = await browser.send(await page(), path, { text: 'Ini fotonya.', file: photo(4), tambah: '1' });
    expect(shown.status).toBe(200);
    expect(shown.html).toContain('>Ini fotonya.</textarea>');
    const first = hiddenFields(shown.html, path).stored;
    expect(first).toMatch(/^[0-9a-f]{32}\.png\.\d+$/);
    shown = await browser.send(shown, path, {
      text: 'Ini fotonya.',
      stored: undefined,
      file: photo(5),
      tambah: '1',
    });
    expect(hiddenFields(shown.html, path).stored).not.toBe(first);
    const sent = await browser.send(shown, path, { text: 'Ini fotonya.', file: photo(6) });
    expect([sent.status, sent.to]).toEqual([303, '/lacak/laporan?selesai=tambahan#kabar']);
    const files = await filesOf(caseId);
    expect(files).toHaveLength(2);
    expect(files.map((file) => file.uploadId)).not.toContain(first?.slice(0, 32));
    const text = textOf((await browser.get(sent.to)).html);
    expect(text).toMatch(/foto 1 \(1 KB\) foto 2 \(1 KB\)/);
  });

  test('counts once however often it is sent, and again after it was edited', async ({ expect }) => {
    const { browser, page, caseId } = await disposed();
    const path = '/lacak/laporan/tambahan';
    const form = await page();
    for (let i = 0; i < 3; i++) {
      const sent = await browser.send(form, path, { text: 'Masih berlubang.', file: photo() });
      expect(sent.status).toBe(303);
    }
    expect(await filesOf(caseId)).toHaveLength(1);
    const edited = await browser.send(form, path, { text: 'Masih berlubang, dua.' });
    expect(edited.status).toBe(409);
    expect(textOf(edited.html)).toContain('sudah pernah terkirim');
    expect(edited.html).toContain('>Masih berlubang, dua.</textarea>');
    expect((await browser.send(edited, path, { text: 'Masih berlubang, dua.' })).status).toBe(303);
  });

  test('keeps words and photo when something is refused', async ({ expect }) => {
    const { browser, page } = await disposed();
    const path = '/lacak/laporan/tambahan';
    const short = await browser.send(await page(), path, { text: 'ya', file: photo() });
    expect(short.status).toBe(422);
    expect(hiddenFields(short.html, path).stored).toMatch(/\.png\./);
    const bad = new File(['bukan foto'], 'x.png', { type: 'image/png' });
    const damaged = await browser.send(short, path, { text: 'Cukup panjang.', file: bad });
    expect(damaged.status).toBe(422);
    expect(textOf(damaged.html)).toContain('Foto atau PDF: Berkas ini bukan foto');
    expect(damaged.html).toContain('>Cukup panjang.</textarea>');
    expect((await browser.send(damaged, path, { text: 'Cukup panjang.' })).status).toBe(303);
  });

  test('waits when there is news that the page had not shown', async ({ expect }) => {
    const { code, liaison, browser, page } = await disposed();
    const form = await page();
    await act(liaison, code, 'note', { text: 'Hanya untuk kantor.' });
    const path = '/lacak/laporan/tambahan';
    expect((await browser.send(form, path, { text: 'Catatan kantor tidak mengganggu.' })).status).toBe(303);
    const old = await page();
    await act(liaison, code, 'answer', { outcome: 'dijelaskan', text: 'Lubang sudah ditambal.' });
    const stale = await browser.send(old, '/lacak/laporan/cabut', { reason: 'Terlalu lama.' });
    expect(stale.status).toBe(409);
    expect(textOf(stale.html)).toContain('Ada kabar baru');
    expect(stale.html).toContain('>Terlalu lama.</textarea>');
    expect((await caseRow(code)).state).toBe('answered');
    const again = await browser.send(stale, '/lacak/laporan/cabut', { reason: 'Terlalu lama.' });
    expect(again.status).toBe(303);
    expect((await caseRow(code)).state).toBe('archived');
  });
});

test('what was typed while the session ended is there again after the PIN', async ({ expect }) => {
  const { code, pin, browser, page } = await disposed();
  const form = await page();
  shiftClock(31 * MINUTE);
  const words = 'Panjang sekali,\r\nsampai "lewat" waktunya.';
  const late = await browser.send(form, '/lacak/laporan/tambahan', { text: words });
  expect(late.status).toBe(401);
  expect(textOf(late.html)).toContain('tulisan Anda tersimpan di halaman ini');
  const back = await browser.send(late, '/lacak', { kode: code, pin });
  expect(back.status).toBe(200);
  expect(back.html).toContain('>Panjang sekali,\nsampai &quot;lewat&quot; waktunya.</textarea>');
  expect((await browser.send(back, '/lacak/laporan/tambahan', { text: words })).status).toBe(303);
});

test('the contact is changed or erased, each after it was said what it means', async ({ expect }) => {
  const { caseId, fill, page } = await disposed({ contact: { email: 'warga@example.id', name: 'Siti' } });
  const contact = () => db().select().from(contacts).where(eq(contacts.caseId, caseId));
  const before = (await page()).html;
  expect(before).not.toMatch(/warga@|Siti/);
  expect(textOf(before)).toContain('PIN yang hilang tidak dapat diganti; laporan tetap ditangani');
  const [old] = await contact();
  const empty = await fill('kontak', { 'contact.name': 'Siti' });
  expect(empty.status).toBe(422);
  expect(await contact()).toEqual([old]);
  const wrong = await fill('kontak', { 'contact.email': 'bukan surat' });
  expect(textOf(wrong.html)).toContain('E-mail: Alamat e-mail tidak benar.');
  expect(wrong.html).toContain('value="bukan surat"');
  expect(textOf((await fill('kontak', { 'contact.email': 'baru@example.id' })).html)).toContain(
    'Kontak sudah diganti',
  );
  const [changed] = await contact();
  expect(changed?.emailIndex).not.toBe(old?.emailIndex);
  expect(changed?.name).toBeNull();
  const erased = await fill('hapus-kontak');
  expect(textOf(erased.html)).toContain('Kami tidak menyimpan e-mail Anda');
  expect(await contact()).toEqual([]);
});

test('an anonymous reporter can do all of it', async ({ expect }) => {
  const { code, liaison, fill, page } = await answered({ anonymous: true });
  expect(textOf((await page()).html)).toContain('Pengaduan, anonim');
  await fill('tambahan', { text: 'Tambahan dari saya.', file: photo() });
  await fill('nilai', { score: '2' });
  await fill('keberatan', { reason: 'Masih berlubang.' });
  expect(await caseRow(code)).toMatchObject({ state: 'reopened', rating: 2 });
  const other = await addStaff(['admin']);
  await act(other, code, 'dispose', { office: 'PUPR' });
  await act(liaison, code, 'ask', { question: 'Bagian mana?' });
  await fill('kelengkapan', { text: 'Bagian tepi.' });
  await fill('kontak', { 'contact.phone': '081234567890' });
  await fill('hapus-kontak');
  expect(textOf((await fill('cabut')).html)).toContain('Laporan sudah Anda cabut');
  expect((await caseRow(code)).state).toBe('archived');
});

test("only this report's files are served", async ({ expect }) => {
  const mine = await disposed();
  const theirs = await disposed();
  await mine.fill('tambahan', { text: 'Foto saya.', file: photo() });
  const [file] = await filesOf(mine.caseId);
  const path = `/lacak/laporan/lampiran/${file?.uploadId}`;
  const served = await mine.browser.get(path);
  expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(served.headers.get('cache-control')).toContain('no-store');
  expect((await theirs.browser.get(path)).status).toBe(404);
  expect((await new Browser().get(path)).status).toBe(401);
  // Nor can somebody else's upload be taken into a report.
  const [row] = await db().select().from(uploads);
  const stolen = await theirs.fill('tambahan', { text: 'Bukan foto saya.', stored: `${row?.id}.png.100` });
  expect(stolen.status).toBe(422);
  expect(await filesOf(theirs.caseId)).toEqual([]);
});

test('a held report looks like any that waits for verification', async ({ expect }) => {
  const waiting = (await newCase({ aboutOfficial: true })).code;
  const accused = await held();
  const pages = await Promise.all(
    [waiting, accused].map(async (code) => {
      const pin = await pinOf(await loadKeys(env), code, 1);
      const page = await new Browser().open(code, pin);
      return page.html.replaceAll(code, 'CODE').replaceAll(/value="[0-9a-f-]{36}"/g, '');
    }),
  );
  expect((await caseRow(accused)).state).toBe('held');
  expect(pages[0]).toContain('Belum terverifikasi');
  expect(pages[1]?.replaceAll(/\d\d\.\d\d WITA|T[\d:]+\+08:00/g, '')).toBe(
    pages[0]?.replaceAll(/\d\d\.\d\d WITA|T[\d:]+\+08:00/g, ''),
  );
});
