/** Published tables as they are kept and given out. Names of columns are Indonesian: citizens and programs read them. Pure. */
import type { Counts } from '../figures/counts.ts';

export interface Column {
  id: string;
  /** As a heading. */
  name: string;
  unit: string;
  /** What it holds, and what it leaves out. */
  about: string;
}

export type OpenCell = string | number | null;

export interface OpenTable {
  /** As in its address: "laporan-per-opd". */
  name: TableName;
  title: string;
  /** What the table counts. */
  about: string;
  /** By what it tells reports apart, or '' for everything together. */
  by: string;
  columns: Column[];
  rows: OpenCell[][];
}

export const tableNames = [
  'laporan-keseluruhan',
  'laporan-per-jenis',
  'laporan-per-opd',
  'laporan-per-kecamatan',
  'laporan-per-desa',
  'laporan-per-kategori',
  'laporan-per-kanal',
  'janji-per-opd',
  'berkadar',
  'media-sosial',
] as const;
export type TableName = (typeof tableNames)[number];

export function isTableName(text: string): text is TableName {
  return (tableNames as readonly string[]).includes(text);
}

/** Sums of a quarter by value of a dimension (evaluation/figures). */
export type Sums = ReadonlyMap<string, Counts>;

/** What the tables of a quarter are made of. `kind` also holds accusations; the others do not. */
export interface Counted {
  kind: Sums;
  office: Sums;
  area: Sums;
  category: Sums;
  channel: Sums;
  platform: Sums;
  /** By the day on which something was due. */
  due: { kind: Sums; office: Sums };
}

export interface Named {
  code: string;
  name: string;
}

/** All rows there can be, each in an order that does not depend on what is counted. */
export interface Lists {
  kinds: Named[];
  offices: Named[];
  /** Kecamatan with their desa and kelurahan. */
  districts: (Named & { villages: Named[] })[];
  categories: Named[];
  channels: Named[];
  platforms: Named[];
  /** Inhabitants by area code, as far as known. */
  people: ReadonlyMap<string, number>;
}
