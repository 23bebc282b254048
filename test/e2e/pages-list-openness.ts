/** The public pages of openness, and the room that fills them. */
import { button, type PageRow } from './pages-steps.ts';

export const opennessRows: PageRow[] = [
  { name: 'openness before the first release', who: 'public', open: '/keterbukaan', kilobytes: 30 },
  {
    name: 'releases, with an improvement that is shown',
    who: 'admin',
    open: async (page, { origin }) => {
      await page.goto(`${origin}/desk/evaluasi/terbitan/perbaikan/baru`);
      await button(page, 'Simpan');
      await page.getByRole('alert').waitFor();
      await page.getByLabel('Apa yang dikeluhkan warga').fill('Lampu jalan sering padam.');
      await page.getByLabel('Apa yang diperbaiki').fill('Lampu diperiksa tiap bulan.');
      await page.getByLabel('Tanggal selesai diperbaiki').fill('2026-07-01');
      await button(page, 'Simpan');
      await page.getByRole('button', { name: 'Tampilkan' }).click();
      await page.getByText('sekarang dibaca semua orang').waitFor();
    },
  },
];
