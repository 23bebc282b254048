/** The inbox in all its shapes: filtered, empty, with saved views, with a line opened. */
import type { Page } from 'playwright-core';
import { at, button, type PageRow } from './pages-steps.ts';
import { unfold } from './people.ts';

const FILTERED = '/desk?daftar=semua&jenis=complaint';

const BULK = '/desk/massal/baru?daftar=semua&yang=semua';

async function save(page: Page, name: string): Promise<void> {
  await unfold(page, 'Disaring');
  await page.getByLabel('Nama tampilan').fill(name);
  await button(page, 'Simpan tampilan ini');
}

const answerHere = (page: Page) => page.getByRole('link', { name: 'Jawab di sini' }).first().click();

export const inboxRows: PageRow[] = [
  { name: 'filtered list', who: 'admin', open: '/desk?daftar=semua&wilayah=73.24.04&jenis=complaint' },
  { name: 'list with an unknown filter', who: 'admin', open: '/desk?daftar=semua&kanal=x', status: 422 },
  { name: 'empty list', who: 'admin', open: '/desk?daftar=ditutup&kanal=dprd' },
  { name: 'list of what is not in SP4N', who: 'admin', open: '/desk?daftar=belum-sp4n' },
  {
    name: 'saved views',
    who: 'admin',
    open: at(FILTERED, async (page) => {
      await save(page, 'Pengaduan');
      await page.getByText('Tampilan tersimpan.').waitFor();
      await page.getByText('Daftar: Pengaduan').click();
      await page.getByRole('link', { name: 'Kelola tampilan' }).click();
      await page.waitForURL('**/desk/tampilan');
    }),
  },
  {
    name: 'saved view, its name taken',
    who: 'admin',
    open: at(FILTERED, async (page) => {
      await save(page, 'Pengaduan');
      await page.getByText('Nama ini sudah dipakai').waitFor();
    }),
  },
  { name: 'bulk action, form', who: 'admin', open: `${BULK}&aksi=dispose` },
  {
    name: 'bulk action, preview',
    who: 'admin',
    open: at(`${BULK}&aksi=archive`, async (page) => {
      await page.getByLabel('Sebab lain').check();
      await page.getByLabel('Alasan (dibaca pelapor)').fill('Sudah ditangani sebelum Kanal dipakai.');
      await button(page, 'Lihat pratinjau');
      await page.getByRole('heading', { name: 'Pratinjau tindakan massal' }).waitFor();
    }),
  },
  {
    name: 'bulk action, result',
    who: 'pupr',
    open: at('/desk/massal/baru?daftar=tugas&yang=semua&aksi=note', async (page) => {
      await page.getByLabel('Catatan').fill('Dibahas dalam rapat Senin.');
      await button(page, 'Lihat pratinjau');
      await page.getByRole('button', { name: 'Jalankan untuk' }).click();
      await page.getByRole('heading', { name: 'Tindakan massal selesai' }).waitFor();
    }),
  },
  { name: 'line opened in its list', who: 'pupr', open: at('/desk', answerHere) },
  {
    name: 'line opened in its list, refused',
    who: 'pupr',
    open: at('/desk', async (page) => {
      await answerHere(page);
      await unfold(page, 'Beri jawaban akhir');
      await page.getByLabel('Dijelaskan').check();
      await page.getByLabel('Jawaban untuk pelapor').fill('x');
      await page.getByLabel('Jawaban ini sudah benar').check();
      await button(page, 'Kirim jawaban akhir');
      await page.getByRole('alert').waitFor();
    }),
  },
];
