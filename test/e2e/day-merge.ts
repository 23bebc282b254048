/** docs/days/laporan-kembar.md: three reports of one thing become one, and one of them turns out to be another. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openDay } from './day.ts';
import { useDemoServer } from './demo-server.ts';
import { openReport, type Receipt, statusBecomes, submitReport, unfold } from './people.ts';
import { axeProblems, phone, shoot } from './support.ts';

const { kanal, browser, staff } = useDemoServer();

const POTHOLE = 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.';
const ANSWER = 'Lubang di depan pasar sudah kami tambal hari ini. Bila rusak lagi, silakan hubungi kami.';

async function search(page: Page, code: string): Promise<void> {
  await page.getByRole('link', { name: 'Kotak masuk', exact: true }).click();
  await page.getByLabel(/^Cari/).first().fill(code);
  await page.getByLabel(/^Cari/).first().press('Enter');
  await page.getByText(code).first().waitFor();
}

it('is played as docs/days/laporan-kembar.md tells it', async () => {
  const citizen = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage();
  const receipts: Receipt[] = [];
  for (const text of [POTHOLE, `${POTHOLE} Sudah dua bulan.`, `${POTHOLE} Dekat jembatan.`])
    receipts.push(await submitReport(citizen, kanal.origin, { text }));
  for (const { code } of receipts) await statusBecomes(kanal.origin, code, 'assigned');
  const [first, second, third] = receipts as [Receipt, Receipt, Receipt];
  const [admin, liaison] = [await staff('admin'), await staff('pupr')];
  const look = async () => {
    await unfold(admin, 'Gabungkan dengan laporan lain');
    await admin.getByLabel('Nomor laporan induk').fill(first.code.toLowerCase());
    await admin.getByRole('button', { name: 'Lihat laporan induk' }).click();
    await admin.getByText('Jumlah pelapornya sesudah digabung').waitFor();
  };
  const merge = async () => {
    await admin
      .getByRole('group')
      .filter({ hasText: 'Gabungkan dengan' })
      .getByLabel('Alasan')
      .fill('Lubang yang sama di depan pasar.');
    await admin.getByLabel('Kedua laporan tentang hal yang sama').check();
    await admin.getByRole('button', { name: 'Gabungkan', exact: true }).click();
    await admin.getByText('Laporan digabung.').waitFor();
  };

  const { step, end } = openDay('laporan-kembar');
  await step(
    'Admin mencari laporan kedua dengan nomornya dan membuka "Gabungkan dengan laporan lain".',
    async () => {
      await search(admin, second.code);
      await admin.locator('summary', { hasText: 'Gabungkan dengan laporan lain' }).waitFor();
    },
  );
  await step(
    'Ia mengetik nomor laporan pertama, menekan "Lihat laporan induk", dan membaca siapa yang akan mengikuti apa.',
    async () => {
      await look();
      expect(await axeProblems(admin)).toEqual([]);
      await shoot(admin, 'gabung-desktop');
      await admin.setViewportSize({ width: 360, height: 740 });
      await shoot(admin, 'gabung-phone');
      await admin.setViewportSize({ width: 1280, height: 900 });
    },
  );
  await step('Ia menulis alasan, mencentang pernyataan, dan menekan "Gabungkan".', merge);
  await step('Ia menggabungkan laporan ketiga dengan cara yang sama.', async () => {
    await search(admin, third.code);
    await look();
    await merge();
  });
  await step(
    'Pada laporan pertama, yang sudah di OPD, ia melihat "Laporan yang digabung ke sini: 2".',
    async () => {
      await admin.getByRole('link', { name: first.code }).first().click();
      await admin.getByRole('heading', { name: 'Laporan yang digabung ke sini: 2' }).waitFor();
      await shoot(admin, 'gabung-induk');
    },
  );
  await step('Penghubung OPD menjawab laporan pertama satu kali.', async () => {
    await search(liaison, first.code);
    await liaison.getByLabel('Dijelaskan').check();
    await liaison.getByLabel('Jawaban untuk pelapor').fill(ANSWER);
    await liaison.getByLabel('Jawaban ini sudah benar').check();
    await liaison.getByRole('button', { name: 'Kirim jawaban akhir' }).click();
    await liaison.getByText('Jawaban akhir terkirim.').waitFor();
  });
  await step(
    'Pelapor pertama, kedua, dan ketiga masing-masing membaca jawaban itu di halaman laporannya.',
    async () => {
      for (const receipt of receipts) {
        await openReport(citizen, kanal.origin, receipt);
        await citizen.getByText(ANSWER).first().waitFor();
      }
      // axe needs scripts.
      const reader = await (await browser.newContext(phone)).newPage();
      await openReport(reader, kanal.origin, third);
      await reader.getByRole('heading', { name: /Perkembangan laporan gabungan/ }).waitFor();
      expect(await axeProblems(reader)).toEqual([]);
      await shoot(reader, 'gabung-pelapor');
    },
  );
  await step(
    'Admin membuka laporan ketiga, yang ternyata di tempat lain, dan menekan "Batalkan penggabungan" dengan alasannya.',
    async () => {
      await search(admin, third.code);
      await unfold(admin, 'Batalkan penggabungan');
      await admin
        .getByRole('group')
        .filter({ hasText: 'Batalkan penggabungan' })
        .getByLabel('Alasan')
        .fill('Yang ini di dekat jembatan.');
      await admin.getByRole('button', { name: 'Batalkan penggabungan' }).click();
      await admin.getByText('Penggabungan dibatalkan.').first().waitFor();
    },
  );
  await step(
    'Pelapor ketiga membaca bahwa laporannya ditangani sendiri lagi; laporan pertama tinggal menampung satu.',
    async () => {
      await openReport(citizen, kanal.origin, third);
      await citizen.getByText('laporan Anda ditangani sendiri lagi').first().waitFor();
      expect(await citizen.getByText(ANSWER).count()).toBe(0);
      await search(admin, first.code);
      await admin.getByRole('heading', { name: 'Laporan yang digabung ke sini: 1' }).waitFor();
    },
  );
  end();
}, 180_000);
