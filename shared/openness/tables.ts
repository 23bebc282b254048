/**
 * The fixed tables of a quarter. What they may tell follows `safe.ts`: by one thing, reports are exact or told together;
 * of their parts only "settled" is told by row; promises are told in steps of five; accusations as one number. Pure.
 */
import { NONE, noCounts, OVERSIGHT } from '../figures/counts.ts';
import { LEAST } from '../small-counts.ts';
import { cellsOf, cellsWithSettled, linesOf, NO_CODE, tellLines } from './by-thing.ts';
import {
  codeColumn,
  nameColumn,
  note,
  POOLED,
  peopleColumns,
  rangeColumns,
  received,
  STEPS,
} from './columns.ts';
import { inFives, rowsInFives } from './safe.ts';
import {
  type Column,
  type Counted,
  type Lists,
  type Named,
  type OpenCell,
  type OpenTable,
  type Sums,
  type TableName,
  tableNames,
} from './types.ts';
import { settledOf, wholeOf, wholeRows } from './whole.ts';

const MINISTRY = 'Kode wilayah Kementerian Dalam Negeri (tingkat desa dan kelurahan: sepuluh angka).';
const NOWHERE = 'Tanpa kecamatan';

const makers: Record<TableName, (counted: Counted, lists: Lists) => Omit<OpenTable, 'name'>> = {
  'laporan-keseluruhan': (counted) => ({
    title: 'Laporan secara keseluruhan',
    about: 'Satu baris untuk tiap ukuran. Dari dan sampai sama bila angkanya tepat.',
    by: '',
    columns: [
      codeColumn('Kode ukuran.'),
      nameColumn('Ukuran'),
      { id: 'satuan', name: 'Satuan', unit: 'teks', about: 'Satuan ukuran.' },
      { id: 'min', name: 'Paling sedikit', unit: 'menurut satuan', about: STEPS },
      { id: 'maks', name: 'Paling banyak', unit: 'menurut satuan', about: STEPS },
      note,
      {
        id: 'definisi',
        name: 'Definisi',
        unit: 'teks',
        about: 'Apa yang dihitung dan apa yang tidak termasuk.',
      },
    ],
    rows: wholeRows(counted),
  }),
  'laporan-per-jenis': ({ kind }, { kinds }) =>
    plainTable('Laporan menurut jenis', 'Jenis laporan', 'Kode jenis.', linesOf(kinds, without(kind))),
  'laporan-per-opd': (counted, { offices }) =>
    settledTable('Laporan menurut OPD penanggung jawab', 'OPD', 'Kode OPD di Kanal.', counted, {
      rows: offices,
      sums: counted.office,
      none: 'Belum atau tidak didisposisikan',
    }),
  'laporan-per-kecamatan': (counted, lists) => {
    const { columns, rows, ...table } = settledTable(
      'Laporan menurut kecamatan',
      'Kecamatan',
      MINISTRY,
      counted,
      {
        rows: lists.districts,
        sums: byDistrict(counted.area, lists),
        none: NOWHERE,
      },
    );
    return { ...table, columns: [...columns, ...peopleColumns], rows: withPeople(rows, lists) };
  },
  'laporan-per-desa': ({ area }, lists) => ({
    title: 'Laporan menurut desa dan kelurahan',
    about:
      'Hanya desa di kecamatan yang angkanya terbit sendiri. Sedikit laporan belum tentu berarti sedikit masalah.',
    by: 'Desa atau kelurahan',
    columns: [codeColumn(MINISTRY), nameColumn('Desa atau kelurahan'), received, note, ...peopleColumns],
    rows: withPeople(villageRows(area, lists), lists),
  }),
  'laporan-per-kategori': (counted, { categories }) =>
    settledTable('Laporan menurut kategori', 'Kategori', 'Kode kategori di Kanal.', counted, {
      rows: categories,
      sums: counted.category,
      none: 'Tanpa kategori',
    }),
  'laporan-per-kanal': ({ channel }, { channels }) =>
    plainTable('Laporan menurut kanal', 'Kanal', 'Kode kanal.', linesOf(channels, channel)),
  'janji-per-opd': ({ due }, { offices }) => ({
    title: 'Janji jawaban yang jatuh tempo menurut OPD',
    about:
      'Janji pada tanda terima: jawaban akhir yang tepat waktu dan yang tidak, menurut hari jatuh temponya. Angka dalam rentang lima.',
    by: 'OPD',
    columns: [
      codeColumn('Kode OPD di Kanal.'),
      nameColumn('OPD'),
      ...rangeColumns('ditepati', 'Janji ditepati', 'promise_kept'),
      ...rangeColumns('tidak_ditepati', 'Janji tidak ditepati', 'promise_kept'),
    ],
    rows: promiseRows(due.office, offices),
  }),
  berkadar: ({ kind }) => {
    const { received: count } = kind.get(OVERSIGHT) ?? noCounts();
    const range = count < LEAST ? inFives(count) : { least: count, most: count };
    return {
      title: 'Pengaduan berkadar pengawasan',
      about:
        'Satu angka untuk seluruh kabupaten, tanpa desa, OPD, kategori atau kanal. Tidak termasuk dalam tabel lain.',
      by: '',
      columns: rangeColumns('laporan', 'Pengaduan berkadar pengawasan', 'oversight'),
      rows: [[range.least, range.most]],
    };
  },
  'media-sosial': ({ platform }, { platforms }) => {
    const lines = linesOf(platforms, platform).map((line) => {
      return { ...line, count: platform.get(line.code)?.seen ?? 0, settled: 0 };
    });
    const posts = { ...received, id: 'unggahan', name: 'Unggahan', unit: 'unggahan' };
    return {
      title: 'Keluhan di media sosial yang dicatat petugas',
      about: 'Unggahan berisi keluhan yang dilihat dan dicatat. Yang tidak dilihat petugas tidak termasuk.',
      by: 'Media sosial',
      columns: [codeColumn('Kode media sosial.'), nameColumn('Media sosial'), posts, note],
      rows: tellLines(lines, null).map(cellsOf),
    };
  },
};

export function buildTables(counted: Counted, lists: Lists): OpenTable[] {
  return tableNames.map((name) => ({ name, ...makers[name](counted, lists) }));
}

type Made = Omit<OpenTable, 'name'>;

const about = (by: string) =>
  `Laporan yang diterima dalam triwulan, menurut ${by === 'OPD' ? by : by.toLowerCase()}, tanpa pengaduan berkadar pengawasan.`;

function plainTable(title: string, by: string, codes: string, lines: ReturnType<typeof linesOf>): Made {
  const columns: Column[] = [codeColumn(codes), nameColumn(by), received, note];
  return { title, about: about(by), by, columns, rows: tellLines(lines, null).map(cellsOf) };
}

function settledTable(
  title: string,
  by: string,
  codes: string,
  { kind }: Counted,
  { rows, sums, none }: { rows: readonly Named[]; sums: Sums; none: string },
): Made {
  const told = tellLines(linesOf(rows, sums, none), settledOf(wholeOf(kind)));
  const columns = [
    codeColumn(codes),
    nameColumn(by),
    received,
    ...rangeColumns('selesai', 'Selesai', 'settled'),
    note,
  ];
  return { title, about: about(by), by, columns, rows: told.map(cellsWithSettled) };
}

function without(kind: Sums): Sums {
  return new Map([...kind].filter(([code]) => code !== OVERSIGHT));
}

/** Sums of villages and of the district itself; what lies in none keeps its own code. */
function byDistrict(area: Sums, { districts }: Lists): Sums {
  const districtOf = new Map(
    districts.flatMap(({ code, villages }) =>
      [code, ...villages.map((one) => one.code)].map((in_) => [in_, code]),
    ),
  );
  const sums = new Map<string, ReturnType<typeof noCounts>>();
  for (const [code, { received: count, settled }] of area) {
    const district = districtOf.get(code) ?? code;
    const sum = sums.get(district) ?? noCounts();
    sum.received += count;
    sum.settled += settled;
    sums.set(district, sum);
  }
  return sums;
}

/** Villages of a district whose own number is told: they are parts of it. */
function villageRows(area: Sums, lists: Lists): OpenCell[][] {
  const districts = tellLines(linesOf(lists.districts, byDistrict(area, lists), NOWHERE), null);
  const told = new Set(districts.filter(({ count }) => count !== null).map(({ code }) => code));
  return lists.districts.flatMap(({ code, name, villages }): OpenCell[][] => {
    if (!told.has(code)) return villages.map((village) => [village.code, village.name, null, POOLED]);
    const own = new Map([...area].filter(([of]) => of === code || villages.some((one) => one.code === of)));
    const rows = tellLines(linesOf(villages, own, 'Tanpa desa'), null, `Selebihnya di Kecamatan ${name}`);
    return rows.filter((row) => row.code !== NONE).map(cellsOf);
  });
}

function withPeople(rows: OpenCell[][], { people }: Lists): OpenCell[][] {
  return rows.map((row) => {
    const inhabitants = people.get(String(row[0])) ?? null;
    const count = row[2];
    const rate =
      inhabitants && typeof count === 'number' ? Math.round((count / inhabitants) * 10_000) / 10 : null;
    return [...row, inhabitants, rate];
  });
}

function promiseRows(sums: Sums, offices: readonly Named[]): OpenCell[][] {
  const rows = [...offices, { code: NO_CODE, name: 'Tanpa OPD' }];
  const known = new Set(offices.map(({ code }) => code));
  const none = wholeOf(new Map([...sums].filter(([code]) => !known.has(code))));
  const of = rows.map(({ code }) => (code === NO_CODE ? none : (sums.get(code) ?? noCounts())));
  const kept = rowsInFives(of.map(({ promiseKept }) => promiseKept));
  const missed = rowsInFives(of.map(({ promiseDue, promiseKept }) => promiseDue - promiseKept));
  const both = kept !== null && missed !== null;
  return rows.map(({ code, name }, row) => {
    const ranges = both ? [kept[row], missed[row]] : [];
    return [code, name, ...[0, 1].flatMap((n) => [ranges[n]?.least ?? null, ranges[n]?.most ?? null])];
  });
}
