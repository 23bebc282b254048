/** Adds invented lives to a data folder: threads play them, and one transaction adds what they kept. */
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { regencyAt } from '../../regency/snapshot.ts';
import type { Secrets } from '../folder.ts';
import { ensurePeople } from '../lives/people.ts';
import { RUNS } from './runs.ts';
import { plant } from './scratch.ts';
import { d1Of } from './sqlite-d1.ts';
import type { Share } from './thread.ts';

export interface Wanted {
  /** Of the folder's database, which may be open elsewhere. */
  path: string;
  /** For the threads' files; made, and removed at the end. */
  scratch: string;
  secrets: Secrets;
  seed: number;
  count: number;
  /** Epoch ms. */
  from: number;
  until: number;
  /** Told in the row of `meta` that keeps which runs were added. */
  name: string;
  /** Cases played so far. */
  progress?: (cases: number) => void;
}

/** A thread costs a second before its first life. */
const WORTH_A_THREAD = 250;
const MOST_THREADS = 8;

/** @returns rows added to each table; null when this run was added before */
export async function plantLives(wanted: Wanted): Promise<Record<string, number> | null> {
  const sqlite = new DatabaseSync(wanted.path, { timeout: 30_000 });
  try {
    const runs = runsOf(sqlite);
    if (runs.includes(wanted.name)) return null;
    const { from, until } = wanted;
    const db = d1Of(sqlite);
    await ensurePeople(db, await regencyAt(db, until), from, until);
    mkdirSync(wanted.scratch, { recursive: true, mode: 0o700 });
    const files = await played(wanted, runs.length + 1, bannersOf(sqlite));
    sqlite.exec('PRAGMA cache_size = -400000');
    const value = JSON.stringify([...runs, wanted.name]).replaceAll("'", "''");
    return plant(sqlite, files, `INSERT OR REPLACE INTO meta (key, value) VALUES ('${RUNS}', '${value}')`);
  } finally {
    rmSync(wanted.scratch, { recursive: true, force: true });
    sqlite.close();
  }
}

export function runsOf(sqlite: DatabaseSync): string[] {
  const row = sqlite.prepare('SELECT value FROM meta WHERE key = ?').get(RUNS);
  return row ? (JSON.parse(String(row.value)) as string[]) : [];
}

async function played(wanted: Wanted, run: number, banners: Share['banners']): Promise<string[]> {
  const { path, scratch, secrets, seed, count, from, until } = wanted;
  const threads = Math.max(
    1,
    Math.min(availableParallelism(), MOST_THREADS, Math.ceil(count / WORTH_A_THREAD)),
  );
  let cases = 0;
  const tell = (more: number) => {
    cases += more;
    wanted.progress?.(cases);
  };
  return Promise.all(
    Array.from({ length: threads }, async (_, mine) => {
      const file = join(scratch, `${mine}.sqlite`);
      rmSync(file, { force: true });
      const share = { path, file, secrets, seed, count, from, until, banners, threads, mine };
      await threadOf({ ...share, numbers: run * 10_000_000 }, tell);
      return file;
    }),
  );
}

function threadOf(share: Share, tell: (cases: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: share });
    thread.on('message', tell);
    thread.on('error', reject);
    thread.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with ${code}`))));
  });
}

/** Banners of villages, from the day of the photo that shows them. */
function bannersOf(sqlite: DatabaseSync): Share['banners'] {
  const rows = sqlite
    .prepare(
      "SELECT ref, code, photo_at FROM placements WHERE kind = 'desa' AND photo_at IS NOT NULL AND retired_at IS NULL",
    )
    .all();
  return new Map(
    rows.map(({ ref, code, photo_at }) => [String(ref), { code: String(code), since: Number(photo_at) }]),
  );
}
