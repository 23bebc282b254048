/** The pages of printed matter. */
import { at, button, type PageRow } from './pages-steps.ts';

/** Begins a pack of one kecamatan; it is made within a second or two. */
const begun = at(
  '/desk/kampanye/cetak/baru?format=designer_zip&keadaan=semua&wilayah=73.24.01',
  async (page) => {
    await page.getByLabel('Saya sudah memeriksa alamat di atas.').check();
    await button(page, 'Buat 12 gambar');
    await page.getByRole('heading', { name: 'Bahan untuk perancang' }).waitFor();
  },
);

export const printRows: PageRow[] = [
  {
    name: 'pack that is made',
    who: 'humas',
    open: async (page, stage) => {
      await begun(page, stage);
      while ((await page.getByText('Siap diunduh').count()) === 0) await page.reload();
      await page.getByRole('link', { name: 'Gambar dan tabel 1' }).waitFor();
    },
  },
  { name: 'packs, and choosing a new one', who: 'humas', open: '/desk/kampanye/cetak?kode=7K3MQ9' },
];
