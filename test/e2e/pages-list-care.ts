/** The officer's pages: the care of personal data. */
import type { Page } from 'playwright-core';
import type { PageRow } from './pages-steps.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name }).click();

/** Records an incident as the officer would. */
async function record(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/desk/data-pribadi/insiden/baru`);
  const fill = (label: string, text: string) => page.getByLabel(label).fill(text);
  await fill('Apa yang terjadi?', 'Laptop berisi unduhan daftar laporan hilang di terminal.');
  await fill('Data pribadi apa yang terungkap?', 'Nama dan nomor telepon.');
  await fill('Milik siapa?', 'Pelapor bulan Juni.');
  await fill('Kapan dan bagaimana data terungkap?', 'Hilang di terminal Malili pada malam hari.');
  await fill('Apa yang sudah dan akan dilakukan?', 'Kata sandi diganti; polisi menerima laporan.');
  await fill('Kira-kira berapa orang?', '40');
  await button(page, 'Catat insiden');
  await page.getByText('Tersimpan.').waitFor();
}

export const careRows: PageRow[] = [
  {
    name: 'home of the data-protection officer, with an incident',
    who: 'dpo',
    open: async (page, { origin }) => {
      await record(page, origin);
      await page.goto(`${origin}/desk/data-pribadi`);
      await page.getByRole('link', { name: 'Laptop berisi' }).first().waitFor();
    },
  },
  {
    name: 'incident, not recorded without words',
    who: 'admin',
    open: async (page, { origin }) => {
      await page.goto(`${origin}/desk/data-pribadi/insiden/baru`);
      // The browser itself would hold an empty field back.
      for (const name of ['what', 'data', 'whose', 'how', 'done']) await page.locator(`#${name}`).fill('x');
      await button(page, 'Catat insiden');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'incident, with its draft notice',
    who: 'admin',
    open: async (page, { origin }) => {
      await record(page, origin);
      await page.getByRole('link', { name: 'Kepada pemilik data' }).click();
      await page.getByRole('heading', { name: 'Pemberitahuan kepada pemilik data pribadi' }).waitFor();
    },
  },
  { name: 'register of processing', who: 'admin', open: '/desk/data-pribadi/pemrosesan' },
];
