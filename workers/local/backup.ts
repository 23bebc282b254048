/**
 * `npm run backup -- <folder> [--with-keys]`: a copy of databases and files, taken while Kanal runs or not. Each
 * database is copied at one instant; files come afterwards, so every file that a copied case names is there, except
 * what was erased in between.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { argv, env } from 'node:process';
import type { DatabaseSync } from 'node:sqlite';
import { noteBackup } from './machine-notes.ts';
import { type Manifest, names, tell } from './manifest.ts';
import { readSettings } from './settings.ts';
import {
  blobsFolder,
  blobsOf,
  bucketFile,
  countRows,
  databaseFile,
  databases,
  markerOf,
  openForReading,
} from './stores.ts';
import { command, Trouble } from './trouble.ts';

await command(async () => {
  const words = argv.slice(2).filter((word) => !word.startsWith('--'));
  const withKeys = argv.includes('--with-keys');
  if (words.length !== 1 || !words[0]) throw new Trouble('Usage: npm run backup -- <folder> [--with-keys]');
  const { folder } = readSettings(env);
  const marker = markerOf(folder);
  const target = resolve(words[0]);
  if (existsSync(target) && readdirSync(target).length > 0) throw new Trouble(`${target} is not empty.`);
  mkdirSync(join(target, names.blobs), { recursive: true, mode: 0o700 });

  const rows: Manifest['rows'] = {};
  for (const binding of databases) {
    const copy = join(target, names.database(binding));
    copyDatabase(databaseFile(folder, marker, binding), copy);
    rows[binding] = reading(copy, countRows);
  }
  const list = join(target, names.list);
  copyDatabase(bucketFile(folder, marker), list);
  const blobs = reading(list, blobsOf).filter(({ blob }) => {
    const from = join(blobsFolder(folder, marker), blob);
    if (existsSync(from)) copyFileSync(from, join(target, names.blobs, blob));
    return existsSync(join(target, names.blobs, blob));
  });
  if (withKeys) copyFileSync(join(folder, 'keys.json'), join(target, names.keys));
  const manifest: Manifest = { form: 1, madeAt: new Date().toISOString(), marker, rows, blobs, withKeys };
  writeFileSync(join(target, names.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
  try {
    noteBackup(folder, Date.parse(manifest.madeAt));
  } catch {
    // Whoever may only read the folder can make a backup, too.
    console.log(`The status page will not know of it: ${folder} cannot be written.`);
  }

  console.log(`Backup of ${marker.regency} in ${target}: ${tell(manifest)}.`);
  console.log(
    withKeys
      ? 'The keys ARE in it: whoever has this folder can read every name and every text.'
      : `The keys are NOT in it, and without them nobody can read names and texts: keep ${join(folder, 'keys.json')} elsewhere.`,
  );
});

/** One consistent copy, also while another process writes. */
function copyDatabase(from: string, to: string): void {
  const db = openForReading(from);
  db.prepare('VACUUM INTO ?').run(to);
  db.close();
}

function reading<T>(path: string, read: (db: DatabaseSync) => T): T {
  const db = openForReading(path);
  const result = read(db);
  db.close();
  return result;
}
