/** The room of figures: a period that was typed wrong beside everything else, and the cases behind a figure. */
import type { PageRow } from './pages-steps.ts';

export const figureRows: PageRow[] = [
  {
    name: 'figures by kecamatan, with dates that are none',
    who: 'pimpinan',
    open: '/desk/evaluasi/angka?dari=2026-05-02&sampai=2026-05-01&menurut=kecamatan',
    status: 422,
  },
  { name: 'cases behind a figure', who: 'pupr', open: '/desk/evaluasi/angka/laporan?angka=received' },
];
