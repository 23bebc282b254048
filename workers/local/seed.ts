/** `npm run seed -- --cases N --years Y [--seed S]`: invented lives of cases in a data folder of the demo. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { env, stdout } from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { bundleWorker } from './bundle.ts';
import { claimFolder, keysOf, lockFolder, type Secrets } from './folder.ts';
import { startKanal } from './kanal.ts';
import { migrate } from './migrate.ts';
import { endLeftover } from './processes.ts';
import { plantLives } from './seed/plant-lives.ts';
import { readSettings, type Settings } from './settings.ts';
import { databaseFile, type Marker } from './stores.ts';
import { command, Trouble } from './trouble.ts';

const USAGE = 'Usage: npm run seed -- --cases <how many> --years <how many> [--seed <number>]';
const DAY = 24 * 60 * 60 * 1000;
const YEAR = 365.25 * DAY;

/** Fewer than the numbers of SP4N-LAPOR! that a run may give away (plant-lives.ts). */
const words = z.object({
  cases: z.coerce.number().int().positive().max(1_000_000),
  years: z.coerce.number().positive().default(1),
  seed: z.coerce.number().int().default(1),
});

await command(async () => {
  const { cases: count, years, seed } = readWords();
  const settings = readSettings(env);
  const { folder } = settings;
  const { stores } = claimFolder(settings);
  const lock = lockFolder(folder);
  try {
    await endLeftover(folder);
    const path = databaseFile(folder, { regency: settings.regency, stores }, 'DB');
    refuseReal(folder, path);
    const secrets = keysOf(folder);
    await makeDemo(settings, stores, secrets);
    // Runs of one day are the same lives.
    const until = Date.now() - (Date.now() % DAY);
    const from = until - years * YEAR;
    refuseBeforeClocks(path, from);
    const began = performance.now();
    const seconds = () => Math.round((performance.now() - began) / 1000);
    const added = await plantLives({
      ...{ path, scratch: join(folder, 'seed'), secrets, seed, count, from, until },
      name: `--cases ${count} --years ${years} --seed ${seed}`,
      progress: teller(count, seconds),
    });
    if (added === null) {
      console.log(`These lives are in ${folder} already; another --seed adds others.`);
      return;
    }
    const figures = [`${added.cases} cases`, `${added.history} entries`, `${added.clocks} clocks`];
    console.log(`Added ${figures.join(', ')} in ${seconds()} seconds. All of it is DATA CONTOH.`);
    console.log('Figures and search follow within minutes of the next npm start.');
  } finally {
    lock.release();
  }
});

function readWords(): z.output<typeof words> {
  const text = { type: 'string' } as const;
  try {
    return words.parse(parseArgs({ options: { cases: text, years: text, seed: text } }).values);
  } catch {
    throw new Trouble(USAGE);
  }
}

/** Invented lives never stand beside real ones. */
function refuseReal(folder: string, path: string): void {
  if (!existsSync(path)) return;
  const db = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
  try {
    const known = db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('cases', 'staff', 'meta')").all();
    if (known.length < 3) return;
    const demo = db.prepare("SELECT 1 FROM meta WHERE key = 'demo'").get();
    const used = db.prepare('SELECT 1 FROM cases UNION ALL SELECT 1 FROM staff LIMIT 1').get();
    if (!demo && used)
      throw new Trouble(`${folder} holds more than the demo; choose a new folder with KANAL_DATA.`);
  } finally {
    db.close();
  }
}

/** Tables, settings, accounts and the cases of the demo, as the first `npm start` makes them. */
async function makeDemo(settings: Settings, stores: Marker['stores'], secrets: Secrets): Promise<void> {
  console.log(`Making ${settings.folder} ready …`);
  await import('./build-client.ts');
  const quiet = { ...settings, host: '127.0.0.1', port: 0 };
  const kanal = await startKanal(quiet, stores, secrets, await bundleWorker(), '', { consumers: false });
  try {
    await migrate(kanal.miniflare);
    await kanal.prepare({ demo: 'all', apiKey: false, admin: null, origin: settings.origin });
  } finally {
    await kanal.miniflare.dispose();
  }
}

/** No clock of the regency runs before its rows are in force. */
function refuseBeforeClocks(path: string, from: number): void {
  const db = new DatabaseSync(path, { readOnly: true });
  const row = db
    .prepare(
      "SELECT max(data ->> 'validFrom') AS since FROM regency_rows WHERE kind = 'clock' AND valid_to IS NULL",
    )
    .get();
  db.close();
  const since = String(row?.since ?? '');
  if (new Date(from).toISOString().slice(0, 10) < since)
    throw new Trouble(`The clocks of this regency are in force from ${since} on: choose fewer --years.`);
}

/** One line that is written over in a terminal; elsewhere a line now and then. */
function teller(count: number, seconds: () => number): (cases: number) => void {
  let told = 0;
  return (cases) => {
    const every = stdout.isTTY ? 1 : 30;
    if (cases < count && seconds() < told + every) return;
    told = seconds();
    const line = `  ${cases.toLocaleString('en')} of ${count.toLocaleString('en')} cases, ${told} s`;
    stdout.write(stdout.isTTY ? `\r${line}${cases < count ? '' : '\n'}` : `${line}\n`);
  };
}
