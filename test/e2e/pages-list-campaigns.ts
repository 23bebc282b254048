/** The pages of a campaign. */
import type { PageRow } from './pages-steps.ts';
import { unfold } from './people.ts';

export const campaignPages: PageRow[] = [
  { name: 'banners', who: 'humas', open: '/desk/kampanye/papan' },
  { name: 'banners of a kecamatan', who: 'pimpinan', open: '/desk/kampanye/papan?wilayah=73.24.01' },
  {
    name: 'one banner',
    who: 'humas',
    open: async (page, { origin }) => {
      await page.goto(`${origin}/desk/kampanye/papan?wilayah=73.24.01`);
      await page.getByRole('link', { name: 'Desa Maleku' }).first().click();
      await page.getByRole('img', { name: 'Kode QR' }).waitFor();
    },
  },
  {
    name: 'banner that was taken down',
    who: 'humas',
    open: async (page, { origin }) => {
      await page.goto(`${origin}/desk/kampanye/papan?wilayah=opd`);
      await page.getByRole('rowheader').first().getByRole('link').click();
      await unfold(page, 'Turunkan');
      await page.getByRole('button', { name: 'Ya, turunkan papan ini' }).click();
      await page.getByText('Bahan diturunkan.').waitFor();
    },
  },
  {
    name: 'plan for every place, looked at',
    who: 'humas',
    open: '/desk/kampanye/papan/rencana?lihat=1&material=poster&design=1&cost=150000&kinds=opd&kinds=desa',
  },
  {
    name: 'program, just made',
    who: 'humas',
    open: async (page, { origin }) => {
      await page.goto(`${origin}/desk/kampanye/program/baru`);
      await page.getByLabel('Nama program').fill('Sosialisasi SP4N-LAPOR! 2026');
      await page.getByLabel('Anggaran').fill('30.000.000');
      await page.getByRole('button', { name: 'Simpan' }).click();
      await page.getByText('Program dibuat.').waitFor();
    },
  },
  { name: 'results of the campaign', who: 'pimpinan', open: '/desk/kampanye/hasil' },
  { name: 'results by channel', who: 'humas', open: '/desk/kampanye/hasil?menurut=kanal' },
];
