/** What the desk must keep apart: words of an anonymous reporter, and accusations. Found in all that a browser received. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useDemoServer } from './demo-server.ts';
import { withoutScripts } from './pages-stage.ts';
import {
  enter,
  everythingReadBy,
  openFromInbox,
  openReport,
  publicStatus,
  type Receipt,
  statusBecomes,
  submitReport,
  unfold,
} from './people.ts';
import { desktop, phone, shoot } from './support.ts';

const { kanal, browser } = useDemoServer();

it('reminds through WhatsApp: the browser leaves for wa.me with the filled text, and the history knows', async () => {
  const { page } = await staff('pupr');
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  const row = page.getByRole('row').filter({ hasText: 'LT-' }).first();
  await row.getByRole('link').first().click();
  const address = page.url();
  // There is no network here: that the browser asks for the address is as far as it goes.
  const asked = page.waitForRequest((request) => request.url().startsWith('https://wa.me/'));
  await page.getByRole('button', { name: 'Ingatkan Contoh Kepala OPD PUPR' }).click({ noWaitAfter: true });
  const link = new URL((await asked).url());
  expect(link.pathname).toBe('/6281200000103');
  expect(link.searchParams.get('text')).toMatch(/^\*Pengingat laporan LT-\S+\*\n\nYth\. Bapak\/Ibu/);
  expect(refused).toEqual([]);
  const after = await page.context().newPage();
  await after.goto(address);
  await after.getByRole('heading', { name: 'Diingatkan lewat WhatsApp' }).waitFor();
  await after.getByText('Kepada: Contoh Kepala OPD PUPR').waitFor();
});

it('gives out a case on paper to who says why', async () => {
  const { page } = await staff('pupr');
  await page.getByRole('row').filter({ hasText: 'LT-' }).first().getByRole('link').first().click();
  await page.getByRole('link', { name: 'Berkas laporan (PDF)' }).click();
  await shoot(page, 'meja-berkas');
  await page.getByLabel('Untuk apa berkas ini?').fill('Rapat koordinasi dengan camat.');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh berkas' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^berkas-LT-[A-Z0-9-]+\.pdf$/);
  const bytes = readFileSync((await file.path()) ?? '');
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

it('lets data out with a reason only, by hand or on paper, and the register tells it', async () => {
  const { page } = await staff('pupr');
  await page.getByRole('link', { name: 'Unduh daftar ini (CSV)' }).click();
  await page.getByLabel('Untuk apa daftar ini diambil?').fill('Bahan rapat bulanan dinas.');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh CSV' }).click();
  const file = await download;
  const text = readFileSync((await file.path()) ?? '', 'utf8');
  expect(text).toMatch(/^\ufeffNomor,Judul,/);
  expect(text.match(/\r\nLT-/g)?.length).toBeGreaterThan(0);
  await page.goto(`${kanal.origin}/desk`);
  await page.getByRole('row').filter({ hasText: 'LT-' }).first().getByRole('link').first().click();
  await page.waitForURL('**/desk/kasus/*');
  const heading = page.getByRole('heading', { level: 1 });
  const sentence = page.getByText('Laporan ini dicetak lewat tautan “Cetak”');
  expect([await heading.isVisible(), await sentence.isVisible()]).toEqual([true, false]);
  await page.emulateMedia({ media: 'print' });
  expect([await heading.isVisible(), await sentence.isVisible()]).toEqual([false, true]);
  expect(await page.locator('main :visible').count()).toBe(1);
  await page.emulateMedia({ media: null });
  await page.getByRole('link', { name: 'Cetak', exact: true }).click();
  await page.getByLabel('Untuk apa laporan ini dicetak?').fill('Dibawa ke lokasi tanpa sinyal.');
  await page.getByRole('button', { name: 'Lanjut ke halaman cetak' }).click();
  await page.getByText('Dicetak oleh').waitFor();
  await page.emulateMedia({ media: 'print' });
  for (const part of ['Isi laporan', 'Riwayat'])
    expect(await page.getByRole('heading', { name: part }).isVisible(), part).toBe(true);
  const { page: admin } = await staff('admin');
  await admin.getByRole('link', { name: 'Pengaturan' }).click();
  await admin.getByRole('link', { name: 'Catatan akses' }).click();
  for (const reason of ['Bahan rapat bulanan dinas.', 'Dibawa ke lokasi tanpa sinyal.'])
    await admin.getByRole('cell', { name: reason }).waitFor();
});

it('answers a line in its list and goes on with the next one, without scripts and by keyboard', async () => {
  const { page } = await staff('pupr');
  await withoutScripts(page, async () => {
    await page.getByRole('link', { name: 'Jawab di sini' }).first().click();
    const code = new URL(page.url()).searchParams.get('jawab') ?? '';
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: code }) });
    await page.getByLabel('Tanggapan untuk pelapor').fill('Petugas memeriksa saluran hari ini.');
    await page.getByRole('button', { name: 'Kirim tanggapan' }).press('Enter');
    // The browser itself asks for what is missing: nothing was sent, nothing is lost.
    await page.getByLabel('Langkah berikutnya').fill('Memeriksa saluran di lokasi.');
    await page
      .getByLabel('Tanggal langkah itu')
      .fill(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
    await page.getByRole('button', { name: 'Kirim tanggapan' }).press('Enter');
    await page.getByRole('status').getByText('Terkirim', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('daftar')).toBe('tugas');
    await page.waitForLoadState();
    const focused = await page.evaluate(() => document.activeElement?.id);
    expect(focused).toBe(new URL(page.url()).hash.slice(1));
    expect(focused).toMatch(/^baris-LT-/);
    expect(focused).not.toBe(`baris-${code}`);
    await row.getByText('Diproses').waitFor();
  });
});

interface Person {
  page: Page;
  /** Every page and API answer this person got. */
  read: () => Promise<string>;
  /** Tries every door to a case, and the lists. @returns the status of its page and of its API twin */
  tries: (code: string) => Promise<[number | undefined, number | undefined]>;
}

async function staff(mailbox: string): Promise<Person> {
  const context = await browser.newContext(desktop);
  const shown = everythingReadBy(context);
  const page = await context.newPage();
  await enter(page, kanal.origin, mailbox, '/desk');
  const fetched: string[] = [];
  const tries = async (code: string): Promise<[number | undefined, number | undefined]> => {
    const doors = [`/desk/kasus/${code}`, `/api/v1/desk/cases/${code}`, `/desk/cari?kode=${code}`];
    const lists = ['/desk?daftar=tugas', '/desk?daftar=semua', '/api/v1/desk/cases'];
    const answers = await Promise.all(
      [...doors, ...lists].map((path) => page.request.get(`${kanal.origin}${path}`)),
    );
    for (const answer of answers) fetched.push(await answer.text());
    return [answers[0]?.status(), answers[1]?.status()];
  };
  return { page, read: async () => [await shown(), ...fetched].join('\n'), tries };
}

async function citizenSends(report: { text: string; anonymous?: boolean }): Promise<[Page, Receipt]> {
  const page = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage();
  return [page, await submitReport(page, kanal.origin, report)];
}

async function answerWithWords({ page }: Person, text: string): Promise<void> {
  await page.getByLabel('Dijelaskan').check();
  await page.getByLabel('Jawaban untuk pelapor').fill(text);
  await page.getByLabel('Jawaban ini sudah benar').check();
  await page.getByRole('button', { name: 'Kirim jawaban akhir' }).click();
  await page.getByText('Jawaban akhir terkirim.').waitFor();
}

async function confirms(page: Page, receipt: Receipt, answer: string): Promise<void> {
  await openReport(page, kanal.origin, receipt);
  await page.getByRole('region', { name: 'Jawaban akhir' }).getByText(answer).waitFor();
  await unfold(page, 'Setuju, laporan selesai');
  await page.getByRole('button', { name: 'Ya, laporan saya selesai' }).click();
  await page.getByText('Terima kasih. Laporan ini selesai.').waitFor();
  expect(await publicStatus(kanal.origin, receipt.code)).toMatchObject({ status: 'resolved' });
}

it('shows the office of an anonymous case only the words that the admin released', async () => {
  const [reporter, receipt] = await citizenSends({
    text: 'Saya Kanarina, istri penjual sayur di depan pasar. Jalan kabupaten berlubang besar, aspalnya rusak.',
    anonymous: true,
  });
  const { code } = receipt;
  const [admin, liaison] = [await staff('admin'), await staff('pupr')];
  await openFromInbox(admin.page, kanal.origin, code);
  expect(await liaison.tries(code)).toEqual([404, 404]);

  const released = 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak.';
  expect(await admin.page.getByRole('button', { name: 'Disposisikan' }).count()).toBe(0);
  expect(await admin.page.getByLabel('Teks untuk OPD').inputValue()).toContain('Kanarina');
  await admin.page.getByLabel('Judul untuk OPD').fill('Jalan berlubang di depan pasar');
  await admin.page.getByLabel('Teks untuk OPD').fill(released);
  await admin.page.getByLabel('Tidak ada lagi yang menunjukkan siapa pelapornya.').check();
  await shoot(admin.page, 'meja-lepaskan');
  await admin.page.getByRole('button', { name: 'Lepaskan untuk OPD' }).click();
  await admin.page.getByText('Teks dan foto sudah dilepas untuk OPD.').waitFor();
  expect(await liaison.tries(code)).toEqual([404, 404]);

  await admin.page.getByLabel('Instansi lain', { exact: true }).selectOption('PUPR');
  const other = admin.page.getByLabel('Instansi lain, pilih di bawah');
  if (await other.isVisible()) await other.check();
  await admin.page.getByRole('button', { name: 'Disposisikan' }).click();
  await admin.page.getByText('Laporan sudah didisposisikan.').waitFor();
  await statusBecomes(kanal.origin, code, 'assigned');

  expect(await liaison.tries(code)).toEqual([200, 200]);
  await openFromInbox(liaison.page, kanal.origin, code);
  await liaison.page.getByRole('paragraph').filter({ hasText: released }).waitFor();
  await shoot(liaison.page, 'meja-anonim-opd');
  await answerWithWords(liaison, 'Penambalan akan masuk pekerjaan pekan depan.');
  await confirms(reporter, receipt, 'Penambalan akan masuk pekerjaan pekan depan.');
  await openFromInboxOf(liaison, code);

  const all = await liaison.read();
  expect(all).toContain(released);
  expect(all).not.toMatch(/Kanarina|penjual sayur/);
  expect(await admin.read()).toContain('Kanarina');
  for (const { page } of [admin, liaison]) await page.context().close();
});

/** The page of a case that may have left the inbox. */
async function openFromInboxOf({ page }: Person, code: string): Promise<void> {
  await page.goto(`${kanal.origin}/desk/kasus/${code}`);
  await page.getByText(code).first().waitFor();
}

it('lets only verifier and Inspektorat know of an accusation, from its arrival to its end', async () => {
  const [reporter, receipt] = await citizenSends({
    text: 'Kepala desa kami minta uang 500 ribu untuk tiap surat keterangan, tanpa kuitansi.',
  });
  const { code } = receipt;
  const [verifier, inspector] = [await staff('verifikator'), await staff('inspektorat')];
  const others = [
    await staff('admin'),
    await staff('pupr'),
    await staff('kec-73-24-02'),
    await staff('pimpinan'),
  ];
  const others404 = async () => {
    for (const person of others) expect(await person.tries(code)).toEqual([404, 404]);
  };

  await openFromInbox(verifier.page, kanal.origin, code);
  await others404();
  expect(await inspector.tries(code)).toEqual([404, 404]);
  expect(await publicStatus(kanal.origin, code)).toMatchObject({ status: 'received' });
  await openFromInboxOf(verifier, code);
  await shoot(verifier.page, 'meja-ditahan');
  await verifier.page.getByLabel('Laporan ini menuduh penyelenggara pemerintahan.').check();
  await verifier.page.getByRole('button', { name: 'Teruskan ke Inspektorat' }).click();
  await verifier.page.getByText('Laporan diteruskan ke Inspektorat.').waitFor();

  await openFromInbox(inspector.page, kanal.origin, code);
  await others404();
  const answer =
    'Sudah kami periksa: pungutan dihentikan dan uangnya dikembalikan pekan ini. Bila terulang, silakan hubungi kami.';
  await answerWithWords(inspector, answer);
  await shoot(inspector.page, 'meja-inspektorat');
  await others404();
  await confirms(reporter, receipt, answer);
  await others404();
  for (const person of others) {
    const all = await person.read();
    expect(all).not.toMatch(/500 ribu|uangnya dikembalikan/);
    await person.page.context().close();
  }
  for (const { page } of [verifier, inspector]) await page.context().close();
});
