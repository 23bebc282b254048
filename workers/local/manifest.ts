/** What a backup folder holds, and how many of everything: `manifest.json`. */
import type { Marker } from './stores.ts';

export interface Manifest {
  /** Form of the backup. */
  form: 1;
  madeAt: string;
  /** `kanal.json` of the data folder. */
  marker: Marker;
  /** Rows of every table by binding. */
  rows: Record<string, Record<string, number>>;
  blobs: { blob: string; bytes: number }[];
  withKeys: boolean;
}

/** Files of a backup. */
export const names = {
  manifest: 'manifest.json',
  database: (binding: string) => `${binding.toLowerCase()}.sqlite`,
  list: 'files.sqlite',
  blobs: 'blobs',
  keys: 'keys.json',
};

export function tell(manifest: Manifest): string {
  const { DB: rows = {} } = manifest.rows;
  const all = Object.values(manifest.rows).flatMap((tables) => Object.values(tables));
  const bytes = manifest.blobs.reduce((sum, one) => sum + one.bytes, 0);
  return [
    `${rows.cases ?? 0} cases, ${rows.history ?? 0} history entries,`,
    `${all.reduce((sum, n) => sum + n, 0)} rows in ${all.length} tables,`,
    `${manifest.blobs.length} files (${(bytes / 1e6).toFixed(1)} MB)`,
  ].join(' ');
}
