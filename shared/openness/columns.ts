/** Columns of the published tables; what they mean comes from the one table of figures. Pure. */
import { definitionOf, type FigureId } from '../figures/definitions.ts';
import type { Column } from './types.ts';

/** How the numbers of a part are to be read. */
export const STEPS =
  'Angka kecil dan bagian dari baris ditulis sebagai rentang, supaya tidak ada satu sampai empat laporan yang dapat dikenali.';

export const codeColumn = (about: string): Column => ({ id: 'kode', name: 'Kode', unit: 'kode', about });
export const nameColumn = (name: string): Column => ({
  id: 'nama',
  name,
  unit: 'nama',
  about: 'Nama pada hari terbit.',
});

export const received: Column = column('laporan', 'received', 'Kosong bila baris digabung.');

/** Least and most of a part of the reports. */
export const rangeColumns = (id: string, name: string, figure: FigureId): Column[] => [
  { ...column(`${id}_min`, figure, STEPS), name: `${name}, paling sedikit`, unit: 'laporan' },
  { ...column(`${id}_maks`, figure, STEPS), name: `${name}, paling banyak`, unit: 'laporan' },
];

/** What stands beside a row that is told only together with others. */
export const POOLED = 'digabung';

export const note: Column = {
  id: 'keterangan',
  name: 'Keterangan',
  unit: 'teks',
  about: `"${POOLED}" = dihitung dalam baris gabungan, karena kurang dari lima atau agar yang kurang dari lima tidak dapat dihitung dari selisih.`,
};

export const peopleColumns: Column[] = [
  { id: 'penduduk', name: 'Penduduk', unit: 'jiwa', about: 'Kosong bila belum diisi.' },
  {
    id: 'per_1000',
    name: 'Laporan per 1.000 penduduk',
    unit: 'laporan per 1.000 jiwa',
    about: 'Laporan ÷ penduduk × 1.000. Sedikit laporan belum tentu berarti sedikit masalah.',
  },
];

function column(id: string, figure: FigureId, more: string): Column {
  const { name, formula, unit, leavesOut } = definitionOf(figure);
  return { id, name, unit, about: `${formula} Tidak termasuk: ${leavesOut} ${more}` };
}
