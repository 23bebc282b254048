/** The pages of the action plan. */
import { at, button, type PageRow } from './pages-steps.ts';
import { unfold } from './people.ts';

const PLAN = '/desk/evaluasi/rencana-aksi';

export const actionRows: PageRow[] = [
  {
    name: 'item of the plan that nobody can write so',
    who: 'admin',
    open: at(`${PLAN}/baru`, async (page) => {
      await page.getByLabel('Kegiatan', { exact: true }).fill('Bagikan brosur di pasar');
      await page.getByLabel('Kemajuan diukur dari').selectOption('brochures');
      await button(page, 'Simpan');
      await page.getByRole('alert').waitFor();
    }),
  },
  {
    name: 'board of the plan, a card just moved',
    who: 'admin',
    open: at(`${PLAN}/baru`, async (page) => {
      await page.getByLabel('Kegiatan', { exact: true }).fill('Pasang spanduk di setiap desa');
      await page.getByLabel('Instansi penanggung jawab').selectOption({ index: 1 });
      await page.getByLabel('Selesai paling lambat').fill('2099-12-01');
      await page.getByLabel('Kemajuan diukur dari').selectOption('coverage');
      await button(page, 'Simpan');
      await page.getByText('Kegiatan masuk ke rencana aksi.').waitFor();
      await page.goto(page.url().replace(/\/\d+\?.*$/, ''));
      await unfold(page, 'Pindahkan');
      await page.locator('details[open] select').selectOption('running');
      await page.locator('details[open] button').click();
      await page.getByText('dipindahkan ke Berjalan').waitFor();
    }),
  },
];
