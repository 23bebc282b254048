/** The binder of the government's scores. */
import { at, button, type PageRow } from './pages-steps.ts';
import { unfold } from './people.ts';

const ROOM = '/desk/evaluasi/bukti';

export const evidenceRows: PageRow[] = [
  {
    name: 'score with all that Kanal shows by itself',
    who: 'admin',
    open: at(`${ROOM}/spbe42`, async (page) => {
      await button(page, 'Catat semua bukti');
      await page.getByRole('status').waitFor();
    }),
  },
  {
    name: 'criterion with a refused document',
    who: 'admin',
    open: at(`${ROOM}/kriteria/spbe42-1-informasi`, async (page) => {
      await unfold(page, 'Unggah dokumen');
      await button(page, 'Simpan dokumen');
      await page.getByRole('alert').waitFor();
    }),
  },
  { name: 'satisfaction by quarter and office', who: 'admin', open: `${ROOM}/skm` },
];
