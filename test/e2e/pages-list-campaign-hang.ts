/** The pages of who hangs, and of who sends the links. */
import { makeHangLink } from './hanging.ts';
import { button, type PageRow } from './pages-steps.ts';

export const hangRows: PageRow[] = [
  {
    name: 'fresh links for all kecamatan',
    who: 'humas',
    open: async (page, { origin }) => {
      await page.goto(`${origin}/desk/kampanye/pemasangan`);
      await button(page, 'Buat tautan');
      await page.getByText('hanya ditampilkan sekali').waitFor();
    },
  },
  {
    name: 'links, one of them revoked and one about to be',
    who: 'humas',
    open: async (page, { origin }) => {
      for (const district of ['Malili', 'Nuha']) await makeHangLink(page, origin, district);
      await page.goto(`${origin}/desk/kampanye/pemasangan`);
      const revoke = page.locator('summary', { hasText: 'Cabut' }).first();
      await revoke.click();
      await button(page, 'Ya, cabut tautan Nuha');
      await page.getByText('Tautan dicabut.').waitFor();
      await revoke.click();
    },
  },
  { name: 'link that nobody knows', who: 'public', open: `/pasang/${'0'.repeat(32)}`, status: 404 },
];
