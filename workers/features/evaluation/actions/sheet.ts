/** The plan as a table to take along, as it is filtered. */
import { measureNames } from '../../../../shared/action.ts';
import { now } from '../../../platform/clock.ts';
import type { AppContext } from '../../http.ts';
import type { Sheet } from '../../sheets.ts';
import { filterOf, soughtBy } from './filter.ts';
import { actionsOf } from './queries.ts';
import { officeName, standingOf } from './words.ts';

export async function actionSheet(c: AppContext): Promise<Sheet> {
  const { db, regency } = c.var;
  const lines = await actionsOf(db, regency, now(), soughtBy(filterOf((name) => c.req.query(name))));
  return {
    name: 'rencana-aksi',
    head: [
      ...['Kegiatan', 'Instansi', 'Penanggung jawab', 'Sasaran', 'Anggaran', 'Batas waktu', 'Keadaan'],
      ...['Kemajuan (%)', 'Diukur dari', 'Tercapai', 'Dari', 'Keputusan', 'Rapat', 'Program'],
    ],
    rows: lines.map((line) => {
      const { row, measured, decision, meeting } = line;
      return [
        ...[row.activity, officeName(regency, row.office), line.owner, row.target, row.budget],
        ...[{ at: row.dueOn }, standingOf(line).label, line.progress],
        ...[measured && measureNames[measured.measure], measured?.reached ?? null, measured?.goal ?? null],
        ...[decision?.text ?? null, meeting?.title ?? null, line.program],
      ];
    }),
  };
}
