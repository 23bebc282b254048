/** Satisfaction as a table for files: one line for each quarter and office. */
import { type Period, periodId } from '../../../../../shared/figures/periods.ts';
import type { Sheet } from '../../../sheets.ts';
import type { OfficeLine } from './read.ts';

export function satisfactionSheet(page: {
  quarters: readonly Period[];
  lines: readonly OfficeLine[];
}): Sheet {
  return {
    name: 'kepuasan-u9',
    head: ['Triwulan', 'Kode OPD', 'OPD', 'Penilaian', 'Nilai U9', 'Paling rendah', 'Paling tinggi'],
    rows: page.quarters.flatMap((quarter, at) =>
      page.lines.flatMap(({ office, name, quarters }) => {
        const one = quarters[at];
        if (!one || one.told.cell === null) return [];
        const { told, rated, between } = one;
        return [
          [periodId(quarter), office, name, rated, told.cell, between?.least ?? null, between?.most ?? null],
        ];
      }),
    ),
  };
}
