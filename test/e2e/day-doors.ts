/** The other doors as docs/days tells them: a letter at the counter, a villager beside KIM, a post that becomes a case. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openDay } from './day.ts';
import { useDemoServer } from './demo-server.ts';
import { enter, everythingReadBy, openReport, type Receipt, signIn, within } from './people.ts';
import { desktop, phone, shoot } from './support.ts';

const { kanal, browser } = useDemoServer();

const button = (page: Page, name: string) => page.getByRole('button', { name }).click();
const link = (page: Page, name: string) => page.getByRole('link', { name }).click();
const read = (page: Page) => page.getByLabel('Sudah dibacakan atau diberikan kepada pelapor').check();

const wordsOf = async (page: Page, part: 'main' | 'body') =>
  ((await page.locator(part).textContent()) ?? '').replace(/\s/g, ' ');

/** What stands on a receipt; the PIN is empty where it is not shown. */
async function receiptOn(page: Page): Promise<Receipt> {
  const words = await wordsOf(page, 'main');
  const [, code = ''] = /Nomor laporan\s*([A-Z]{2}-\w{4}-[A-Z\d]{4})/.exec(words) ?? [];
  const [, pin = ''] = /PIN\s*(\d{3} \d{3})/.exec(words) ?? [];
  return { code, pin };
}

/** Width and height of the pages as they would be printed, in millimetres. */
async function printed(page: Page, name: string): Promise<number[][]> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const folder = process.env.KANAL_SHOTS;
  if (folder) writeFileSync(join(folder, `${name}.pdf`), pdf);
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)];
  return boxes.map((box) => [box[1], box[2]].map((points) => Math.round((Number(points) / 72) * 25.4)));
}

it('a day at the counter, with KIM, and on social media', async () => {
  const day = openDay('loket-dan-medsos');
  const officer = await (await browser.newContext(desktop)).newPage();
  await enter(officer, kanal.origin, 'pupr', '/desk');

  await day.step(
    'Petugas loket membuka "Terima laporan", memilih "Surat", menulis nomor dan tanggal surat, lalu mengetik isinya.',
    async () => {
      await link(officer, 'Terima laporan');
      await officer.getByLabel('Cara laporan datang').selectOption({ label: 'Surat' });
      await officer.getByText('Surat: nomor dan tanggal').click();
      await officer.getByLabel('Nomor surat').fill('005/12/XI/2026');
      await officer.getByLabel('Tanggal surat').fill('2026-11-23');
      await officer.getByLabel('Pengaduan').check();
      await officer.getByLabel('Ceritakan').fill('Jembatan kayu ke dusun kami lapuk dan berbahaya dilewati.');
    },
  );
  await day.step(
    'Ia membacakan pemberitahuan data pribadi, mencentang "Sudah dibacakan atau diberikan kepada pelapor", dan menekan "Kirim laporan".',
    async () => {
      await read(officer);
      await button(officer, 'Kirim laporan');
      await officer.getByRole('heading', { name: 'Laporan diterima' }).waitFor();
    },
  );
  let receipt: Receipt = { code: '', pin: '' };
  await day.step(
    'Ia memilih kertas "Rol 80 mm", mencetak tanda terima, dan menyerahkannya kepada pelapor bersama PIN-nya.',
    async () => {
      receipt = await receiptOn(officer);
      expect(receipt.pin).toMatch(/^\d{3} \d{3}$/);
      expect(officer.url()).toBe(`${kanal.origin}/desk/terima`);
      expect(await printed(officer, 'tanda-a4')).toEqual([[210, 297]]);
      await officer.getByLabel('Rol 58 mm').check();
      expect((await printed(officer, 'tanda-58')).map(([width]) => width)).toEqual([58]);
      await officer.getByLabel('Rol 80 mm').check();
      expect((await printed(officer, 'tanda-80')).map(([width]) => width)).toEqual([80]);
      await officer.emulateMedia({ media: 'print' });
      await shoot(officer, 'tanda-cetak');
      expect(await officer.getByText('lapor.go.id, SMS 1708').first().isVisible()).toBe(true);
      expect(await officer.getByRole('button', { name: 'Cetak tanda terima' }).isVisible()).toBe(false);
      await officer.emulateMedia({ media: null });
      const reporter = await (await browser.newContext(phone)).newPage();
      await openReport(reporter, kanal.origin, receipt);
      expect(await wordsOf(reporter, 'main')).toContain('Jembatan kayu');
      await reporter.context().close();
    },
  );
  await day.step(
    'Ia menekan "Terima laporan berikutnya"; "Surat" dan kertasnya masih terpilih.',
    async () => {
      await button(officer, 'Terima laporan berikutnya');
      expect(await officer.getByLabel('Cara laporan datang').inputValue()).toBe('letter');
      expect(new URL(officer.url()).searchParams.get('kertas')).toBe('80');
      expect(await officer.getByLabel('Ceritakan').inputValue()).toBe('');
      // Going back finds an empty form, not the letter of the last person, and no PIN in an address.
      expect(officer.url()).not.toContain(receipt.pin.replace(' ', ''));
    },
  );

  const context = await browser.newContext(phone);
  const kim = await context.newPage();
  await kim.goto(`${kanal.origin}/masuk`);
  const readByKim = everythingReadBy(context);
  let villager: Receipt = { code: '', pin: '' };
  const text = 'Sumur bor dusun kami kering sejak bulan lalu, warga mengambil air di sungai.';
  await day.step(
    'KIM masuk, mengetik laporan warga di "Bantu warga", dan mengirimnya; PIN tidak tampil baginya.',
    async () => {
      await signIn(kim, kanal.origin, 'kim');
      await kim.getByRole('heading', { name: 'Bantu warga melapor' }).waitFor();
      await kim.getByLabel('Pengaduan').check();
      await kim.getByLabel('Ceritakan').fill(text);
      await read(kim);
      await button(kim, 'Kirim laporan');
      await kim.getByRole('heading', { name: 'PIN untuk pelapor' }).waitFor();
      expect((await receiptOn(kim)).pin).toBe('');
      expect(await readByKim()).not.toMatch(/class="mono">\d{3}/);
    },
  );
  await day.step(
    'Warga tidak membawa HP, jadi KIM menekan "Serahkan perangkat kepada pelapor" dan memberikan ponselnya.',
    async () => {
      await link(kim, 'Serahkan perangkat kepada pelapor');
      await kim.getByText('serahkan dulu kepada pelapor').waitFor();
    },
  );
  await day.step(
    'Warga menekan "Saya pelapor, tampilkan PIN", mencatatnya, lalu "Sudah saya catat, hapus dari layar".',
    async () => {
      await button(kim, 'Saya pelapor, tampilkan PIN');
      villager = await receiptOn(kim);
      await shoot(kim, 'pin-warga');
      await button(kim, 'Sudah saya catat, hapus dari layar');
      await kim.getByRole('heading', { name: 'PIN sudah dihapus dari layar' }).waitFor();
      const own = await (await browser.newContext(phone)).newPage();
      await openReport(own, kanal.origin, villager);
      expect(await wordsOf(own, 'main')).toContain('Sumur bor');
      await own.context().close();
    },
  );
  await day.step(
    'KIM menerima ponselnya kembali: laporan dan PIN warga tidak dapat ia buka lagi.',
    async () => {
      const seen = () => wordsOf(kim, 'body');
      // "Back" leads to the page of the PIN; the browser may ask to send it again, and gets nothing.
      await kim.goBack().catch(() => null);
      await kim.reload().catch(() => null);
      expect(await seen()).not.toContain(villager.pin);
      await kim.goto(`${kanal.origin}/desk/kasus/${villager.code}`);
      expect(await seen()).not.toContain('Sumur bor');
      await kim.goto(`${kanal.origin}/bantu`);
      expect(await seen()).not.toContain('Sumur bor');
      expect(await kim.getByLabel('Ceritakan').inputValue()).toBe('');
      const kept = await kim.evaluate(async () => [
        JSON.stringify(localStorage),
        JSON.stringify(sessionStorage),
        ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
      ]);
      expect(kept).toEqual(['{}', '{}']);
    },
  );

  await day.step(
    'Petugas membuka "Medsos", menempel tautan kiriman, menulis intinya, dan menekan Enter.',
    async () => {
      await link(officer, 'Medsos');
      await officer.getByLabel('Tautan kiriman').fill('https://www.facebook.com/warga/posts/4711?fbclid=x');
      await officer.getByLabel('Catatan').fill('Selokan di depan pasar tersumbat dan berbau.');
      await officer.keyboard.press('Enter');
      await officer.getByText('Kiriman tercatat. Siap untuk berikutnya. Tekan B').waitFor();
    },
  );
  await day.step(
    'Ia menekan huruf B, membacakan pemberitahuan, dan mengirim; di "Medsos" kiriman itu "Dijadikan laporan".',
    async () => {
      // The cursor waits in the form for the next link.
      await officer.keyboard.press('b');
      await officer.getByRole('heading', { name: 'Terima laporan' }).waitFor();
      expect(await officer.getByLabel('Cara laporan datang').inputValue()).toBe('facebook');
      expect(await officer.getByLabel('Ceritakan').inputValue()).toContain('Selokan');
      await read(officer);
      await button(officer, 'Kirim laporan');
      await officer.getByRole('heading', { name: 'Laporan diterima' }).waitFor();
      await within(async () => {
        await officer.goto(`${kanal.origin}/desk/medsos`);
        const row = officer.getByRole('row').filter({ hasText: 'posts/4711' });
        if ((await row.getByText('Dijadikan laporan').count()) === 0) throw new Error('not yet a case');
      });
    },
  );
  day.end();
}, 120_000);
