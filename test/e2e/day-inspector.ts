/** docs/days/pekan-inspektur.md: an accusation that nobody else learns of, and ten closed cases looked at again. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openDay } from './day.ts';
import { useDemoServer } from './demo-server.ts';
import {
  enter,
  everythingReadBy,
  openFromInbox,
  openReport,
  type Receipt,
  statusBecomes,
  submitReport,
  unfold,
} from './people.ts';
import { axeProblems, desktop, phone, shoot } from './support.ts';

const { kanal, browser } = useDemoServer();

const POTHOLE = 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.';
const ACCUSATION = 'Petugas loket minta uang 500 ribu untuk tiap surat keterangan, tanpa kuitansi.';
const RESULT =
  'Sudah kami periksa: pungutan dihentikan dan uangnya dikembalikan pekan ini. Bila terulang, silakan hubungi Inspektorat.';

async function staff(mailbox: string): Promise<{ page: Page; read: () => Promise<string> }> {
  const context = await browser.newContext(desktop);
  const read = everythingReadBy(context);
  const page = await context.newPage();
  await enter(page, kanal.origin, mailbox, '/desk');
  return { page, read };
}

/** The scene before the week: ten reports that are answered and confirmed. */
async function closeTen(citizen: Page, office: Page): Promise<void> {
  const { request } = citizen.context();
  const post = async (url: string, data: object, headers: Record<string, string>, by = request) => {
    const answer = await by.post(url, { data, headers: { 'idempotency-key': randomUUID(), ...headers } });
    if (!answer.ok()) throw new Error(`${url}: ${answer.status()} ${await answer.text()}`);
  };
  const receipts: Receipt[] = [];
  for (let i = 0; i < 10; i++) {
    const form = { key: randomUUID(), kind: 'complaint', text: `${POTHOLE} Lubang nomor ${i + 1}.` };
    const page = await (await request.post(kanal.origin, { multipart: form })).text();
    const slot = (name: string) => new RegExp(`data-slot="${name}">([^<]+)<`).exec(page)?.[1] ?? '';
    receipts.push({ code: slot('code'), pin: slot('pin') });
  }
  for (const { code, pin } of receipts) {
    await statusBecomes(kanal.origin, code, 'assigned');
    const answer = {
      outcome: 'dijelaskan',
      text: `Lubang pada laporan ${code} sudah ditambal.`,
      acceptWarnings: true,
    };
    const desk = `${kanal.origin}/api/v1/desk/cases/${code}/answer`;
    await post(desk, answer, { origin: kanal.origin }, office.context().request);
    const authorization = `Pin ${pin.replace(' ', '')}`;
    await post(`${kanal.origin}/api/v1/complaints/${code}/confirmation`, {}, { authorization });
  }
}

it('is played as docs/days/pekan-inspektur.md tells it', async () => {
  const citizen = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage();
  const [inspector, verifier, admin, accused, leader] = [
    await staff('inspektorat'),
    await staff('verifikator'),
    await staff('admin'),
    await staff('pupr'),
    await staff('pimpinan'),
  ];
  await closeTen(citizen, accused.page);
  const { page } = inspector;
  let receipt: Receipt = { code: '', pin: '' };
  const codes: string[] = [];

  const { step, end } = openDay('pekan-inspektur');
  await step('Warga melaporkan pungutan di loket; Kanal menahannya untuk verifikator.', async () => {
    receipt = await submitReport(citizen, kanal.origin, { text: ACCUSATION });
    await openFromInbox(verifier.page, kanal.origin, receipt.code);
  });
  await step(
    'Verifikator membacanya, mencentang instansi yang dituduh, dan menekan "Teruskan ke Inspektorat".',
    async () => {
      const desk = verifier.page;
      await unfold(desk, 'Instansi yang dituduh');
      await desk.getByLabel('Dinas Pekerjaan Umum dan Penataan Ruang').first().check();
      await desk.getByLabel('Laporan ini menuduh penyelenggara pemerintahan.').check();
      await desk.getByRole('button', { name: 'Teruskan ke Inspektorat' }).click();
      await desk.getByText('Laporan diteruskan ke Inspektorat.').waitFor();
    },
  );
  await step(
    'Inspektur membukanya dari kotak masuk dan mengirim "Beri tanggapan dan langkah berikutnya".',
    async () => {
      await openFromInbox(page, kanal.origin, receipt.code);
      await unfold(page, 'Beri tanggapan dan langkah berikutnya');
      await page.getByLabel('Tanggapan untuk pelapor').fill('Laporan Anda sedang kami periksa.');
      await page.getByLabel('Langkah berikutnya', { exact: true }).fill('Memeriksa buku kas loket');
      await page.getByLabel('Tanggal langkah itu').fill('2099-01-05');
      await page.getByRole('button', { name: 'Kirim tanggapan' }).click();
      await page.getByText('Tanggapan terkirim kepada pelapor.').waitFor();
    },
  );
  const othersFindNothing = async () => {
    for (const other of [admin.page, accused.page, leader.page]) {
      await other.getByRole('link', { name: 'Kotak masuk', exact: true }).click();
      await other.getByLabel(/^Cari/).first().fill(receipt.code);
      await other.getByLabel(/^Cari/).first().press('Enter');
      await other.waitForURL(/cari/);
      expect(await other.getByRole('link', { name: receipt.code }).count()).toBe(0);
      for (const path of [`/desk/kasus/${receipt.code}`, `/api/v1/desk/cases/${receipt.code}`]) {
        expect((await other.request.get(`${kanal.origin}${path}`)).status(), path).toBe(404);
      }
    }
  };
  await step(
    'Admin, instansi yang dituduh, dan pimpinan mencari nomornya; bagi mereka laporan itu tidak ada.',
    othersFindNothing,
  );
  await step('Inspektur mengirim jawaban akhir.', async () => {
    await page.getByLabel('Dijelaskan').check();
    await page.getByLabel('Jawaban untuk pelapor').fill(RESULT);
    await page.getByLabel('Jawaban ini sudah benar').check();
    await page.getByRole('button', { name: 'Kirim jawaban akhir' }).click();
    await page.getByText('Jawaban akhir terkirim.').waitFor();
  });
  await step('Pelapor membaca hasilnya dan menyatakan laporan selesai.', async () => {
    await openReport(citizen, kanal.origin, receipt);
    await citizen.getByRole('region', { name: 'Jawaban akhir' }).getByText(RESULT).waitFor();
    await unfold(citizen, 'Setuju, laporan selesai');
    await citizen.getByRole('button', { name: 'Ya, laporan saya selesai' }).click();
    await citizen.getByText('Terima kasih. Laporan ini selesai.').waitFor();
    await othersFindNothing();
  });
  await step(
    'Inspektur membuka "Audit", memilih periode, dan menekan "Undi laporan" untuk sepuluh laporan.',
    async () => {
      await page.getByRole('link', { name: 'Audit', exact: true }).click();
      expect(await axeProblems(page)).toEqual([]);
      await shoot(page, 'audit');
      await page.getByLabel('Periode penutupan').selectOption({ index: 0 });
      expect(await page.getByLabel('Jumlah laporan').inputValue()).toBe('10');
      await page.getByRole('button', { name: 'Undi laporan' }).click();
      await page.getByText('0 dari 10 diperiksa').waitFor();
      expect(await axeProblems(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      await shoot(page, 'audit-undian-phone');
      await page.setViewportSize({ width: 1280, height: 900 });
      await shoot(page, 'audit-undian');
      codes.push(...(await page.getByRole('link', { name: /^LT-/ }).allTextContents()));
      expect(new Set(codes).size).toBe(10);
      expect(codes).not.toContain(receipt.code);
    },
  );
  const open = async (code: string) => {
    await page.getByRole('link', { name: 'Audit', exact: true }).click();
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('link', { name: code }).click();
    await page.getByRole('heading', { name: 'Tindakan' }).waitFor();
  };
  await step(
    'Ia membuka sembilan laporan satu per satu, mencentang yang terpenuhi, dan menekan "Nyatakan sesuai".',
    async () => {
      for (const [index, code] of codes.slice(0, 9).entries()) {
        await open(code);
        if (index === 0) {
          expect(await axeProblems(page)).toEqual([]);
          await shoot(page, 'audit-laporan');
        }
        await page.getByLabel('Yang ditanyakan atau diminta pelapor sudah dijawab').first().check();
        await page.getByLabel('Selesai dalam janji kepada pelapor').first().check();
        await page.getByLabel('Saya sudah membaca laporan, jawaban, dan riwayatnya.').check();
        await page.getByRole('button', { name: 'Nyatakan sesuai' }).click();
        await page.getByText('Pemeriksaan tercatat').waitFor();
      }
      await page.getByText('9 dari 10 diperiksa').waitFor();
    },
  );
  const faulty = codes[9] ?? '';
  await step(
    'Pada laporan kesepuluh ia menulis temuan dan menekan "Catat temuan dan buka kembali".',
    async () => {
      await open(faulty);
      await unfold(page, 'Ada temuan: buka kembali');
      await page.getByLabel('Temuan', { exact: true }).fill('Tidak ada bukti bahwa lubangnya ditambal.');
      await page.getByLabel('Laporan dibuka kembali, pelapor diberi tahu').check();
      await page.getByRole('button', { name: 'Catat temuan dan buka kembali' }).click();
      await page.getByText('Temuan tercatat.').waitFor();
    },
  );
  await step(
    'Undian menunjukkan "10 dari 10 diperiksa" dengan satu temuan, dan laporan itu terbuka lagi di meja admin.',
    async () => {
      await page.getByRole('row').nth(1).getByText('10 dari 10 diperiksa').waitFor();
      await page.getByRole('row').nth(1).getByRole('link').click();
      await page.getByText('Temuan, dibuka kembali').waitFor();
      await shoot(page, 'audit-selesai');
      await openFromInbox(admin.page, kanal.origin, faulty);
      await admin.page.getByText('Tidak ada bukti bahwa lubangnya ditambal.').first().waitFor();
    },
  );
  end();
  for (const other of [admin, accused, leader])
    expect(await other.read()).not.toMatch(/500 ribu|uangnya dikembalikan/);
}, 240_000);
