/** Placements and programs as tables to take along. */
import { lifeNames, materialNames, placeKindNames } from '../../../../shared/i18n/campaign-messages.ts';
import type { AppContext } from '../../http.ts';
import { localTimeOf } from '../../local-time.ts';
import type { Sheet, SheetCell } from '../../sheets.ts';
import { chainNames, countText } from '../chain/words.tsx';
import { links } from '../queries.ts';
import { filterOf, matching } from './chosen.ts';
import { costKinds, listPrograms, programSums, spentOf } from './queries.ts';
import { areaName } from './shown.ts';

/** What the list shows by the same filter, whole. */
export async function placementSheet(c: AppContext): Promise<Sheet> {
  const { db, regency } = c.var;
  const [placements, programs] = await Promise.all([
    matching(
      c,
      filterOf((name) => c.req.query(name)),
    ),
    listPrograms(db),
  ]);
  const programOf = new Map(programs.map(({ id, name }) => [id, name]));
  return {
    name: 'tempat-dan-bahan',
    head: [
      ...['Kode', 'Tempat', 'Kecamatan', 'Jenis', 'Bahan', 'Ukuran', 'Desain', 'Keadaan', 'Foto terakhir'],
      ...['Program', 'Biaya'],
      ...links.map((link) => chainNames[link]),
    ],
    rows: placements.map(({ row, name, district, chain }): SheetCell[] => [
      ...[row.code, name, areaName(regency, district), placeKindNames[row.kind]],
      // A code without a plan has a material only because the column wants one.
      row.life === 'idle' ? null : materialNames[row.material],
      ...[row.size, row.design, lifeNames[row.life]],
      row.photoAt === null ? null : { at: localTimeOf(row.photoAt, regency.about.timeZone) },
      row.campaignId === null ? null : (programOf.get(row.campaignId) ?? null),
      row.cost,
      ...links.map((link) => chain[link] ?? countText(null)),
    ]),
  };
}

export async function programSheet(c: AppContext): Promise<Sheet> {
  const { db } = c.var;
  const [programs, sums] = await Promise.all([listPrograms(db), programSums(db)]);
  return {
    name: 'program',
    head: [
      ...['Program', 'Tujuan', 'Mulai', 'Sampai', 'Bahan', 'Unggahan', 'Berita', 'Acara', 'Brosur'],
      ...['Terpakai (Rp)', 'Biaya belum diisi', 'Anggaran (Rp)', 'Diarsipkan'],
    ],
    rows: programs.map((program): SheetCell[] => {
      const own = sums(program.id);
      return [
        ...[program.name, program.goal, { at: program.startsOn }],
        program.endsOn === null ? null : { at: program.endsOn },
        ...costKinds.map((kind) => own[kind].count),
        spentOf(own, program.otherCost),
        costKinds.reduce((sum, kind) => sum + own[kind].unknown, 0),
        program.budget,
        program.archivedAt === null ? 'tidak' : 'ya',
      ];
    }),
  };
}
