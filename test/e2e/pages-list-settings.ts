/** The administrator's settings among the pages. */
import type { Page } from 'playwright-core';
import type { PageRow } from './pages-steps.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name }).click();
const at =
  (path: string, steps: (page: Page) => Promise<unknown>): PageRow['open'] =>
  async (page, { origin }) => {
    await page.goto(`${origin}${path}`);
    await steps(page);
  };

export const settingsRows: PageRow[] = [
  { name: 'settings', who: 'admin', open: '/desk/pengaturan' },
  { name: 'templates', who: 'admin', open: '/desk/templat' },
  { name: 'who signs in with a code', who: 'admin', open: '/desk/keamanan' },
  {
    name: 'template, saved here',
    who: 'admin',
    open: at('/desk/templat/answered', async (page) => {
      await page.getByLabel('Perihal').fill('Jawaban atas laporan {code}');
      await button(page, 'Simpan');
      await page.getByText('Tersimpan.').waitFor();
    }),
  },
  {
    name: 'template, refused with its preview',
    who: 'admin',
    open: at('/desk/templat/question', async (page) => {
      await page.getByLabel('Isi').fill('Mohon dijawab, {nama}.\n\n{question}\n\n{link}');
      await button(page, 'Lihat contoh');
      await page.getByRole('heading', { name: 'Contoh surat elektronik' }).waitFor();
    }),
  },
  { name: 'register of disclosures', who: 'admin', open: '/desk/catatan-akses' },
  {
    name: 'register of disclosures, not taken away without a reason',
    who: 'admin',
    open: at('/desk/catatan-akses', async (page) => {
      await page.locator('summary', { hasText: 'Unduh catatan ini' }).click();
      await page.getByLabel('Untuk apa catatan ini diambil?').fill('ya');
      await button(page, 'Unduh CSV');
      await page.getByRole('alert').waitFor();
    }),
  },
  { name: 'register of disclosures of Inspektorat', who: 'inspektorat', open: '/desk/catatan-akses' },
  {
    name: 'list as a file, refused without a reason',
    who: 'admin',
    open: at('/desk/ekspor?daftar=semua&jenis=complaint', async (page) => {
      await page.getByLabel('Untuk apa daftar ini diambil?').fill('ya');
      await button(page, 'Unduh CSV');
      await page.getByRole('alert').waitFor();
    }),
  },
  { name: 'examples of answers', who: 'admin', open: '/desk/contoh-jawaban' },
  {
    name: 'example of an answer, refused',
    who: 'admin',
    open: at('/desk/contoh-jawaban/jawaban-dijelaskan', async (page) => {
      await page.getByLabel('Naskah').fill('Sudah kami jelaskan kepada {pelapor}.');
      await button(page, 'Simpan');
      await page.getByRole('alert').waitFor();
    }),
  },
  { name: 'kind of setting', who: 'admin', open: '/desk/pengaturan/instansi' },
  {
    name: 'row of a setting, refused',
    who: 'admin',
    open: at('/desk/pengaturan/instansi/DINKES', async (page) => {
      await page.getByLabel('Nomor WhatsApp resmi').fill('bukan nomor');
      await button(page, 'Simpan');
      await page.getByRole('alert').waitFor();
    }),
  },
  {
    name: 'history of a setting',
    who: 'admin',
    open: at('/desk/pengaturan/instansi/DISDIKBUD', async (page) => {
      await page.getByLabel('Nomor WhatsApp resmi').fill('0812-0000-0555');
      await button(page, 'Simpan');
      await page.getByText('Tersimpan').waitFor();
      await page.getByRole('link', { name: 'Riwayat perubahan' }).click();
      await page.getByText('0812-0000-0555').first().waitFor();
    }),
  },
  { name: 'conflicts with the pack', who: 'admin', open: '/desk/pengaturan/benturan' },
  { name: 'keywords', who: 'admin', open: '/desk/pengaturan/kata-kunci' },
  {
    name: 'keyword, before it is saved',
    who: 'admin',
    open: at('/desk/pengaturan/kata-kunci/cat%3Ajalan-jembatan%3A1', async (page) => {
      await page.getByLabel('Kata kuat').fill('kelambu, @jalan .. @rusak');
      await button(page, 'Simpan');
      await page.getByText('Belum ada yang tersimpan.').waitFor();
    }),
  },
  { name: 'crest', who: 'admin', open: '/desk/pengaturan/lambang' },
  {
    name: 'days off, pasted with a line that cannot be read',
    who: 'admin',
    open: at('/desk/pengaturan/hari-libur/tempel', async (page) => {
      await page
        .getByLabel('Hari libur, satu baris')
        .fill('2031-01-01 Tahun Baru libur_nasional\nbesok libur');
      await button(page, 'Periksa');
      await page.getByRole('alert').waitFor();
    }),
  },
  { name: 'reminder, to be added', who: 'admin', open: '/desk/pengaturan/pengingat/baru' },
  { name: 'example of an answer, to be added', who: 'admin', open: '/desk/contoh-jawaban/baru' },
];
