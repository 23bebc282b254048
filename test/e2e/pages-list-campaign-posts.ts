/** The pages of posts, media partners and shared links. */
import { at, button, type PageRow } from './pages-steps.ts';
import { unfold } from './people.ts';

export const postRows: PageRow[] = [
  {
    name: 'calendar of posts, three planned after a refused link',
    who: 'humas',
    open: at('/desk/kampanye/unggahan/baru', async (page) => {
      for (const channel of ['Instagram', 'X (Twitter)', 'Radio']) await page.getByLabel(channel).check();
      await page.getByLabel('Judul').fill('Jalan rusak? Laporkan');
      await page.getByLabel('Teks yang terbit').fill('Laporkan jalan rusak lewat Kanal.');
      await page.getByLabel('Tautan menuju').fill('https://lapor.go.id.evil.example/');
      await button(page, 'Simpan');
      await page.getByRole('alert').waitFor();
      await page.getByLabel('Tautan menuju').fill('');
      await button(page, 'Simpan');
      await page.getByText('3 unggahan direncanakan.').waitFor();
    }),
  },
  {
    name: 'post that is published, with a refused reach',
    who: 'humas',
    open: at('/desk/kampanye/unggahan/baru', async (page) => {
      await page.getByLabel('Grup WhatsApp').check();
      await page.getByLabel('Judul').fill('Undangan bimtek');
      await button(page, 'Simpan');
      await unfold(page, 'Sudah tayang');
      await page.getByRole('button', { name: 'Simpan', exact: true }).click();
      await page.getByText('Tercatat: unggahan sudah tayang.').waitFor();
      await unfold(page, 'Isi jangkauan');
      await page.getByLabel('Orang yang terjangkau').fill('banyak');
      await button(page, 'Simpan jangkauan');
      await page.getByRole('alert').waitFor();
    }),
  },
  {
    name: 'article of a media partner, with its link',
    who: 'humas',
    open: at('/desk/kampanye/media/mitra/baru', async (page) => {
      await page.getByLabel('Nama media').fill('Radio Rekaan FM');
      await button(page, 'Simpan');
      await page.getByRole('link', { name: 'Catat berita' }).click();
      await page.getByLabel('Judul berita').fill('Kabupaten membuka kanal pengaduan');
      await button(page, 'Simpan');
      await button(page, 'Buat tautan');
      await page.getByText('Kode QR tautan ini').waitFor();
    }),
  },
  {
    name: 'page that shares a program',
    who: 'humas',
    open: at('/desk/kampanye/program/baru', async (page, { origin }) => {
      await page.getByLabel('Nama program').fill('Lapor jalan rusak');
      await button(page, 'Simpan');
      await page.goto(`${origin}/desk/kampanye/unggahan/kartu`);
      await button(page, 'Buat halaman Lapor jalan rusak');
      await page.getByRole('link', { name: 'Lihat halamannya' }).click();
      await page.getByRole('link', { name: 'Sampaikan laporan' }).waitFor();
    }),
  },
];
