/** `npm start`: Kanal on this machine, from a folder. docs/operations.md says what the variables do. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyTrouble } from '../privacy/key-words.ts';
import { bundleWorker } from './bundle.ts';
import { startCrons } from './crons.ts';
import { claimFolder, keysOf, lockFolder, readJson, type Secrets, save } from './folder.ts';
import { type Kanal, startKanal } from './kanal.ts';
import { keyTroubleLine } from './keys-of-data.ts';
import { notesTeller } from './machine-notes.ts';
import { openMailbox } from './mailbox.ts';
import { serveMailbox } from './mailbox-page.ts';
import { migrate } from './migrate.ts';
import { checkPort } from './ports.ts';
import type { Prepared } from './prepared.ts';
import { endLeftover, forgetRuntime, recordRuntime } from './processes.ts';
import { addDemoLives } from './seed/demo-lives.ts';
import { readSettings, type Settings } from './settings.ts';
import type { Marker } from './stores.ts';
import { command, Trouble } from './trouble.ts';
import { welcome } from './welcome.ts';

await command(async () => {
  const settings = readSettings(process.env);
  const { folder, host, port } = settings;
  const { stores } = claimFolder(settings);
  const lock = lockFolder(folder);
  const secrets = keysOf(folder);
  const leftover = await endLeftover(folder);
  if (leftover) console.log(`Took over from workerd ${leftover}, which an earlier start left behind.`);
  await checkPort(host, port);
  await import('./build-client.ts');
  const source = await bundleWorker();
  const mailbox = await openMailbox(join(folder, 'mailbox'));
  const page = await serveMailbox(mailbox.folder, port + 1);
  const kanal = await startKanal(settings, stores, secrets, source, settings.smtp || mailbox.url).catch(
    (error: unknown) => {
      throw new Trouble(`The data in ${folder} cannot be opened: ${firstLine(error)}`);
    },
  );
  recordRuntime(folder);
  let stopCrons = () => {};

  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    stopCrons();
    page.close();
    await kanal.miniflare.dispose();
    await mailbox.close();
    forgetRuntime(folder);
    lock.release();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Miniflare would end at once, in the middle of what the Worker is doing.
    process.removeAllListeners(signal);
    process.on(signal, () => void stop(0));
  }
  // bootstrap.mjs is gone: whoever started Kanal cannot stop it any more.
  process.on('disconnect', () => void stop(0));

  try {
    const prepared = await makeReady(kanal, settings, stores, secrets);
    const tell = notesTeller(folder, kanal.note);
    await tell(Date.now());
    stopCrons = startCrons(settings.crons, async (cron, at) => {
      // A status page that knows less must keep no sweep.
      await tell(at.getTime()).catch((error) => console.error(`kanal: notes: ${firstLine(error)}`));
      await kanal.fire(cron, at);
    });
    console.log(welcome(settings, prepared, apiKeyOf(folder)));
  } catch (error) {
    console.error(`kanal: ${error instanceof Trouble ? error.message : firstLine(error)}`);
    await stop(1);
  }
});

/** Migrates, checks the keys, loads pack and demo, and sweeps once. */
async function makeReady(
  kanal: Kanal,
  settings: Settings,
  stores: Marker['stores'],
  secrets: Secrets,
): Promise<Prepared> {
  const { folder } = settings;
  await migrate(kanal.miniflare).catch((error: unknown) => {
    throw error instanceof Trouble
      ? error
      : new Trouble(`The database in ${folder} is damaged: ${firstLine(error)}`);
  });
  const [trouble] = (await kanal.keyTrouble()).filter((one) => !mayLack(one));
  if (trouble) throw new Trouble(keyTroubleLine(join(folder, 'keys.json'), trouble));
  const prepared = await kanal.prepare({
    demo: settings.demo,
    apiKey: apiKeyOf(folder) === null,
    admin: process.env.KANAL_ADMIN || null,
    origin: settings.origin || `http://localhost:${settings.port}`,
  });
  if (prepared.apiKey) {
    save(join(folder, 'api-key.json'), { key: prepared.apiKey });
  }
  if (prepared.lacksPast) {
    await addDemoLives(folder, { regency: settings.regency, stores }, secrets, Date.now());
    await kanal.finishDemo();
  }
  for (const cron of settings.crons) await kanal.fire(cron, new Date());
  return prepared;
}

/** A key that nobody has any more must not keep the rest of the data shut: KANAL_LOST_KEYS="k1" starts without it. */
function mayLack({ kind, key }: KeyTrouble): boolean {
  const lost = (process.env.KANAL_LOST_KEYS ?? '').split(',').map((id) => id.trim());
  return kind === 'lost' && lost.includes(key);
}

/** The key for client programs of this machine; null before the first start has made one. */
function apiKeyOf(folder: string): string | null {
  const path = join(folder, 'api-key.json');
  return existsSync(path) ? readJson<{ key: string }>(path).key : null;
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}
