/** A Kanal of its own for measuring, in an empty folder, with the floor beside it in the same workerd. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { loadKeys } from '../../privacy/keys.ts';
import { macHex } from '../../privacy/mac.ts';
import { bundleWorker } from '../bundle.ts';
import { claimFolder, keysOf } from '../folder.ts';
import { type Kanal, startKanal } from '../kanal.ts';
import { migrate } from '../migrate.ts';
import { freePort } from '../ports.ts';
import { readSettings } from '../settings.ts';

export interface BenchMachine {
  kanal: Kanal;
  /** Kanal and the floor, as a client reaches them. */
  origin: string;
  floor: string;
  /** Of a client server, scope "submit"; of the liaison of PUPR, scope "desk". */
  keys: { submit: string; desk: string };
  /** ROOT_KEY and KEYS, to solve challenges without searching. */
  secrets: { KEYS: string; ROOT_KEY: string };
  db: Awaited<ReturnType<Kanal['miniflare']['getD1Database']>>;
  stop: () => Promise<void>;
}

/** @param consumers false: queues only take in, as for a Worker whose consumers run elsewhere */
async function startMachine(consumers = true): Promise<BenchMachine> {
  const folder = mkdtempSync(join(tmpdir(), 'kanal-bench-'));
  const [port, besidePort] = [await freePort(), await freePort()];
  const env = { KANAL_DATA: folder, PORT: String(port), KANAL_DEMO: '0' };
  const settings = readSettings({ ...process.env, ...env });
  const { stores } = claimFolder(settings);
  const secrets = keysOf(folder);
  await import('../build-client.ts');
  const [source, floor] = [
    await bundleWorker('workers/local/inside/bench-worker.ts'),
    await bundleWorker('workers/local/inside/bench-floor.ts'),
  ];
  const beside = { name: 'floor', source: floor, port: besidePort };
  // Without a way out notices are skipped: a mail server is no part of what is measured.
  const kanal = await startKanal(settings, stores, secrets, source, '', { beside, consumers });
  await migrate(kanal.miniflare);
  await kanal.keyTrouble();
  await kanal.prepare({ demo: 'none', apiKey: false, admin: null, origin: `http://localhost:${port}` });
  await kanal.fire('* * * * *', new Date());
  const db = await kanal.miniflare.getD1Database('DB', 'kanal');
  const floorDb = await kanal.miniflare.getD1Database('DB', 'floor');
  await floorDb.prepare('CREATE TABLE floor (id INTEGER PRIMARY KEY, body TEXT)').run();
  const key = (scopes: string, staffId: number | null) => addKey(db, secrets, scopes, staffId);
  return {
    kanal,
    origin: `http://127.0.0.1:${port}`,
    floor: `http://127.0.0.1:${besidePort}`,
    keys: { submit: await key('["submit"]', null), desk: await key('["desk"]', await addLiaison(db)) },
    secrets,
    db,
    stop: async () => {
      await kanal.miniflare.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts one, uses it and stops it. */
export async function withMachine<T>(
  use: (machine: BenchMachine) => Promise<T>,
  consumers = true,
): Promise<T> {
  const machine = await startMachine(consumers);
  try {
    return await use(machine);
  } finally {
    await machine.stop();
  }
}

async function addLiaison(db: BenchMachine['db']): Promise<number> {
  const row = await db
    .prepare(
      `INSERT INTO staff (name, email, roles, offices, areas, active, created_at)
       VALUES ('Bench', 'bench@example.id', '["liaison"]', '["PUPR"]', '[]', 1, 0) RETURNING id`,
    )
    .first<{ id: number }>();
  return row?.id ?? 0;
}

async function addKey(
  db: BenchMachine['db'],
  secrets: BenchMachine['secrets'],
  scopes: string,
  staffId: number | null,
): Promise<string> {
  const token = crypto.randomUUID();
  const digest = await macHex(await loadKeys(secrets), 'tokens', 'api-key', token);
  await db
    .prepare('INSERT INTO api_keys (name, digest, scopes, staff_id, created_at) VALUES (?, ?, ?, ?, 0)')
    .bind('bench', digest, scopes, staffId)
    .run();
  return token;
}

/** Waits until the queues have done their work, so that one round's is no burden on the next. */
export async function settled({ db }: BenchMachine): Promise<void> {
  for (;;) {
    const row = await db
      .prepare(
        `SELECT (SELECT count(*) FROM cases WHERE routed_at IS NULL)
           + (SELECT count(*) FROM deliveries WHERE status = 'pending') AS n`,
      )
      .first<{ n: number }>();
    if (!row?.n) break;
    await wait(200);
  }
  // Parcels of scans leave within half a second and are counted within another.
  await wait(2000);
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
