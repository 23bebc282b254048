/**
 * The log of erasures, taken along when an older backup is restored: what was erased after it was made is known from a newer
 * backup or from the data folder that is given up, and the first sweep erases it again (features/care/erasure-log.ts).
 */
import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readJson } from './folder.ts';
import { type Manifest, names } from './manifest.ts';
import { blobsFolder, bucketFile, databaseFile, type Marker, markerOf, openForReading } from './stores.ts';
import { Trouble } from './trouble.ts';

const FOLDER = 'care/erasures/';

/** Where databases and files lie: a backup, or a data folder. */
interface Source {
  marker: Marker;
  database: string;
  list: string;
  blobs: string;
}

function sourceOf(path: string): Source {
  const manifest = join(path, names.manifest);
  if (existsSync(manifest)) {
    return {
      marker: readJson<Manifest>(manifest).marker,
      database: join(path, names.database('DB')),
      list: join(path, names.list),
      blobs: join(path, names.blobs),
    };
  }
  const marker = markerOf(path);
  return {
    marker,
    database: databaseFile(path, marker, 'DB'),
    list: bucketFile(path, marker),
    blobs: blobsFolder(path, marker),
  };
}

/**
 * @param from a newer backup or a data folder of the same regency
 * @returns how many erasures its log holds
 * @throws Trouble when it is neither, or another regency's
 */
export function takeErasures(folder: string, marker: Marker, from: string): number {
  const source = sourceOf(from);
  if (source.marker.regency !== marker.regency)
    throw new Trouble(`${from} holds the data of "${source.marker.regency}", not of "${marker.regency}".`);
  const blobs = blobsFolder(folder, marker);
  mkdirSync(blobs, { recursive: true });
  const list = new DatabaseSync(bucketFile(folder, marker));
  list.prepare('ATTACH ? AS newer').run(source.list);
  const found = list
    .prepare('SELECT key, blob_id AS blob FROM newer._mf_objects WHERE key LIKE ? AND blob_id IS NOT NULL')
    .all(`${FOLDER}%`) as { key: string; blob: string }[];
  for (const { key, blob } of found) {
    copyFileSync(join(source.blobs, blob), join(blobs, blob));
    list.prepare('INSERT OR IGNORE INTO _mf_objects SELECT * FROM newer._mf_objects WHERE key = ?').run(key);
  }
  const waiting = takeUnlogged(list, blobs, source.database);
  list.close();
  return found.length + waiting;
}

/** Those of the last minute have no copy in the log yet; they get one as the sweep would have made it. */
function takeUnlogged(list: DatabaseSync, blobs: string, database: string): number {
  const db = openForReading(database);
  // A database of an earlier version has no such table.
  const [table] = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'erasures'").all();
  const rows = table
    ? db
        .prepare('SELECT token, case_id AS caseId, scope, why, by, at FROM erasures WHERE logged_at IS NULL')
        .all()
    : [];
  db.close();
  for (const row of rows) {
    const text = JSON.stringify(row);
    const at = Number(row.at);
    const blob = `${randomBytes(32).toString('hex')}${at.toString(16).padStart(16, '0')}`;
    writeFileSync(join(blobs, blob), text);
    list
      .prepare(
        `INSERT INTO _mf_objects (key, blob_id, version, size, etag, uploaded, checksums, http_metadata, custom_metadata)
         VALUES (?, ?, ?, ?, ?, ?, '{}', '{}', '{}')`,
      )
      .run(
        `${FOLDER}${String(at).padStart(14, '0')}-${row.token}`,
        blob,
        randomBytes(16).toString('hex'),
        Buffer.byteLength(text),
        createHash('md5').update(text).digest('hex'),
        at,
      );
  }
  return rows.length;
}

/** The first sweep compares the whole log with the database. */
export function compareAnew(folder: string, marker: Marker): void {
  const db = new DatabaseSync(databaseFile(folder, marker, 'DB'));
  db.exec("DELETE FROM meta WHERE key = 'erasures_compared'");
  db.close();
}

/** One line for the operator. @param taken null without `--erasures` */
export function tellErasures(taken: number | null, from: string, madeAt: string): string {
  return taken === null
    ? `What was erased after ${madeAt} is readable again in these data, and the law asks that it is not. With a newer backup or the old data folder at hand, restore again with --erasures <that folder>.`
    : `${taken} erasures taken along from ${from}: the first sweep erases again what this backup brought back.`;
}
