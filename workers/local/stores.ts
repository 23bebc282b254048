/**
 * Where workerd keeps databases and files below the data folder: a database is an object whose file is named by an
 * HMAC of its id, as wrangler's --persist-to lays it out.
 */
import { createHash, createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readJson, stateOf } from './folder.ts';
import { Trouble } from './trouble.ts';

/** What `kanal.json` says. */
export interface Marker {
  regency: string;
  /** Ids of databases and buckets by binding: those of the first start, whatever wrangler.toml says later. */
  stores: Record<string, string>;
}

export const databases = ['DB', 'SEARCH'] as const;
export const bucket = 'FILES';

/** @throws Trouble when the folder holds no Kanal */
export function markerOf(folder: string): Marker {
  const path = join(folder, 'kanal.json');
  if (!existsSync(path)) throw new Trouble(`${folder} holds no data of Kanal.`);
  return readJson<Marker>(path);
}

export function databaseFile(folder: string, marker: Marker, binding: string): string {
  return objectFile(folder, 'd1', 'miniflare-D1DatabaseObject', marker.stores[binding] ?? binding);
}

/** The list of a bucket's files: key, blob, size. */
export function bucketFile(folder: string, marker: Marker): string {
  return objectFile(folder, 'r2', 'miniflare-R2BucketObject', marker.stores[bucket] ?? bucket);
}

export function blobsFolder(folder: string, marker: Marker): string {
  return join(stateOf(folder), 'r2', marker.stores[bucket] ?? bucket, 'blobs');
}

function objectFile(folder: string, kind: string, unique: string, id: string): string {
  const key = createHash('sha256').update(unique).digest();
  const half = (data: string | Buffer) => createHmac('sha256', key).update(data).digest().subarray(0, 16);
  const name = half(id);
  return join(stateOf(folder), kind, unique, `${Buffer.concat([name, half(name)]).toString('hex')}.sqlite`);
}

/** Opens a database file for reading, also while the server writes to it. @throws Trouble when it is not there */
export function openForReading(path: string): DatabaseSync {
  if (!existsSync(path)) throw new Trouble(`${path} does not exist.`);
  return new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
}

/** Rows of every table. */
export function countRows(db: DatabaseSync): Record<string, number> {
  const tables = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' ORDER BY name",
    )
    .all() as { name: string }[];
  return Object.fromEntries(
    tables.map(({ name }) => [name, Number(db.prepare(`SELECT count(*) AS n FROM "${name}"`).get()?.n)]),
  );
}

/** Objects of the bucket that have content. */
export function blobsOf(list: DatabaseSync): { blob: string; bytes: number }[] {
  return list
    .prepare('SELECT blob_id AS blob, size AS bytes FROM _mf_objects WHERE blob_id IS NOT NULL')
    .all() as { blob: string; bytes: number }[];
}
