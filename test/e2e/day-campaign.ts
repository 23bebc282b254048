/** docs/days/kampanye-spanduk.md: a campaign from an empty register to its figures. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readSheets } from '../../workers/local/bench/read-sheets.ts';
import { openDay } from './day.ts';
import { useDemoServer } from './demo-server.ts';
import {
  arrived,
  hangProgress,
  hangShown,
  loseSignal,
  makeHangLink,
  openHangPage,
  signalReturns,
} from './hanging.ts';
import {
  openFromInbox,
  openReport,
  type Receipt,
  readReceipt,
  SECONDS,
  statusBecomes,
  unfold,
} from './people.ts';
import { axeProblems, citizenPhone, phone, shoot } from './support.ts';

const demo = useDemoServer();
const { kanal, browser } = demo;

const PROGRAM = 'Kenal Kanal';
const DISTRICT = 'Mangkutana';

/** Modules of a code of this server with its border, a side. */
const MODULES = 29 + 8;

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
/** Goes to a room of the campaign, until it is there. */
async function room(page: Page, name: string): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Kampanye' }).getByRole('link', { name, exact: true });
  await link.click();
  await link.and(page.locator('[aria-current]')).waitFor();
}
/** The rows of a table, each with its cells. */
async function rowsOf(page: Page, caption: string): Promise<string[][]> {
  const rows = page.getByRole('table', { name: caption }).locator('tbody tr');
  await rows.first().waitFor();
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
  );
}

/** Codes on the sheets of a kecamatan, as a camera reads them, with the letters beside each. */
async function sheetsOf(page: Page, file: string): Promise<Map<string, string>> {
  const link = await page.getByRole('link', { name: file }).getAttribute('href');
  const answer = await page.request.get(`${kanal.origin}${link}`);
  const sheets = await readSheets(await answer.body(), 'a4_door_sheet', MODULES);
  return new Map(sheets.map(({ says, text }) => [says ?? '', text]));
}

async function answer({ code }: Receipt): Promise<void> {
  await statusBecomes(kanal.origin, code, 'assigned');
  const desk = await demo.staff('pupr');
  await openFromInbox(desk, kanal.origin, code);
  await desk.getByLabel('Dijelaskan').check();
  await desk
    .getByLabel('Jawaban untuk pelapor')
    .fill(`Lubang dari laporan ${code} akan kami tambal. Pekerjaan mulai Senin dengan aspal dingin.`);
  await desk.getByLabel('Jawaban ini sudah benar').check();
  await press(desk, 'Kirim jawaban akhir');
  await desk.getByText('Jawaban akhir terkirim.').waitFor();
}

it('a campaign from an empty register to its figures', async () => {
  const day = openDay('kampanye-spanduk');
  const page = await demo.staff('humas');
  let sheets = new Map<string, string>();
  let link = '';
  let hanger: Page;
  const hung: string[] = [];

  await day.step(
    'Buka "Kampanye", lalu "Program", tekan "Buat program", isi nama dan anggarannya, dan tekan "Simpan".',
    async () => {
      await page.getByRole('link', { name: 'Kampanye' }).click();
      await page.getByText('Langkah pertama').waitFor();
      await room(page, 'Program');
      await page.getByRole('link', { name: 'Buat program' }).click();
      await page.getByLabel('Nama program').fill(PROGRAM);
      await page.getByLabel('Anggaran').fill('50000000');
      await press(page, 'Simpan');
      await page.getByRole('heading', { name: PROGRAM }).waitFor();
    },
  );
  await day.step(
    'Tekan "Rencanakan bahannya", isi ukuran dan biaya satu bahan, tekan "Lihat dahulu", periksa jumlahnya, lalu tekan "Ya, rencanakan".',
    async () => {
      await page.getByRole('link', { name: 'Rencanakan bahannya' }).click();
      await page.getByLabel('Ukuran').fill('3 × 1 m');
      await page.getByLabel('Biaya satu bahan').fill('250000');
      await press(page, 'Lihat dahulu');
      await page.getByText('masih tersisa Rp 7.500.000').waitFor();
      await press(page, 'Ya, rencanakan 170 bahan');
      await page.getByText('170 bahan direncanakan').waitFor();
    },
  );
  await day.step(
    'Di "Cetak", pilih format, tekan "Lihat dahulu", periksa alamatnya, lalu tekan "Buat"; tunggu sampai "Siap diunduh".',
    async () => {
      await room(page, 'Cetak');
      await page.getByLabel('Lembar pintu A4').check();
      await press(page, 'Lihat dahulu');
      await page.getByLabel('Saya sudah memeriksa alamat di atas').check();
      await press(page, 'Buat 170 halaman');
      await page.getByRole('heading', { name: 'Lembar pintu A4' }).waitFor();
      const ready = async () => {
        await page.reload();
        return page.getByText('Siap diunduh').count();
      };
      await expect.poll(ready, { timeout: 3 * SECONDS, interval: 500 }).toBe(1);
    },
  );
  await day.step(
    'Unduh berkasnya, pindai beberapa kode, kirim ke percetakan, lalu tekan "Tandai bahan tercetak".',
    async () => {
      sheets = await sheetsOf(page, `Kecamatan ${DISTRICT}`);
      expect(sheets.size).toBe(12);
      for (const [address, text] of sheets) {
        expect(address).toMatch(/^HTTP:\/\/LOCALHOST:\d+\/[A-Z0-9]{6}$/);
        expect(text).toContain(address.slice(-6));
        expect(text).toContain('SP4N-LAPOR!');
      }
      await press(page, 'Tandai 170 bahan tercetak');
      await page.getByText('170 bahan ditandai tercetak').waitFor();
    },
  );
  await day.step(
    'Di "Pemasangan", pilih kecamatan, tekan "Buat tautan", lalu kirim pesannya lewat WhatsApp.',
    async () => {
      await room(page, 'Pemasangan');
      link = await makeHangLink(page, kanal.origin, DISTRICT);
    },
  );
  const context = await browser.newContext(phone);
  await day.step(
    'Di HP, petugas kecamatan membuka tautan itu, memotret tempat pertama, dan menekan "Kirim"; tempat berikutnya langsung tampil.',
    async () => {
      hanger = await openHangPage(context, link);
      hung.push(await hangShown(hanger, 21));
      await arrived(hanger, hung[0] ?? '');
    },
  );
  await day.step(
    'Tanpa sinyal pun ia memotret dan menekan "Kirim"; foto menunggu di HP dan berangkat sendiri saat sinyal kembali.',
    async () => {
      await loseSignal(context);
      hung.push(await hangShown(hanger, 22), await hangShown(hanger, 23));
      await hanger.getByText('2 tempat tersimpan di HP ini').waitFor();
      await signalReturns(context);
      for (const code of hung) await arrived(hanger, code);
      expect(await hangProgress(hanger).textContent()).toBe(`3 dari ${sheets.size} terpasang`);
    },
  );
  await day.step(
    'Warga memindai kode di papan dan mengirim laporan; OPD menjawab, dan pelapor menyetujui.',
    async () => {
      // From the paper of the second place that was hung.
      const address = [...sheets.keys()].find((one) => one.endsWith(hung[1] ?? '?'));
      const citizen = await (await browser.newContext(citizenPhone)).newPage();
      await citizen.goto(address ?? '');
      await citizen.getByLabel('Pengaduan').check();
      await citizen.getByLabel('Ceritakan').fill('Jalan kabupaten di depan balai desa berlubang besar.');
      await press(citizen, 'Kirim laporan');
      const receipt = await readReceipt(citizen);
      await answer(receipt);
      await openReport(citizen, kanal.origin, receipt);
      await unfold(citizen, 'Setuju, laporan selesai');
      await press(citizen, 'Ya, laporan saya selesai');
      await citizen.getByText('Terima kasih. Laporan ini selesai.').waitFor();
    },
  );
  await day.step(
    'Di "Cakupan" terlihat berapa tempat yang sudah terpasang dan di mana yang belum.',
    async () => {
      await room(page, 'Cakupan');
      const [all, ...programs] = await rowsOf(page, 'Tempat dengan bahan yang terpasang');
      expect(all).toEqual(['Semua bahan', '0 dari 31 (0%)', '1 dari 11 (9%)', '2 dari 128 (2%)']);
      expect(programs.at(-1)).toEqual([`Program ${PROGRAM}`, ...(all ?? []).slice(1)]);
      await page.getByText(`Kecamatan ${DISTRICT} (${sheets.size - hung.length})`).waitFor();
      expect(await axeProblems(page)).toEqual([]);
      await shoot(page, 'kampanye-cakupan');
    },
  );
  await day.step('Di "Hasil" terlihat rantai dari dipindai sampai disetujui pelapor.', async () => {
    await room(page, 'Hasil');
    const chain = async () => {
      await page.reload();
      const rows = await rowsOf(page, 'Rantai seluruh kampanye');
      return Object.fromEntries(rows.map(([link = '', count]) => [link, count]));
    };
    await expect.poll(chain, { timeout: SECONDS, interval: 500 }).toEqual({
      Dijangkau: 'tidak diketahui',
      'Dipindai atau diklik': '1',
      'Formulir dibuka': '1',
      'Laporan masuk': '1',
      'Diterima untuk ditangani': '1',
      Selesai: '1',
      'Selesai tepat waktu': '1',
      'Disetujui pelapor': '1',
    });
    await page.getByText('Rp 42.500.000').first().waitFor();
    await page.getByText('terlalu sedikit yang selesai').first().waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await shoot(page, 'kampanye-hasil');
  });
  day.end();
});
