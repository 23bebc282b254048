/** Kanal in workerd on this machine, with the bindings that wrangler.toml names and the data of one folder. */
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare, type V4MiniflareOptions } from 'miniflare';
import type { KeyTrouble } from '../privacy/key-words.ts';
import { type Secrets, stateOf } from './folder.ts';
import type { MachineNotes } from './machine-notes.ts';
import type { Prepared, Wanted } from './prepared.ts';
import { FOLDER_MARK } from './processes.ts';
import { isLoopback, type Settings } from './settings.ts';
import type { Marker } from './stores.ts';

export interface Kanal {
  miniflare: Miniflare;
  /** Asks the local entry of the Worker, which nobody else can. */
  /** What is wrong with the keys; [] = they are those of the data. */
  keyTrouble: () => Promise<KeyTrouble[]>;
  prepare: (wanted: Wanted) => Promise<Prepared>;
  /** Makes what the lives of the demo lead to. */
  finishDemo: () => Promise<void>;
  /** Keeps what the machine knows of itself for the status page. */
  note: (notes: MachineNotes) => Promise<void>;
  /** Fires a cron of wrangler.toml. */
  fire: (cron: string, at: Date) => Promise<void>;
}

type WorkerOptions = Extract<V4MiniflareOptions, { workers: unknown }>['workers'][number];

/** Another Worker in the same workerd, for comparisons (npm run bench). */
export interface Beside {
  name: string;
  /** The bundled Worker. */
  source: string;
  port: number;
}

/**
 * @param stores ids that the folder's databases and files are kept under
 * @param source the bundled Worker
 * @param smtp where mails go
 * @param options a Worker beside it, and whether the queues have consumers: only a measurement goes without
 */
export async function startKanal(
  settings: Settings,
  stores: Marker['stores'],
  secrets: Secrets,
  source: string,
  smtp: string,
  { beside, consumers = true }: { beside?: Beside; consumers?: boolean } = {},
): Promise<Kanal> {
  const token = crypto.randomUUID();
  const worker: WorkerOptions = {
    ...settings.worker,
    ...(consumers ? {} : { queueConsumers: {} }),
    name: 'kanal',
    modules: [{ type: 'ESModule' as const, path: 'worker.js', contents: source }],
    bindings: {
      ...settings.vars,
      ...secrets,
      REGENCY: settings.regency,
      ORIGIN: settings.origin,
      MAIL_WAY: 'smtp',
      SMTP_URL: smtp,
      LOCAL_TOKEN: token,
      BEHIND_PROXY: isLoopback(settings.host) ? '1' : '0',
    },
    d1Databases: keptIds(settings.worker.d1Databases, stores),
    r2Buckets: keptIds(settings.worker.r2Buckets, stores),
    // Visitors come straight to the Worker. Miniflare's own door, which obeys whoever asks at /cdn-cgi/, stays on a
    // random port of this machine.
    unsafeDirectSockets: [{ host: settings.host, port: settings.port }],
  };
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      workers: [worker, ...(beside ? [neighbour(beside, settings)] : [])],
      resourcePersistencePath: stateOf(settings.folder),
      host: '127.0.0.1',
      port: 0,
      unsafeRuntimeEnv: { [FOLDER_MARK]: settings.folder },
      cf: false,
      telemetry: { enabled: false },
      log: new Log(LogLevel.ERROR),
      // Only Kanal's own lines, which hold no personal data (platform/log.ts); a library could quote anything.
      handleStructuredLogs: ({ message }) => {
        if (message.startsWith('{"level":')) process.stderr.write(`${message}\n`);
      },
    }),
  );
  await miniflare.ready;
  const ask = async (path: string, body: unknown): Promise<unknown> => {
    const response = await miniflare.dispatchFetch(`http://localhost/__local/${path}`, {
      method: 'POST',
      headers: { 'x-local-token': token },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`The Worker could not ${path}: ${await response.text()}`);
    return response.json();
  };
  return {
    miniflare,
    keyTrouble: async () => (await ask('keys', null)) as KeyTrouble[],
    note: async (notes) => void (await ask('note', notes)),
    finishDemo: async () => void (await ask('finish-demo', {})),
    prepare: async (wanted) => (await ask('prepare', wanted)) as Prepared,
    fire: async (cron, at) => {
      const worker = await miniflare.getWorker();
      await worker.scheduled({ cron, scheduledTime: at });
    },
  };
}

function neighbour(beside: Beside, settings: Settings): WorkerOptions {
  return {
    name: beside.name,
    compatibilityDate: String(settings.worker.compatibilityDate),
    modules: [{ type: 'ESModule' as const, path: 'worker.js', contents: beside.source }],
    d1Databases: { DB: { id: beside.name } },
    unsafeDirectSockets: [{ host: settings.host, port: beside.port }],
  };
}

/** The ids of a deployment may be filled in later; the data of this machine stay where they are. */
function keptIds(bindings: unknown, stores: Marker['stores']): Record<string, { id: string }> {
  return Object.fromEntries(
    Object.keys((bindings ?? {}) as object).map((name) => [name, { id: stores[name] ?? name }]),
  );
}
