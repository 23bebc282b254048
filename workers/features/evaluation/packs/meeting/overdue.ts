/** Of the pack: reports past their promise, by number, office and days; no text, no names. */
import type { Frozen } from '../../../../../shared/evaluation/frozen.ts';
import { formatDay, formatNumber } from '../../../../../shared/text.ts';
import type { Paper } from '../../../../platform/pdf/paper.ts';
import { anyOffice } from '../../../../regency/named.ts';
import type { Regency } from '../../../../regency/snapshot.ts';

/** Rows in one file: some five pages. */
export const PER_FILE = 250;

export function writeOverdue(paper: Paper, regency: Regency, { overdue, day }: Frozen, from: number): void {
  const { total, cases } = overdue;
  const some = cases.slice(from, from + PER_FILE);
  paper.heading(from === 0 ? 'Laporan yang lewat janji' : 'Laporan yang lewat janji (lanjutan)', 1);
  if (cases.length === 0) {
    paper.text(`Pada ${formatDay(day)} tidak ada laporan yang lewat janji dan belum dijawab.`);
    return;
  }
  const listed =
    cases.length < total ? ` Yang tercantum ${formatNumber(cases.length)} yang paling lama.` : '';
  if (from === 0)
    paper.text(
      `Pada ${formatDay(day)} ada ${formatNumber(total)} laporan yang janjinya sudah lewat dan belum mendapat jawaban akhir, juga dari periode sebelumnya.${listed} Pengaduan berkadar pengawasan tidak dicantumkan.`,
    );
  paper.table(
    [
      { title: 'Nomor', width: 3 },
      { title: 'OPD', width: 5 },
      { title: 'Janji', width: 3 },
      { title: 'Terlambat', width: 2.4, right: true },
    ],
    some.map(({ code, office, dueOn, days }) => [
      code,
      office === null ? 'Belum didisposisikan' : (anyOffice(regency, office)?.name ?? office),
      formatDay(dueOn),
      `${formatNumber(days)} hari kerja`,
    ]),
  );
}
