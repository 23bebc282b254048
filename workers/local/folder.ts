/**
 * The data folder of one regency: `kanal.json` says whose it is, `keys.json` holds its keys, `v3` the databases and
 * files as wrangler lays them out with --persist-to, `mailbox` the mails.
 */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Settings } from './settings.ts';
import type { Marker } from './stores.ts';
import { systemCode, Trouble } from './trouble.ts';

export interface Secrets {
  /** "id:base64(32 bytes)", the key that encrypts personal data by field. */
  KEYS: string;
  /** base64(32 bytes); everything else derives from it. */
  ROOT_KEY: string;
}

/** Where databases and files are. */
export const stateOf = (folder: string) => join(folder, 'v3');

/**
 * Makes the folder when it is missing, and checks that it is this regency's.
 * @returns whose it is, and under which ids its databases and files are kept
 * @throws Trouble when it cannot be used
 */
export function claimFolder({
  folder,
  regency,
  stores,
}: Pick<Settings, 'folder' | 'regency' | 'stores'>): Marker {
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    for (const name of readdirSync(folder)) accessSync(join(folder, name), constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new Trouble(`The data folder ${folder} cannot be written (${systemCode(error) ?? 'unknown'}).`);
  }
  const marker = join(folder, 'kanal.json');
  if (!existsSync(marker)) {
    if (readdirSync(folder).length > 0) {
      throw new Trouble(
        `${folder} is not empty and no data folder of Kanal; choose another with KANAL_DATA.`,
      );
    }
    save(marker, { regency, stores });
    return { regency, stores };
  }
  const kept = readJson<Marker>(marker);
  const found = kept.regency;
  if (found !== regency) {
    throw new Trouble(
      `${folder} holds the data of "${found}", not of "${regency}"; set KANAL_DATA or KANAL_REGENCY.`,
    );
  }
  // A store that was not there at the first start keeps its id of now.
  const all = { regency, stores: { ...stores, ...kept.stores } };
  if (JSON.stringify(all) !== JSON.stringify(kept)) save(marker, all);
  return all;
}

/** With its parents; step by step, because Node's own way never ends in places such as /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/**
 * Keeps the folder for this process. The lock is SQLite's on a file, so the system frees it even after a kill. A
 * process that is just ending gets five seconds.
 * @throws Trouble when another process has it
 */
export function lockFolder(folder: string): { release: () => void } {
  const lock = new DatabaseSync(join(folder, 'lock'), { timeout: 5000 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new Trouble(`Another Kanal is running on ${folder}; stop it first.`);
  }
  return { release: () => lock.close() };
}

/**
 * The keys of the folder, made once.
 * @throws Trouble when they are unreadable, or missing where data already are: new keys could not read those
 */
export function keysOf(folder: string): Secrets {
  const path = join(folder, 'keys.json');
  if (!existsSync(path)) {
    if (existsSync(stateOf(folder))) {
      throw new Trouble(
        `${path} is missing, and the data cannot be read without it; put your copy of the keys back.`,
      );
    }
    const made = {
      KEYS: `k1:${randomBytes(32).toString('base64')}`,
      ROOT_KEY: randomBytes(32).toString('base64'),
    };
    save(path, made);
    return made;
  }
  const { KEYS, ROOT_KEY } = readJson<Partial<Secrets>>(path);
  const wellFormed =
    typeof KEYS === 'string' && KEYS.split(',').every((key) => /^[^:]+:.+$/.test(key.trim()));
  if (!wellFormed || !KEYS || !ROOT_KEY || Buffer.from(ROOT_KEY, 'base64').length !== 32) {
    throw new Trouble(`${path} does not hold KEYS and ROOT_KEY as docs/operations.md describes them.`);
  }
  return { KEYS, ROOT_KEY };
}

/** @throws Trouble when the file is no JSON */
export function readJson<T>(path: string): T {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    throw new Trouble(`${path} is damaged: it is no JSON.`);
  }
}

/** Writes a file that must never be half there: on the disk under another name first. Only its owner may read it. */
export function save(path: string, content: object): void {
  const next = `${path}.next`;
  writeFileSync(next, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(next, path);
}
