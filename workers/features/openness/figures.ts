/** What the page of openness tells of a release: rows of its tables, found by name. Pure. */
import type { ReleasedFile } from '../../../shared/openness/files.ts';
import type { OpenCell, TableName } from '../../../shared/openness/types.ts';
import { shareRange } from '../../../shared/openness/words.ts';
import type { Range } from '../../../shared/small-totals.ts';

type Files = ReadonlyMap<TableName, ReleasedFile>;
type Row = Record<string, OpenCell>;

export interface OfficeLine {
  name: string;
  reports: number | null;
  settled: Range | null;
  kept: Range | null;
  missed: Range | null;
}

export interface Told {
  /** Measures of the whole by code. */
  whole: ReadonlyMap<string, { range: Range | null; note: string }>;
  /** Categories and channels, the most frequent first; the last is what was told together. */
  categories: { name: string; reports: number }[];
  channels: { name: string; reports: number }[];
  /** Offices with five and more reports, and what was told together. */
  offices: OfficeLine[];
  promiseShare: Range | null;
  /** Of the whole regency. */
  accusations: Range | null;
}

export function toldOf(files: Files): Told {
  const rows = (name: TableName): Row[] => files.get(name)?.baris ?? [];
  const whole = new Map(
    rows('laporan-keseluruhan').map((row) => [
      String(row.kode),
      { range: rangeIn(row, ''), note: String(row.keterangan ?? '') },
    ]),
  );
  const [kept, missed] = [whole.get('promise_kept')?.range, whole.get('promise_missed')?.range];
  const promises = new Map(rows('janji-per-opd').map((row) => [row.kode, row]));
  return {
    whole,
    categories: counted(rows('laporan-per-kategori')),
    channels: counted(rows('laporan-per-kanal')),
    offices: bySize(rows('laporan-per-opd')).map((row) => {
      const promise = promises.get(row.kode ?? '') ?? {};
      return {
        name: nameIn(row),
        reports: countIn(row),
        settled: rangeIn(row, 'selesai_'),
        kept: rangeIn(promise, 'ditepati_'),
        missed: rangeIn(promise, 'tidak_ditepati_'),
      };
    }),
    promiseShare: kept && missed ? shareRange(kept, missed) : null,
    accusations: rangeIn(rows('berkadar')[0] ?? {}, 'laporan_'),
  };
}

const countIn = (row: Row): number | null => (typeof row.laporan === 'number' ? row.laporan : null);

function rangeIn(row: Row, prefix: string): Range | null {
  const [least, most] = [row[`${prefix}min`], row[`${prefix}maks`]];
  return typeof least === 'number' && typeof most === 'number' ? { least, most } : null;
}

const isPool = (row: Row): boolean => row.kode === '';

const OTHERS = 'Lainnya, digabung';

const nameIn = (row: Row): string => (isPool(row) ? OTHERS : String(row.nama));

/** Rows with a number, the largest first and what was told together last. */
const bySize = (rows: readonly Row[]): Row[] =>
  rows
    .filter((row) => countIn(row) !== null)
    .sort((a, b) => Number(isPool(a)) - Number(isPool(b)) || (countIn(b) ?? 0) - (countIn(a) ?? 0));

const counted = (rows: readonly Row[]) =>
  bySize(rows).map((row) => ({ name: nameIn(row), reports: countIn(row) ?? 0 }));
