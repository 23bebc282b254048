/** What a reporter sees and asks of their own data, and who answers. */
import { at, button, type PageRow, report } from './pages-steps.ts';
import { unfold, within } from './people.ts';

const RETENTION = '/desk/data-pribadi/retensi';

export const erasureRows: PageRow[] = [
  {
    name: 'own data',
    who: 'public',
    open: report('closed', async (page) => {
      await page.getByRole('link', { name: 'Unduh data saya' }).click();
      await page.getByRole('heading', { name: 'Siapa yang membuka data Anda' }).waitFor();
    }),
  },
  {
    name: 'report whose erasure was asked for',
    who: 'public',
    open: report('contested', async (page) => {
      const summary = page.locator('summary', { hasText: 'Minta semua data saya dihapus' });
      if ((await summary.count()) === 0) return;
      await unfold(page, 'Minta semua data saya dihapus');
      await page.getByLabel('Alasan (boleh dikosongkan)').first().fill('Saya tidak ingin dikenali.');
      await button(page, 'Kirim permintaan');
      await page.getByText('menunggu keputusan').waitFor();
    }),
  },
  {
    name: 'requests for erasure, one refused without a reason',
    who: 'dpo',
    open: at('/desk/data-pribadi/permintaan', async (page) => {
      await page.locator('summary', { hasText: 'Tolak' }).first().click();
      await page.getByLabel('Alasan untuk pelapor').first().fill('x');
      await button(page, 'Kirim penolakan');
      await page.getByText('Tulis alasannya').waitFor();
    }),
  },
  {
    name: 'retention, counted',
    who: 'dpo',
    open: at(RETENTION, async (page, { origin }) => {
      await button(page, 'Hitung');
      // Counting is a job of the queue; the answer to the click may come before it has ended.
      await page
        .getByText(/Penghitungan sedang berjalan|Dihitung/)
        .first()
        .waitFor();
      await within(async () => {
        await page.goto(`${origin}${RETENTION}`);
        if (!(await page.getByText('Dihitung').first().isVisible())) throw new Error('not counted yet');
      });
    }),
  },
];
