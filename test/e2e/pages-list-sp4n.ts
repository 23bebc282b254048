/** The pages beside SP4N-LAPOR!. */
import type { Page } from 'playwright-core';
import type { PageRow } from './pages-steps.ts';

const HEADER = 'Tracking ID;Nama Pelapor;Judul Laporan;Isi Laporan;Status;Tanggal Laporan';

/** An invented export. @param rows lines below its header */
export const exportFile = (rows: readonly string[], header = HEADER) => ({
  name: 'ekspor rekaan.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['Laporan rekaan', header, ...rows].join('\r\n')),
});

export async function upload(page: Page, origin: string, file: ReturnType<typeof exportFile>): Promise<void> {
  await page.goto(`${origin}/desk/sp4n/impor`);
  await page.getByLabel('Berkas ekspor').setInputFiles(file);
  await page.getByRole('button', { name: 'Periksa berkas' }).click();
}

const rows = [
  '8900001;Warga Rekaan;Lampu mati;Lampu jalan di simpang rekaan mati.;Proses;3 Jan 2026',
  '8900002;Anonim;Sampah;Sampah menumpuk di pasar rekaan.;Entah;3 Jan 2026',
];

export const sp4nRows: PageRow[] = [
  {
    name: 'copying a report to SP4N-LAPOR!',
    who: 'admin',
    open: (page, { origin, receipts }) => page.goto(`${origin}/desk/kasus/${receipts.answered.code}/sp4n`),
  },
  {
    name: 'copying, refused',
    who: 'admin',
    open: async (page, { origin, receipts }) => {
      await page.goto(`${origin}/desk/kasus/${receipts.answered.code}/sp4n`);
      await page.getByLabel('Nomor laporan di SP4N-LAPOR!').fill('12');
      await page.getByRole('button', { name: 'Semua disalin' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'import of SP4N-LAPOR!', who: 'admin', open: '/desk/sp4n/impor' },
  {
    name: 'import, file refused',
    who: 'admin',
    open: async (page, { origin }) => {
      await upload(page, origin, exportFile(rows, 'Nama;Isi'));
      await page.getByText('Berkas belum dapat dipakai').waitFor();
    },
  },
  {
    name: 'import, columns',
    who: 'admin',
    open: async (page, { origin }) => {
      await upload(page, origin, exportFile(rows, HEADER.replace('Status', 'Kolom Keadaan')));
      await page.getByRole('heading', { name: 'Cocokkan kolom' }).waitFor();
    },
  },
  {
    name: 'import, dry run',
    who: 'admin',
    open: async (page, { origin }) => {
      await upload(page, origin, exportFile(rows));
      const columns = page.getByRole('button', { name: 'Periksa setiap baris' });
      if (await columns.isVisible()) await columns.click();
      await page.getByRole('heading', { name: 'Hasil pemeriksaan' }).waitFor();
    },
  },
];
