/** The pages of the action plan. */
import { at, button, type PageRow } from './pages-steps.ts';

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
    open: at(PLAN, async (page) => {
      // The first card is planned or running, and its form offers the other one first.
      const card = page.locator('.board li').first();
      await card.locator('summary').click();
      await card.getByRole('button', { name: 'Pindahkan' }).click();
      await page.getByText(/dipindahkan ke (Berjalan|Direncanakan)/).waitFor();
    }),
  },
];
