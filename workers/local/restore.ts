/**
 * `npm run restore -- <folder> [--erasures <newer backup or data folder>]`: puts a backup into an empty data folder
 * (KANAL_DATA) and proves that it is whole: the same number of rows in every table, every file with its size, and the
 * history of every case.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { argv, env } from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { compareAnew, takeErasures, tellErasures } from './erasures.ts';
import { lockFolder, readJson, save } from './folder.ts';
import { tellHistory, verifyHistory } from './history.ts';
import { keysOfData } from './keys-of-data.ts';
import { type Manifest, names, tell } from './manifest.ts';
import { readSettings } from './settings.ts';
import { blobsFolder, bucketFile, countRows, databaseFile, databases, openForReading } from './stores.ts';
import { command, Trouble } from './trouble.ts';

await command(async () => {
  const { word, newer } = readWords(argv.slice(2));
  if (!word) throw new Trouble(USAGE);
  const source = resolve(word);
  if (!existsSync(join(source, names.manifest))) throw new Trouble(`${source} holds no backup of Kanal.`);
  const manifest = readJson<Manifest>(join(source, names.manifest));
  const { folder, regency } = readSettings({
    ...env,
    KANAL_REGENCY: env.KANAL_REGENCY ?? manifest.marker.regency,
  });
  if (regency !== manifest.marker.regency) {
    throw new Trouble(`${source} is a backup of "${manifest.marker.regency}", not of "${regency}".`);
  }
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Trouble(`${folder} is not empty; set KANAL_DATA to an empty folder.`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  copyAll(source, folder, manifest);
  const history = await prove(folder, manifest);
  forgetIndex(folder, manifest);
  const taken = newer === null ? null : takeErasures(folder, manifest.marker, newer);
  compareAnew(folder, manifest.marker);
  // Last: a folder without it is never started.
  save(join(folder, 'kanal.json'), manifest.marker);
  lock.release();

  console.log(`Restored into ${folder}: ${tell(manifest)}, as in the backup of ${manifest.madeAt}.`);
  console.log(history);
  console.log(tellErasures(taken, newer ?? '', manifest.madeAt));
  if (!manifest.withKeys) {
    console.log(`The backup holds no keys: put your copy at ${join(folder, 'keys.json')} before npm start.`);
  }
});

const USAGE =
  'Usage: KANAL_DATA=<empty folder> npm run restore -- <backup folder> [--erasures <newer backup or data folder>]';

/** @throws Trouble for a flag without its folder */
function readWords(words: string[]): { word: string | undefined; newer: string | null } {
  const flag = words.indexOf('--erasures');
  if (flag < 0) return { word: words[0], newer: null };
  const [, newer] = words.splice(flag, 2);
  if (!newer) throw new Trouble(USAGE);
  return { word: words[0], newer: resolve(newer) };
}

function copyAll(source: string, folder: string, { marker, blobs, withKeys }: Manifest): void {
  const place = (name: string, to: string) => {
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(join(source, name), to);
  };
  try {
    for (const binding of databases) place(names.database(binding), databaseFile(folder, marker, binding));
    place(names.list, bucketFile(folder, marker));
    for (const { blob } of blobs) place(join(names.blobs, blob), join(blobsFolder(folder, marker), blob));
    if (withKeys) place(names.keys, join(folder, names.keys));
  } catch (error) {
    throw new Trouble(`The backup is not complete: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * The search index is made anew by the first sweeps: it was copied after the database, so it may be ahead of it and would
 * leave out what is written next.
 */
function forgetIndex(folder: string, { marker }: Manifest): void {
  const db = new DatabaseSync(databaseFile(folder, marker, 'SEARCH'));
  const [marks] = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'search_marks'").all();
  // A backup of an earlier version has none.
  if (marks) db.exec('DELETE FROM search_marks');
  db.close();
}

/** @throws Trouble naming the first thing that is not as it was */
async function prove(folder: string, { marker, rows, blobs }: Manifest): Promise<string> {
  let told = '';
  for (const binding of databases) {
    const db = openForReading(databaseFile(folder, marker, binding));
    const [sound] = db.prepare('PRAGMA integrity_check').all();
    if (sound?.integrity_check !== 'ok')
      throw new Trouble(`The database ${binding} of the backup is damaged.`);
    const found = countRows(db);
    for (const [table, n] of Object.entries(rows[binding] ?? {})) {
      if (found[table] !== n)
        throw new Trouble(`${binding}.${table} has ${found[table] ?? 'no'} rows instead of ${n}.`);
    }
    if (binding === 'DB') {
      const history = await verifyHistory(db, await keysOfData(folder, db));
      told = tellHistory(history);
      if (history.broken.length > 0) throw new Trouble(told);
    }
    db.close();
  }
  const wrong = blobs.filter(
    ({ blob, bytes }) => statSync(join(blobsFolder(folder, marker), blob)).size !== bytes,
  );
  if (wrong.length > 0)
    throw new Trouble(`${wrong.length} files of the backup have another size than they had.`);
  return told;
}
