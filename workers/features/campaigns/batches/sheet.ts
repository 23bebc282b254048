/** Batches, and what was handed out of one, as tables to take along. */
import { batchMaterialNames } from '../../../../shared/i18n/event-messages.ts';
import { AppError } from '../../../platform/problem.ts';
import { idIn } from '../../doer.ts';
import type { AppContext } from '../../http.ts';
import type { Sheet } from '../../sheets.ts';
import { batchLine, handoutsOf, listBatches } from './queries.ts';
import { placeName } from './totals.ts';

export async function batchSheet(c: AppContext): Promise<Sheet> {
  return {
    name: 'brosur',
    head: [
      ...['Cetakan', 'Bahan', 'Desain', 'Tanggal cetak', 'Dicetak', 'Dibagikan', 'Sisa'],
      ...['Biaya', 'Program', 'Kode'],
    ],
    rows: (await listBatches(c.var.db)).map(({ row, program, code }) => [
      ...[row.title, batchMaterialNames[row.material], row.design, { at: row.printedOn }],
      ...[row.printed, row.handedOut, row.printed - row.handedOut, row.cost, program, code],
    ]),
  };
}

/** What was taken back is left out. @throws AppError not_found */
export async function handoutSheet(c: AppContext): Promise<Sheet> {
  const { db, regency } = c.var;
  const line = await batchLine(db, idIn(c));
  if (!line) throw new AppError('not_found');
  const handouts = await handoutsOf(db, line.row.id);
  return {
    name: `pembagian-${line.row.id}`,
    head: ['Tempat', 'Lembar', 'Tanggal'],
    rows: handouts
      .filter(({ cancelledAt }) => cancelledAt === null)
      .map(({ name, ref, count, day }) => [name ?? placeName(ref, regency), count, { at: day }]),
  };
}
