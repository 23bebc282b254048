/** Of the pack: the action plan as it stands when the pack is made. */
import { actionStateNames } from '../../../../../shared/action.ts';
import { formatDay, formatNumber, formatRupiah } from '../../../../../shared/text.ts';
import type { Paper } from '../../../../platform/pdf/paper.ts';
import { anyOffice } from '../../../../regency/named.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import type { ActionLine } from '../../actions/queries.ts';

export function writePlan(paper: Paper, regency: Regency, lines: readonly ActionLine[]): void {
  paper.heading('Rencana aksi', 1);
  if (lines.length === 0) {
    paper.text('Belum ada kegiatan dalam rencana aksi.');
    return;
  }
  const late = lines.filter(({ overdue }) => overdue).length;
  paper.text(
    `${formatNumber(lines.length)} kegiatan, ${late === 0 ? 'tidak ada yang terlambat' : `${formatNumber(late)} terlambat`}.`,
  );
  paper.table(
    [
      { title: 'Kegiatan', width: 5.6 },
      { title: 'Penanggung jawab', width: 3.4 },
      { title: 'Tenggat', width: 3 },
      { title: 'Anggaran', width: 2.6, right: true },
      { title: 'Kemajuan', width: 2, right: true },
      { title: 'Keadaan', width: 3 },
    ],
    lines.map(({ row, owner, progress, overdue }) => [
      row.target === '' ? row.activity : `${row.activity}\nTarget: ${row.target}`,
      [anyOffice(regency, row.office)?.short ?? row.office, owner].filter(Boolean).join('\n'),
      formatDay(row.dueOn),
      row.budget === null ? '–' : formatRupiah(row.budget),
      `${formatNumber(progress)} %`,
      overdue ? `${actionStateNames[row.state]}, terlambat` : actionStateNames[row.state],
    ]),
  );
}
