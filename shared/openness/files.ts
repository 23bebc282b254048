/** A published table as files. The JSON is kept letter for letter; the CSV is made of it, always in the same way. Pure. */
import type { Column, OpenCell, OpenTable, TableName } from './types.ts';

export const LICENCE = {
  name: 'Creative Commons Atribusi 4.0 Internasional (CC BY 4.0)',
  id: 'CC-BY-4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/deed.id',
};

/** What holds for all tables of a release, as it was when published. Satu Data Indonesia (Perpres 39/2019) asks for it. */
export interface AboutRelease {
  period: { id: string; name: string; from: string; to: string };
  /** ISO 8601 with the zone. */
  publishedAt: string;
  /** Who produced the data, e.g. "Pemerintah Kabupaten Luwu Timur". */
  producer: string;
  /** Office that answers for it. */
  office: string;
  contact: string | null;
  area: { name: string; ministry: string; bps: string | null };
  /** All reports in it are invented. */
  sample: boolean;
}

export interface ReleasedFile {
  judul: string;
  kode_referensi: string;
  definisi: string;
  klasifikasi: string;
  jadwal: string;
  periode: AboutRelease['period'];
  terbit: string;
  produsen_data: string;
  penanggung_jawab: string;
  kontak: string | null;
  wilayah: { nama: string; kode_kemendagri: string; kode_bps: string | null };
  lisensi: typeof LICENCE;
  data_contoh: boolean;
  aturan: string;
  kolom: { id: string; nama: string; satuan: string; definisi: string }[];
  baris: Record<string, OpenCell>[];
}

const RULE =
  'Tidak ada angka, dan tidak ada selisih antar-angka, yang menunjuk satu sampai empat laporan. Baris di bawah lima digabung; bila perlu satu baris lain ikut digabung. Bagian dari baris ditulis sebagai rentang. Angka terbitan tidak berubah lagi.';

export const referenceOf = (area: string, name: TableName, period: string): string =>
  `${area}-${name}-${period}`;

export function fileOf(table: OpenTable, about: AboutRelease): ReleasedFile {
  return {
    judul: `${table.title}, ${about.area.name}, ${about.period.name}`,
    kode_referensi: referenceOf(about.area.ministry, table.name, about.period.id),
    definisi: table.about,
    klasifikasi: table.by || 'Tidak dirinci',
    jadwal: 'Tiap triwulan, paling cepat sepuluh hari kerja sesudah triwulan berakhir',
    periode: about.period,
    terbit: about.publishedAt,
    produsen_data: about.producer,
    penanggung_jawab: about.office,
    kontak: about.contact,
    wilayah: {
      nama: about.area.name,
      kode_kemendagri: about.area.ministry,
      kode_bps: about.area.bps,
    },
    lisensi: LICENCE,
    data_contoh: about.sample,
    aturan: RULE,
    kolom: table.columns.map(columnOf),
    baris: table.rows.map((row) =>
      Object.fromEntries(table.columns.map(({ id }, at) => [id, row[at] ?? null])),
    ),
  };
}

const columnOf = ({ id, name, unit, about }: Column) => ({ id, nama: name, satuan: unit, definisi: about });

export const jsonText = (file: ReleasedFile): string => `${JSON.stringify(file, null, 1)}\n`;

/** Head and rows, in the order of the columns. */
export const linesOf = ({ kolom, baris }: ReleasedFile): OpenCell[][] => [
  kolom.map(({ id }) => id),
  ...baris.map((row) => kolom.map(({ id }) => row[id] ?? null)),
];
