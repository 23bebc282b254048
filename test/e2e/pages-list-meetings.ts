/** The page of whoever leads a meeting, and the pages that prepare one. */
import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Page } from 'playwright-core';
import { at, button, type PageRow } from './pages-steps.ts';

/** Plans a meeting that has begun. */
async function plan(page: Page): Promise<void> {
  await page.getByLabel('Tanggal dan jam').fill('2026-07-20T09:00');
  await page.getByLabel('Pimpinan rapat').fill('Sekretaris Daerah');
  await page.getByLabel('Susunan acara').fill(`Pembukaan\n${'tanpaspasi'.repeat(12)}`);
  await button(page, 'Simpan');
  await page.getByText('Rapat tersimpan.').waitFor();
}

/** Five offices with one or two reasons each, five long decisions, three things that improved: more never stands there. */
const fillSheet = (page: Page, reasons: 1 | 2): Promise<void> =>
  page.locator('.sheet').evaluate((sheet, reasons) => {
    sheet.classList.toggle('roomy', reasons === 1);
    const fill = (list: Element | null | undefined, words: number, items: number) =>
      list?.replaceChildren(
        ...Array.from({ length: items }, () => {
          const item = document.createElement('li');
          item.textContent = 'pengaduan '.repeat(words);
          return item;
        }),
      );
    const [offices, decided] = sheet.querySelectorAll('ol');
    fill(offices, reasons === 1 ? 24 : 32, 5);
    fill(decided, 17, 5);
    const improved = sheet.querySelector('.filled') ?? sheet.appendChild(document.createElement('ul'));
    improved.className = 'filled';
    fill(improved, 12, 3);
  }, reasons);

/** What stands on each sheet as a printer would get it. */
async function sheetsOf(page: Page): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const file = await library.loadDocument(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  const sheets = [...file.pages()].map((sheet) => sheet.getText());
  file.destroy();
  return sheets;
}

export const meetingRows: PageRow[] = [
  {
    name: 'one page for the chair, on one sheet of paper',
    who: 'pimpinan',
    open: at('/desk/evaluasi', async (page) => {
      await page.getByRole('heading', { name: 'OPD yang ditanya' }).waitFor();
      for (const reasons of [1, 2] as const) {
        await fillSheet(page, reasons);
        const { length } = await sheetsOf(page);
        if (length !== 1) throw new Error(`${length} sheets with ${reasons} reasons`);
      }
    }),
  },
  {
    name: 'meeting, prepared, without the words of its decision',
    who: 'pimpinan',
    open: at('/desk/evaluasi/rapat/baru', async (page) => {
      await plan(page);
      await button(page, 'Bekukan angka hari ini');
      await page.getByText('Angka dibekukan, dan pertanyaan disiapkan').waitFor();
      await button(page, 'Simpan keputusan');
      await page.getByRole('alert').waitFor();
    }),
  },
  {
    name: 'people of a meeting to tick, a name missing',
    who: 'admin',
    open: at('/desk/evaluasi/rapat/baru', async (page) => {
      await plan(page);
      await page.getByRole('link', { name: 'Daftar peserta' }).click();
      await button(page, 'Undang semua pejabat penghubung');
      await page.getByText('Daftar tersimpan.').waitFor();
      await page.getByRole('link', { name: 'Cetak daftar hadir' }).click();
      await page.getByRole('heading', { name: 'Daftar hadir' }).waitFor();
      const sheets = await sheetsOf(page);
      for (const [at, text] of sheets.entries())
        for (const part of ['Tanda tangan', `Halaman ${at + 1} dari ${sheets.length}`])
          if (!text.includes(part)) throw new Error(`sheet ${at + 1} without "${part}"`);
      await page.goBack();
      await page.getByText('Undang peserta', { exact: true }).click();
      await button(page, 'Tambahkan nama');
      await page.getByRole('alert').waitFor();
    }),
  },
];
