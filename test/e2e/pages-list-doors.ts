/** Assisted intake, the way of a PIN to its reporter, and the log of social posts among the pages. */
import type { Page } from 'playwright-core';
import { withoutScripts } from './pages-stage.ts';
import type { PageRow } from './pages-steps.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name }).click();
const at =
  (path: string, steps: (page: Page) => Promise<unknown>): PageRow['open'] =>
  async (page, { origin }) => {
    await page.goto(`${origin}${path}`);
    await steps(page);
  };

/** As somebody tells it at the counter. */
async function type(page: Page, text: string): Promise<void> {
  const channel = page.getByLabel('Cara laporan datang');
  if (await channel.isVisible()) await channel.selectOption('walk_in_opd');
  await page.getByLabel('Pengaduan').check();
  await page.getByLabel('Ceritakan').fill(text);
  await page.getByLabel('Sudah dibacakan atau diberikan kepada pelapor').check();
  await button(page, 'Kirim laporan');
}

const LAMP = 'Lampu jalan di simpang pasar sudah dua minggu mati.';
const BRIBE = 'Petugas loket minta uang untuk surat pengantar.';

/** To the page of the PIN, on the helper's own phone. */
const handOver = async (page: Page) => {
  await type(page, LAMP);
  await page.getByRole('link', { name: 'Serahkan perangkat kepada pelapor' }).click();
};

export const doorRows: PageRow[] = [
  { name: 'assisted intake', who: 'pupr', open: '/desk/terima' },
  {
    name: 'assisted intake, refused',
    who: 'pupr',
    open: at('/desk/terima', async (page) => {
      await button(page, 'Kirim laporan');
      await page.getByRole('alert').waitFor();
    }),
  },
  {
    name: 'receipt of the counter',
    who: 'pupr',
    open: at('/desk/terima', async (page) => {
      await type(page, LAMP);
      await page.getByRole('heading', { name: 'Laporan diterima' }).waitFor();
    }),
  },
  {
    name: 'accusation at the counter',
    who: 'pupr',
    open: at('/desk/terima', async (page) => {
      await type(page, BRIBE);
      await page.getByText('Laporan ini menyangkut aparat atau pejabat').waitFor();
    }),
  },
  { name: 'page of KIM', who: 'kim', open: '/bantu' },
  {
    name: 'receipt of KIM',
    who: 'kim',
    open: at('/bantu', async (page) => {
      await type(page, LAMP);
      await page.getByRole('heading', { name: 'PIN untuk pelapor' }).waitFor();
    }),
  },
  {
    name: 'phone in the hands of the reporter, accusing',
    who: 'kim',
    open: at('/bantu', async (page) => {
      await type(page, BRIBE);
      await page.getByText('Perangkat ini sekarang di tangan Anda').waitFor();
    }),
  },
  { name: 'PIN, before it is shown', who: 'kim', open: at('/bantu', handOver) },
  {
    name: 'PIN, shown to the reporter',
    who: 'kim',
    open: at('/bantu', async (page) => {
      await handOver(page);
      await button(page, 'Saya pelapor, tampilkan PIN');
      await page.getByRole('heading', { name: 'PIN Anda' }).waitFor();
    }),
  },
  {
    name: 'PIN, noted',
    who: 'kim',
    open: at('/bantu', async (page) => {
      await handOver(page);
      await button(page, 'Saya pelapor, tampilkan PIN');
      await button(page, 'Sudah saya catat, hapus dari layar');
      await page.getByRole('heading', { name: 'PIN sudah dihapus dari layar' }).waitFor();
    }),
  },
  { name: 'PIN, link that is over', who: 'public', open: '/lacak/serah/LT-AAAA-AAAA/1-a', status: 410 },
  { name: 'posts, none yet', who: 'pupr', open: '/desk/medsos' },
  {
    name: 'posts, one just logged',
    who: 'humas',
    open: at('/desk/medsos', async (page) => {
      const link = `https://www.facebook.com/warga/posts/${Date.now()}`;
      await page.getByLabel('Tautan kiriman').fill(link);
      await page.getByLabel('Catatan').fill('Menanyakan lampu jalan di simpang pasar.');
      await page.getByLabel('Tautan kiriman').press('Enter');
      await page.getByText('Kiriman tercatat.').waitFor();
    }),
  },
  {
    name: 'posts, refused without JavaScript',
    who: 'humas',
    open: at('/desk/medsos', (page) =>
      withoutScripts(page, async () => {
        await page.reload();
        await page.getByLabel('Tautan kiriman').fill('bukan tautan');
        await page.getByRole('button', { name: 'Simpan', exact: true }).click();
        await page.getByRole('alert').waitFor();
      }),
    ),
  },
  {
    name: 'post, to correct',
    who: 'humas',
    open: at('/desk/medsos', async (page) => {
      await page.getByRole('link', { name: 'Ubah' }).first().click();
      await page.getByRole('heading', { name: 'Ubah catatan kiriman' }).waitFor();
    }),
  },
];
