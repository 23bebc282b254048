/** The pages of events, trainings and brochures. */
import type { Page } from 'playwright-core';
import { at, button, type PageRow } from './pages-steps.ts';
import { unfold } from './people.ts';

/** Makes an event that is over, and stays on its page. */
async function makeEvent(page: Page): Promise<void> {
  await page.getByLabel('Nama acara').fill('Bimtek pejabat penghubung');
  await page.getByLabel('Tanggal dan jam').fill('2026-07-20T09:00');
  await page.getByLabel('Susunan acara').fill('Cara menjawab laporan');
  await button(page, 'Simpan');
  await page.getByRole('heading', { name: 'Hasil acara' }).waitFor();
}

export const eventRows: PageRow[] = [
  {
    name: 'event with its code, a refused file and its result to write',
    who: 'humas',
    open: at('/desk/kampanye/acara/baru?jenis=bimtek', async (page) => {
      await makeEvent(page);
      await button(page, 'Buat kode');
      await page.getByText('Acara ini sekarang mempunyai kode sendiri.').waitFor();
      await unfold(page, 'Tambah berkas');
      await button(page, 'Simpan berkas');
      await page.getByRole('alert').waitFor();
    }),
  },
  {
    name: 'people of an event to tick',
    who: 'humas',
    open: at('/desk/kampanye/acara/baru?jenis=bimtek', async (page) => {
      await makeEvent(page);
      await page.getByRole('link', { name: 'Undang dan catat kehadiran' }).click();
      await button(page, 'Undang semua pejabat penghubung');
      await page.getByRole('checkbox').first().check();
      await button(page, 'Simpan kehadiran');
      await page.getByText('Kehadiran tersimpan.').waitFor();
    }),
  },
  { name: 'trainings', who: 'pimpinan', open: '/desk/kampanye/acara/pelatihan' },
  {
    name: 'batch of brochures, more asked than is left',
    who: 'humas',
    open: at('/desk/kampanye/brosur/baru', async (page) => {
      await page.getByLabel('Nama cetakan').fill('Brosur cara melapor');
      await page.getByLabel('Jumlah dicetak').fill('5.000');
      await button(page, 'Simpan');
      await page.getByLabel('Tempat lain').fill('Pasar Malili');
      await page.getByLabel('Jumlah (lembar)').fill('9.000');
      await button(page, 'Catat pembagian');
      await page.getByText('tinggal 5.000 lembar').first().waitFor();
    }),
  },
];
