/** The overview of a campaign, its coverage, and the regency's own boundaries on it. */
import { area, collection, square } from '../support/boundaries.ts';
import type { PageRow } from './pages-steps.ts';

const village = (n: number) => area({ kode: `73.24.02.200${n}`, nama: `Desa ${n}` }, square(n));

export const coverageRows: PageRow[] = [
  { name: 'campaign in the morning', who: 'humas', open: '/desk/kampanye' },
  {
    name: 'boundary file, looked at',
    who: 'admin',
    open: async (page, { origin }) => {
      await page.goto(`${origin}/desk/kampanye/cakupan/peta`);
      await page.getByLabel('Berkas GeoJSON').setInputFiles({
        name: 'batas.geojson',
        mimeType: 'application/geo+json',
        buffer: Buffer.from(collection(village(1), village(3), area({ kode: '73.24.99' }, square(5)))),
      });
      await page.getByLabel('Sumber dan izin pakai').fill('Batas rekaan untuk pengujian');
      await page.getByRole('button', { name: 'Periksa berkas' }).click();
      await page.getByText('2 dari 128 cocok.').waitFor();
    },
  },
  {
    name: 'coverage with a map and a table',
    who: 'admin',
    open: async (page, { origin }) => {
      await page.goto(`${origin}/desk/kampanye/cakupan/peta/periksa`);
      await page.getByRole('button', { name: 'Simpan 2 batas' }).click();
      await page.goto(`${origin}/desk/kampanye/cakupan?wilayah=73.24.02&urut=keadaan`);
      await page.getByRole('img', { name: 'Peta keadaan tiap desa' }).waitFor();
    },
  },
];
